import { describe, expect, it } from 'vitest';
import {
  checksWith,
  findingsIn,
  type CertificateFinding,
  type Checked,
} from '#src/domain/certificate-check.ts';
import { Snapshot } from '#src/domain/change.ts';
import { dataQuestion, openQuestions, type QuestionAnswer } from '#src/domain/data-questions.ts';
import type { Member } from '#src/domain/household.ts';
import { villageQuestions } from '#src/domain/village-questions.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { asked, codes, household, JANUARY, JULY, line, member, source } from '#tests/support/questions.ts';

describe('certificate numbers', () => {
  const someone = { birthYear: 1949, sex: 'female', certificateChecks: [] } as const;
  const of = (number: string, given: Partial<Checked> = {}) => findingsIn({ ...someone, ...given }, number);

  it('raise nothing where they fit the member', () => {
    expect(of('11010519491231002X')).toEqual([]);
    expect(of('11010519491231002X', { birthYear: null, sex: 'unknown' })).toEqual([]);
  });

  it('are found odd, of another year or of another sex', () => {
    expect(of('110105194912310021')).toEqual(['certificateOdd']);
    expect(of('11010519491231002X', { birthYear: 1950 })).toEqual(['certificateBirthYear']);
    expect(of('11010519491231002X', { sex: 'male' })).toEqual(['certificateSex']);
    expect(of('11010519491231002X', { birthYear: 1950, sex: 'male' })).toEqual([
      'certificateBirthYear',
      'certificateSex',
    ]);
  });

  it('leave nothing of themselves in the check, which keeps what was found of the one before', () => {
    const first = checksWith(someone, '110105194912310021', '2018-07-03', false);
    expect(first).toEqual([{ on: '2018-07-03', found: ['certificateOdd'] }]);
    const again = { ...someone, certificateChecks: first };
    expect(checksWith(again, '110105194912310021', '2018-07-04', true)).toEqual(first);
    expect(checksWith(again, '11010519491231002X', '2018-07-05', false)).toEqual([
      ...first,
      { on: '2018-07-05', found: [] },
    ]);
  });

  it('are asked about by what was found of the last one', () => {
    const checked = (...found: CertificateFinding[][]) =>
      asked(
        household({
          members: [member('m', { certificateChecks: found.map((one) => ({ on: JULY, found: one })) })],
        }),
      );
    expect(checked(['certificateOdd'])).toEqual([
      {
        key: 'certificateOdd/a/m',
        code: 'certificateOdd',
        subject: { kind: 'household', id: 'a' },
        memberId: 'm',
        readingIds: [],
        figures: {},
      },
    ]);
    expect(
      checked(['certificateOdd'], ['certificateBirthYear', 'certificateSex']).map(({ key }) => key),
    ).toEqual(['certificateBirthYear/a/m/2', 'certificateSex/a/m/2']);
    expect(checked(['certificateOdd'], [])).toEqual([]);
  });

  it('are not asked about where an earlier program kept the record on a device', () => {
    const { certificateChecks: _, ...kept } = member('m');
    expect(asked(household({ members: [kept as Member] }))).toEqual([]);
  });
});

describe('questions', () => {
  it('are asked only about who is in the register on the day', () => {
    const gone = household({ mainCause: 'land', otherCauses: ['land'], leftOn: '2018-05-01' });
    expect(codes(gone)).toEqual([]);
  });

  it('of the sample have their shape and each its own key', () => {
    for (const record of sampleRecords) {
      const questions = villageQuestions(record, {
        at: new Snapshot(record, JULY),
        before: new Snapshot(record, JANUARY),
        line,
      });
      for (const question of questions) expect(dataQuestion.safeParse(question).error).toBeUndefined();
      expect(new Set(questions.map((q) => q.key)).size).toBe(questions.length);
    }
  });

  const answer = (key: string, readingIds: string[], sequence = 1): QuestionAnswer => ({
    id: `answer-${sequence}`,
    key,
    readingIds,
    outcome: 'dismissed',
    reason: 'counted together',
    recordedOn: JULY,
    sequence,
    recordedBy: 'tester',
    source,
  });

  it('are closed by an answer to the readings that raised them', () => {
    const [question, ...others] = asked(
      household({ members: [member('one')] }).read('a', 'persons', 3, JULY),
    );
    if (!question) throw new Error('nothing was asked');
    expect(others).toEqual([]);
    expect(openQuestions([question], [])).toEqual([question]);
    expect(openQuestions([question], [answer(question.key, question.readingIds)])).toEqual([]);
    expect(openQuestions([question], [answer('membersDiffer/b', question.readingIds)])).toEqual([question]);
  });

  it('are open again when another reading raises them', () => {
    const question = {
      ...asked(household({ members: [member('one')] }).read('a', 'persons', 3, JULY))[0],
      readingIds: ['x', 'y'],
    };
    const given = dataQuestion.parse(question);
    expect(openQuestions([given], [answer(given.key, ['x'])])).toEqual([given]);
    expect(openQuestions([given], [answer(given.key, ['x', 'z'])])).toEqual([given]);
    expect(openQuestions([given], [answer(given.key, ['y', 'x'])])).toEqual([]);
    const twice = [answer(given.key, ['x', 'y'], 2), answer(given.key, ['x'], 1)];
    expect(openQuestions([given], twice)).toEqual([]);
  });
});
