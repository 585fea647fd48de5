import { describe, expect, it } from 'vitest';
import type { CertificateCheck } from '#src/domain/certificate-check.ts';
import {
  answersAbout,
  matterOf,
  occurrenceOf,
  partsOfKey,
  questionAnswerDraft,
  questionAnswerIn,
  type QuestionAnswer,
} from '#src/domain/data-questions.ts';
import { questionEntries, questionEntry, questionsAt } from '#src/domain/question-list.ts';
import type { ReadingValue } from '#src/domain/indicator.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { member } from '#tests/support/questions.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';

/** One person is listed; in January one was counted, in July three. */
const village = () =>
  new RecordBuilder()
    .visit('jan', JANUARY)
    .household('a', { members: [member('one')] })
    .read('a', 'persons', 1, JANUARY)
    .visit('jul', JULY)
    .read('a', 'persons', 3, JULY);

const corrected = (b: RecordBuilder, id: string, old: string, value: ReadingValue, recordedOn: string) =>
  b.read('a', 'persons', value, JULY, { id, recordedOn, supersedes: { readingId: old, reason: 'counted' } });

const answer = (id: string, given: Partial<QuestionAnswer> = {}): QuestionAnswer => ({
  id,
  key: 'membersDiffer/a',
  readingIds: [`a-persons-${JULY}`],
  outcome: 'answered',
  reason: 'two work in town',
  recordedOn: '2018-07-16',
  sequence: 90,
  recordedBy: 'tester',
  source: null,
  ...given,
});

function entries(b: RecordBuilder, answers: QuestionAnswer[] = [], at = 1) {
  const visit = b.record.visits[at];
  if (!visit) throw new Error('the test has no such visit');
  return questionEntries(b.record, answers, visit).map((one) => questionEntry.parse(one));
}
const states = (b: RecordBuilder, answers: QuestionAnswer[] = []) =>
  entries(b, answers).map(({ question, state }) => [question.code, state]);

describe('the list of questions', () => {
  it('tells a question with the readings behind it, their days and their evidence', () => {
    expect(entries(village())).toEqual([
      {
        question: {
          key: 'membersDiffer/a',
          code: 'membersDiffer',
          subject: { kind: 'household', id: 'a' },
          memberId: null,
          readingIds: [`a-persons-${JULY}`],
          figures: { members: 1, persons: 3 },
        },
        state: 'open',
        gone: null,
        readings: [
          {
            indicator: 'persons',
            readingId: `a-persons-${JULY}`,
            value: 3,
            trueOn: JULY,
            evidence: 'seenOnSite',
            corrected: false,
          },
        ],
        answers: [],
        earlier: [],
      },
    ]);
    expect(entries(village(), [], 0)).toEqual([]);
  });

  it('counts the last answer, whatever order they come in, and shows all of them', () => {
    expect(entries(village(), [answer('one')])).toMatchObject([{ state: 'answered', earlier: [] }]);
    const given = [
      answer('three', { sequence: 93, outcome: 'dismissed' }),
      answer('two', { sequence: 92, outcome: 'reopened' }),
      answer('one', { sequence: 91 }),
    ];
    expect(states(village(), given.slice(1))).toEqual([['membersDiffer', 'open']]);
    expect(states(village(), given)).toEqual([['membersDiffer', 'dismissed']]);
    expect(entries(village(), given)[0]?.answers.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  });

  it('asks anew when another reading raises it, and tells what was said before', () => {
    const b = corrected(village(), 'four', `a-persons-${JULY}`, 4, '2018-07-10');
    const [entry, ...others] = entries(b, [answer('two', { sequence: 91 }), answer('one')]);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      state: 'open',
      readings: [{ readingId: 'four', corrected: true }],
      answers: [],
      earlier: [{ id: 'one' }, { id: 'two' }],
    });
    expect(states(b, [answer('one', { readingIds: ['four'] })])).toEqual([['membersDiffer', 'answered']]);
  });

  it('says since when a correction took away what was odd', () => {
    const b = corrected(village(), 'right', `a-persons-${JULY}`, 1, '2018-07-10');
    expect(entries(b, [answer('one')])).toMatchObject([
      {
        state: 'gone',
        gone: { since: '2018-07-10', readingId: 'right', visitId: null },
        question: { figures: { members: 1, persons: 3 } },
        answers: [{ id: 'one' }],
      },
    ]);
    // Wrong again, and right again: the last correction counts.
    corrected(b, 'wrong', 'right', 2, '2018-07-11');
    expect(states(b)).toEqual([['membersDiffer', 'open']]);
    corrected(b, 'last', 'wrong', 1, '2018-07-12');
    expect(entries(b)).toMatchObject([
      { gone: { since: '2018-07-12', readingId: 'last' }, question: { figures: { persons: 2 } } },
    ]);
    b.record.readings.reverse();
    expect(entries(b)).toMatchObject([{ gone: { since: '2018-07-12', readingId: 'last' } }]);
  });

  it('does not say that a correction took away what another reading took away', () => {
    const b = corrected(village(), 'still', `a-persons-${JULY}`, 2, '2018-07-10');
    b.read('a', 'persons', 1, JULY, { id: 'anew', recordedOn: '2018-07-12' });
    expect(entries(b)).toEqual([]);
  });

  it('leaves out what was corrected before the visit, and what the correction did not mend', () => {
    const early = new RecordBuilder()
      .household('a', { members: [member('one')] })
      .read('a', 'persons', 3, JANUARY)
      .read('a', 'persons', 1, JANUARY, {
        id: 'right',
        supersedes: { readingId: `a-persons-${JANUARY}`, reason: 'counted' },
      })
      .visit('jan', JANUARY)
      .visit('jul', JULY);
    expect(entries(early)).toEqual([]);
    expect(states(corrected(village(), 'still', `a-persons-${JULY}`, 2, '2018-07-10'))).toEqual([
      ['membersDiffer', 'open'],
    ]);
  });

  it('says that the visit took away what was odd at the one before', () => {
    const b = village().visit('oct', '2018-10-09').read('a', 'persons', 1, '2018-10-09');
    expect(entries(b, [], 2)).toMatchObject([
      { state: 'gone', gone: { since: '2018-10-09', readingId: null, visitId: 'oct' } },
    ]);
  });

  it('does not say so of what is asked of the village, which each visit asks for itself', () => {
    const b = new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY);
    for (const n of [1, 2, 3, 4]) {
      b.household(`h${n}`)
        .read(`h${n}`, 'persons', 1, JANUARY)
        .income(`h${n}`, JANUARY, [3000 + n, 0, 0, 0, 0])
        .read(`h${n}`, 'wage', 9000 + n, JULY);
    }
    expect(entries(b, [], 0)[0]).toMatchObject({ question: { code: 'incomeBunching' } });
    expect(states(b)).toEqual([1, 2, 3, 4].map(() => ['justAboveLine', 'gone']));
  });

  it('does not say so of what is asked more sharply now', () => {
    const b = new RecordBuilder()
      .visit('jan', JANUARY)
      .household('a', { members: [member('kid', { birthYear: 2006, student: 'notStudent' })] })
      .read('a', 'education', 'notMet', JANUARY)
      .visit('jul', JULY)
      .read('a', 'education', 'met', JULY);
    expect(states(b)).toEqual([['educationMetOutOfSchool', 'open']]);
  });

  it('keeps what was answered long ago, without figures', () => {
    const b = village()
      .visit('oct', '2018-10-09')
      .read('a', 'persons', 1, '2018-10-09')
      .visit('dec', '2018-12-01');
    const answers = [
      answer('one'),
      answer('child', { key: 'outOfSchool/a/kid', readingIds: [] }),
      answer('bunch', { key: `incomeBunching/v/${JANUARY}`, readingIds: [] }),
    ];
    expect(entries(b, answers, 3)).toMatchObject([
      {
        state: 'gone',
        gone: { since: null },
        question: { code: 'membersDiffer', figures: {} },
        readings: [{ value: 3 }],
        answers: [{ id: 'one' }],
      },
      { question: { code: 'outOfSchool', memberId: 'kid', subject: { kind: 'household', id: 'a' } } },
      {
        question: {
          key: `incomeBunching/v/${JANUARY}`,
          memberId: null,
          subject: { kind: 'village', id: 'v' },
        },
      },
    ]);
  });

  it('asks anew of another certificate number, and says since when one is in order', () => {
    const checks = [
      { on: null, found: ['certificateOdd'] },
      { on: '2018-07-05', found: ['certificateOdd', 'certificateSex'] },
      { on: '2018-07-09', found: [] },
    ] satisfies CertificateCheck[];
    const numbers = (n: number, leftOn: string | null = null) =>
      new RecordBuilder()
        .visit('jan', JANUARY)
        .visit('jul', JULY)
        .household('a', { leftOn, members: [member('one', { certificateChecks: checks.slice(0, n) })] });
    const dismissed = answer('one', { key: 'certificateOdd/a/one', readingIds: [], outcome: 'dismissed' });
    expect(states(numbers(1), [dismissed])).toEqual([['certificateOdd', 'dismissed']]);
    expect(entries(numbers(2), [dismissed])).toMatchObject([
      { question: { key: 'certificateOdd/a/one/2' }, state: 'open', answers: [], earlier: [{ id: 'one' }] },
      { question: { key: 'certificateSex/a/one/2' }, state: 'open', earlier: [] },
    ]);
    const gone = { state: 'gone', gone: { since: '2018-07-09', readingId: null, visitId: null } };
    expect(entries(numbers(3), [dismissed])).toMatchObject([
      { ...gone, question: { key: 'certificateOdd/a/one/2' }, answers: [], earlier: [{ id: 'one' }] },
      { ...gone, question: { key: 'certificateSex/a/one/2' } },
    ]);
    expect(entries(numbers(3, '2018-03-01'))).toEqual([]);
  });

  it('looks before the day that each household was last read, so that a call next door takes no question away', () => {
    const b = new RecordBuilder()
      .visit('jan', JANUARY)
      .household('a')
      .household('b')
      .read('a', 'persons', 1, JANUARY)
      .income('a', JANUARY, [9000, 0, 0, 0, 0])
      .visit('jul', JULY)
      .income('a', JULY, [9000, 0, 0, 0, 0])
      .visit('aug', '2018-08-01')
      .read('b', 'persons', 2, '2018-08-01')
      // Neither what became true later counts as its last reading, nor what was recorded later of an earlier day.
      .read('a', 'persons', 1, '2018-09-01')
      .read('a', 'food', 'met', JANUARY);
    for (const at of b.record.visits.slice(1)) {
      expect(questionsAt(b.record, at).map(({ key }) => key)).toEqual(['incomeCopied/a']);
    }
  });

  it('of the sample has its shape at each visit, and each key once', () => {
    for (const record of sampleRecords) {
      for (const visit of record.visits) {
        const found = questionEntries(record, [], visit);
        for (const one of found) expect(questionEntry.safeParse(one).error).toBeUndefined();
        expect(new Set(found.map(({ question }) => question.key)).size).toBe(found.length);
      }
    }
  });
});

describe('a key', () => {
  it('names its parts, and nothing else is one', () => {
    expect(partsOfKey('causeTwice/a')).toEqual({ code: 'causeTwice', subjectId: 'a', rest: null, nth: 1 });
    expect(partsOfKey('outOfSchool/a/kid')).toEqual({
      code: 'outOfSchool',
      subjectId: 'a',
      rest: 'kid',
      nth: 1,
    });
    expect(partsOfKey('certificateOdd/a/m/12')).toMatchObject({ rest: 'm', nth: 12 });
    for (const key of [
      '',
      'causeTwice',
      'causeTwice/',
      'nothing/a',
      'causeTwice/a/b/c',
      'causeTwice/a/b/0',
      'causeTwice/a/b/2/3',
      'toString/a',
      ' causeTwice/a',
    ]) {
      expect(partsOfKey(key)).toBeNull();
    }
  });
});

describe('an answer', () => {
  it('is about a matter, whichever time it is asked, and to one occurrence of it', () => {
    expect(matterOf('certificateOdd/a/m/12')).toBe(matterOf('certificateOdd/a/m'));
    expect(matterOf('certificateOdd/a/m')).not.toBe(matterOf('certificateOdd/a/n'));
    const of = (...readingIds: string[]) => occurrenceOf({ key: 'causeTwice/a', readingIds });
    expect(of('r2', 'r1')).toBe(of('r1', 'r2'));
    expect(of('r1', 'r2')).not.toBe(of('r1r2'));
  });

  it('is found by whom it is about, and told as it was sent', () => {
    const given = [answer('one'), answer('two', { key: 'causeTwice/b' }), answer('three', { key: 'none' })];
    expect(answersAbout(given, 'a').map(({ id }) => id)).toEqual(['one']);
    expect(questionAnswerIn(answer('one'))).toEqual({
      id: 'one',
      key: 'membersDiffer/a',
      readingIds: [`a-persons-${JULY}`],
      outcome: 'answered',
      reason: 'two work in town',
    });
  });
});

describe('what is typed', () => {
  it('needs a reason and a key', () => {
    const draft = {
      id: 'one',
      key: 'causeTwice/a',
      readingIds: [],
      outcome: 'dismissed',
      reason: ' both are so ',
    };
    expect(questionAnswerDraft.parse(draft).reason).toBe('both are so');
    expect(questionAnswerDraft.safeParse({ ...draft, reason: '  ' }).error?.issues[0]?.message).toBe(
      'required',
    );
    expect(questionAnswerDraft.safeParse({ ...draft, key: 'x/a' }).error?.issues[0]?.message).toBe(
      'notACode',
    );
    const many = Array.from({ length: 101 }, (_, n) => `r${n}`);
    expect(questionAnswerDraft.safeParse({ ...draft, readingIds: many }).error?.issues[0]?.message).toBe(
      'tooMany',
    );
  });
});
