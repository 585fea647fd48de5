import { describe, expect, it } from 'vitest';
import type { Actor } from '#src/domain/account.ts';
import { contentHash } from '#src/domain/content-hash.ts';
import type { QuestionEntry } from '#src/domain/question-list.ts';
import { EVERYWHERE } from '#src/domain/place.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { apiOver } from '#tests/support/api.ts';
import { certificateOf, wrongCertificateOf } from '#tests/support/certificate.ts';
import { member } from '#tests/support/questions.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JUL = '2018-07-02';
const PERSONS = `a-persons-${JUL}`;

/** Household a has one member, and three persons are counted; household b is in order. */
const record = () =>
  new RecordBuilder('v')
    .visit('jan', '2018-01-22')
    .visit('jul', JUL)
    .household('a', { members: [member('one')] })
    .household('b')
    .read('a', 'persons', 3, JUL).record;

interface Listed {
  visit: { id: string; on: string } | null;
  entries: QuestionEntry[];
  households: { id: string }[];
}
const office: Actor = { id: 'office', name: 'Office', role: 'office', places: [EVERYWHERE], via: 'session' };
const auditor: Actor = { ...office, id: 'auditor', role: 'auditor' };

const said = {
  key: 'membersDiffer/a',
  readingIds: [PERSONS],
  outcome: 'answered',
  reason: 'two work in town',
};
type Said = typeof said;

/** The village's cadre, and others over the same memory. */
function opened() {
  const cadre = apiOver([record()]);
  const as = (actor: Actor) => apiOver([], { actor, stores: cadre.stores });
  const say = (id: string, given: Partial<Said> = {}, by = cadre) =>
    by.post('/villages/v/questions/answers', { ...said, id, ...given });
  const listed = async (by = cadre) => (await by.get('/villages/v/questions')).body as Listed;
  const stands = async () =>
    (await listed()).entries.map(({ state, answers }) => [state, answers.map(({ id }) => id)]);
  return { cadre, as, say, listed, stands };
}

describe('the questions of a village', () => {
  it('are asked at the last visit, with the households that they are about', async () => {
    const { listed } = opened();
    expect(await listed()).toMatchObject({
      visit: { id: 'jul', on: JUL },
      entries: [
        {
          question: { key: 'membersDiffer/a', figures: { members: 1, persons: 3 } },
          state: 'open',
          readings: [{ indicator: 'persons', value: 3, trueOn: JUL, evidence: 'seenOnSite' }],
        },
      ],
      households: [{ id: 'a' }],
    });
  });

  it('are asked at another visit, or at none', async () => {
    const { cadre } = opened();
    const at = async (query: string) => cadre.get(`/villages/v/questions${query}`);
    expect(await at('?at=jan')).toMatchObject({ body: { visit: { id: 'jan' }, entries: [] } });
    expect(await at('?at=nothing')).toMatchObject({ status: 404, body: { code: 'VISIT_NOT_FOUND' } });
    const unvisited = apiOver([new RecordBuilder('v').household('a').record]);
    expect((await unvisited.get('/villages/v/questions')).body).toEqual({
      visit: null,
      entries: [],
      households: [],
      members: [],
    });
  });

  it('go away by themselves when a correction mends what was odd', async () => {
    const { cadre, listed, say } = opened();
    await say('q1');
    const correction = { id: 'right', value: 1, evidence: 'document', reason: 'the booklet says one' };
    expect((await cadre.post(`/readings/${PERSONS}/corrections`, correction)).status).toBe(201);
    expect((await listed()).entries).toMatchObject([
      { state: 'gone', gone: { since: '2018-07-16', readingId: 'right' }, answers: [{ id: 'q1' }] },
    ]);
  });
});

describe('an answer to a question', () => {
  it('is refused about what the village does not hold, and nothing is written', async () => {
    const { say, stands } = opened();
    expect(await say('q1', { key: 'membersDiffer/nobody' })).toMatchObject({
      status: 422,
      body: { code: 'UNKNOWN_SUBJECT', data: { field: 'key' } },
    });
    expect(await say('q1', { readingIds: ['nothing'] })).toMatchObject({
      status: 422,
      body: { code: 'UNKNOWN_READING', data: { field: 'readingIds' } },
    });
    expect(await say('q1', { outcome: 'reopened' })).toMatchObject({
      status: 422,
      body: { code: 'QUESTION_OPEN', data: { field: 'outcome' } },
    });
    expect(await stands()).toEqual([['open', []]]);
  });

  it.each<[string, string, Partial<Said>]>([
    ['reason', 'required', { reason: ' ' }],
    ['key', 'notACode', { key: 'nothing/a' }],
  ])('says beside %s what is wrong: %s', async (field, code, given) => {
    const { say } = opened();
    expect(await say('q1', given)).toMatchObject({
      status: 400,
      body: { data: { issues: [{ field, code }] } },
    });
  });

  it('closes it until a later one opens it again; all of them stay', async () => {
    const { say, stands } = opened();
    expect((await say('q1')).status).toBe(201);
    expect(await stands()).toEqual([['answered', ['q1']]]);
    expect((await say('q2', { outcome: 'reopened', reason: 'a slip' })).status).toBe(201);
    expect(await stands()).toEqual([['open', ['q1', 'q2']]]);
    expect((await say('q3', { outcome: 'dismissed', reason: 'counted by place' })).status).toBe(201);
    expect(await stands()).toEqual([['dismissed', ['q1', 'q2', 'q3']]]);
  });

  it('sent again gets the same receipt, and another under its id is refused', async () => {
    const { say, stands } = opened();
    const first = await say('q1', { reason: ' two work in town ' });
    expect(first.body).toMatchObject({
      hash: await contentHash({ ...said, id: 'q1' }),
      recordedOn: '2018-07-16',
      source: null,
    });
    expect(await say('q1')).toEqual(first);
    expect(await say('q1', { reason: 'other' })).toMatchObject({
      status: 409,
      body: { code: 'ANSWER_ID_TAKEN' },
    });
    expect(await stands()).toEqual([['answered', ['q1']]]);
  });

  it('tells what was found only from the village; the office dismisses, and opens again', async () => {
    const { as, say, stands } = opened();
    const by = as(office);
    expect(await say('q1', {}, by)).toMatchObject({
      status: 422,
      body: { code: 'OUTCOME_NOT_ALLOWED', data: { field: 'outcome' } },
    });
    expect((await say('q2', { outcome: 'dismissed' }, by)).status).toBe(201);
    expect((await say('q3', { outcome: 'reopened' }, by)).status).toBe(201);
    expect((await say('q4', {}, as(auditor))).status).toBe(403);
    expect(await stands()).toEqual([['open', ['q2', 'q3']]]);
  });

  it('stands in the household’s record, and what was found is withheld from auditors; reasons are not', async () => {
    const { as, say } = opened();
    await say('q1');
    await say('q2', { outcome: 'dismissed', reason: 'counted by place' });
    const by = as(auditor);
    const { questionAnswers } = (await by.get('/households/a')).body as HouseholdRecord;
    expect(questionAnswers.map(({ reason }) => reason)).toEqual([
      { zh: '（不予显示）', en: '(withheld)' },
      'counted by place',
    ]);
    expect(((await by.get('/households/b')).body as HouseholdRecord).questionAnswers).toEqual([]);
    const { entries } = (await by.get('/audit?action=answerDataQuestion')).body as {
      entries: { householdId: string; reason: string | null; after: object }[];
    };
    expect(entries).toMatchObject([
      {
        householdId: 'a',
        reason: 'counted by place',
        after: { question: 'membersDiffer', questionOutcome: 'dismissed' },
      },
      { householdId: 'a', reason: null, after: { questionOutcome: 'answered' } },
    ]);
  });
});

describe('a certificate number', () => {
  it('raises a question when it is entered, is asked about anew when another is, and is none once one is in order', async () => {
    const { cadre, say } = opened();
    const enter = async (value: string) => {
      const path = '/households/a/members/one/identifiers/certificate';
      expect((await cadre.put(path, { value, reason: 'read from it' })).status).toBe(200);
      const { body } = await cadre.get('/villages/v/questions');
      expect(JSON.stringify(body)).not.toContain(value.slice(4, 12));
      return (body as Listed).entries
        .filter(({ question }) => question.code.startsWith('certificate'))
        .map(({ question, state, answers, earlier }) => [
          question.key,
          state,
          [...answers, ...earlier].map(({ id }) => id),
        ]);
    };
    const odd = wrongCertificateOf('19800101', '001');
    expect(await enter(odd)).toEqual([['certificateOdd/a/one', 'open', []]]);
    const dismissed = { key: 'certificateOdd/a/one', readingIds: [], outcome: 'dismissed' };
    expect((await say('q1', dismissed)).status).toBe(201);
    expect(await enter(odd)).toEqual([['certificateOdd/a/one', 'dismissed', ['q1']]]);
    expect(await enter(wrongCertificateOf('19800101', '002'))).toEqual([
      ['certificateOdd/a/one/2', 'open', ['q1']],
    ]);
    expect((await say('q2', { key: 'certificateOdd/a/one/2', readingIds: [] })).status).toBe(201);
    expect(await enter(certificateOf('19800101', '002'))).toEqual([
      ['certificateOdd/a/one/2', 'gone', ['q2', 'q1']],
    ]);
    expect(await enter(certificateOf('19810101', '002'))).toEqual([
      ['certificateBirthYear/a/one/4', 'open', []],
      ['certificateOdd/a/one/2', 'gone', ['q2', 'q1']],
    ]);
  });
});
