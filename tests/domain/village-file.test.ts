import { describe, expect, it } from 'vitest';
import { villageFile } from '#src/domain/village-file.ts';
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
