import { describe, expect, it } from 'vitest';
import { villageFile, withMasks } from '#src/domain/village-file.ts';
import { member } from '#tests/support/questions.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { answerOf, stepOf } from '#tests/support/store-suite.ts';

const record = () => new RecordBuilder('v').household('a').record;
const problemsIn = (given: object) =>
  villageFile
    .safeParse({ record: { ...record(), ...given } })
    .error?.issues.map((issue) => [issue.message, issue.path.join('.')]) ?? [];

describe('steps of the procedure in a village’s file', () => {
  it('may be left out: files that were made before there were any are taken', () => {
    const { steps: _, ...early } = record();
    expect(villageFile.safeParse({ record: early }).data?.record.steps).toEqual([]);
  });

  it('are taken in whatever order', () => {
    expect(problemsIn({ steps: [{ ...stepOf('s1'), sequence: 1 }] })).toEqual([]);
  });

  it('are refused twice under one id, and of a household that is not in the file', () => {
    const step = { ...stepOf('s1'), sequence: 1 };
    expect(problemsIn({ steps: [step, { ...step, sequence: 2 }] })).toEqual([
      ['idTwice', 'record.steps.1.id'],
    ]);
    expect(problemsIn({ steps: [{ ...step, householdId: 'nobody' }] })).toEqual([
      ['noSuchHousehold', 'record.steps.0.householdId'],
    ]);
  });
});

describe('splits and mergers in a village’s file', () => {
  const split = (given: object = {}) => [
    { on: '2018-04-01', fromIds: ['a'], toIds: ['b'], source: { kind: 'synthetic' }, ...given },
  ];
  const known = () => new RecordBuilder('v').household('a').household('b').record;

  it('may be left out, and are taken of households that are in it', () => {
    const { successions: _, ...early } = record();
    expect(villageFile.safeParse({ record: early }).data?.record.successions).toEqual([]);
    expect(problemsIn({ ...known(), successions: split() })).toEqual([]);
  });

  it('are refused of others, and of nobody', () => {
    expect(problemsIn({ ...known(), successions: split({ toIds: ['b', 'nobody'] }) })).toEqual([
      ['noSuchHousehold', 'record.successions.0.toIds'],
    ]);
    expect(problemsIn({ ...known(), successions: split({ fromIds: [] }) })).toHaveLength(1);
  });
});

describe('answers to questions in a village’s file', () => {
  const known = () => new RecordBuilder('v').household('a').read('a', 'persons', 1, '2018-01-22').record;
  const answersIn = (given: object) =>
    problemsIn({ ...known(), questionAnswers: [{ ...answerOf('q1'), sequence: 1, ...given }] });

  it('may be left out, and are taken about a household and about the village', () => {
    const { questionAnswers: _, ...early } = record();
    expect(villageFile.safeParse({ record: early }).data?.record.questionAnswers).toEqual([]);
    expect(answersIn({})).toEqual([]);
    expect(answersIn({ key: 'incomeBunching/v/2018-01-22' })).toEqual([]);
  });

  it('are refused about nothing that is in the file', () => {
    expect(answersIn({ key: 'causeTwice/nobody' })).toEqual([
      ['noSuchSubject', 'record.questionAnswers.0.key'],
    ]);
    expect(answersIn({ readingIds: ['nothing'] })).toEqual([
      ['noSuchReading', 'record.questionAnswers.0.readingIds'],
    ]);
    expect(answersIn({ key: 'nothing' }).map(([code]) => code)).toContain('notACode');
  });
});

describe('what belongs together in a village’s file', () => {
  const ON = '2018-01-22';
  const whole = () =>
    new RecordBuilder('v')
      .visit('one', ON)
      .household('a', { members: [member('m'), member('n')] })
      .project('p')
      .read('a', 'wage', 1, ON, { id: 'first' })
      .read('a', 'wage', 2, ON, { id: 'second', supersedes: { readingId: 'first', reason: 'slip' } })
      .commitment('c', 'one', '2018-06-30', { householdId: 'a', projectId: 'p' })
      .verdict('c', 'one', 'kept', ON);
  const problems = (change: (b: RecordBuilder) => unknown) => {
    const b = whole();
    change(b);
    return problemsIn(b.record);
  };

  it('is taken where it does', () => {
    expect(problems(() => null)).toEqual([]);
  });

  it.each<[string, string, (b: RecordBuilder) => unknown]>([
    ['anotherVillage', 'record.contactPoint.villageId', ({ record: r }) => (r.contactPoint.villageId = 'w')],
    ['anotherVillage', 'record.households.1.villageId', (b) => b.household('b', { villageId: 'w' })],
    ['noSuchVisit', 'record.commitments.1.visitId', (b) => b.commitment('d', 'none', ON)],
    ['idTwice', 'record.projects.1.id', (b) => b.project('p')],
    ['noSuchSubject', 'record.commitments.1', (b) => b.commitment('d', 'one', ON, { householdId: 'none' })],
    ['noSuchSubject', 'record.commitments.1', (b) => b.commitment('d', 'one', ON, { projectId: 'none' })],
    ['noSuchSubject', 'record.readings.2.subject', (b) => b.read('none', 'wage', 1, ON)],
    [
      'supersededTwice',
      'record.readings.2.supersedes',
      (b) => b.read('a', 'wage', 3, ON, { id: 'third', supersedes: { readingId: 'first', reason: 'slip' } }),
    ],
    [
      'supersededTwice',
      'record.readings.2.supersedes',
      (b) => b.read('a', 'wage', 3, ON, { id: 'third', supersedes: { readingId: 'none', reason: 'slip' } }),
    ],
    ['noSuchCommitment', 'record.verdicts.1.commitmentId', (b) => b.verdict('none', 'one', 'kept', ON)],
    ['notText', 'record.households', (b) => b.household('b', { plan: 'a\u0000' })],
    ['notText', 'record.village', ({ record: r }) => (r.village.name.en = '\u0007')],
  ])('is refused as %s at %s', (code, path, change) => {
    expect(problems(change)).toEqual([[code, path]]);
  });

  const identifier = { householdId: 'a', memberId: 'm', kind: 'phone', value: '13900000000' } as const;
  const withIdentifiers = (...identifiers: object[]) =>
    villageFile.safeParse({ record: whole().record, identifiers });

  it('is an identifier of a member who is there, in its form', () => {
    const found = (given: object) =>
      withIdentifiers({ ...identifier, ...given }).error?.issues.map(({ message, path }) => [
        message,
        path.join('.'),
      ]);
    expect(found({})).toBeUndefined();
    expect(found({ memberId: 'none' })).toEqual([['noSuchMember', 'identifiers.0.memberId']]);
    expect(found({ value: '12' })).toEqual([['notAnIdentifier', 'identifiers.0.value']]);
  });

  it('is masked in the record, each where it belongs', () => {
    const file = withIdentifiers(identifier, {
      ...identifier,
      memberId: 'n',
      kind: 'bankAccount',
      value: '999900001111',
    });
    if (!file.data) throw new Error('the file is in order');
    expect(withMasks(file.data).households[0]?.members.map(({ identifiers }) => identifiers)).toEqual([
      { certificate: null, phone: '139******00', bankAccount: null },
      { certificate: null, phone: null, bankAccount: '********1111' },
    ]);
  });
});
