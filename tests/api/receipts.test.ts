import { beforeEach, describe, expect, it } from 'vitest';
import { FIELD_HEADERS } from '#src/contract/receipt.ts';
import { contentHash } from '#src/domain/content-hash.ts';
import { EVERYWHERE } from '#src/domain/place.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { apiOver, cadreOf } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const EPOCH = '11111111-1111-4111-8111-111111111111';
const ID = '0190b2a0-0000-7000-8000-000000000001';
const records = () => [
  new RecordBuilder('v')
    .visit('jan', '2018-01-22')
    .household('a')
    .read('a', 'persons', 2, '2018-01-22', { id: 'old' })
    .commitment('owed', 'jan', '2018-06-30').record,
];
/** Everything in a visit that the same visit, come twice, could stumble over. */
const visit: VisitDraft = {
  villageId: 'v',
  kind: 'helper',
  on: '2018-07-16',
  present: [],
  stops: [{ kind: 'household', subjectId: 'a', outcome: 'met', said: '' }],
  readings: [
    {
      id: 'read',
      subject: { kind: 'household', id: 'a' },
      indicator: 'water',
      value: 'met',
      evidence: 'document',
    },
  ],
  verdicts: [{ commitmentId: 'owed', verdict: 'kept', note: '' }],
  commitments: [
    {
      id: 'new',
      theme: 'other',
      what: 'Pump',
      owner: 'Team',
      dueOn: '2018-08-01',
      householdId: null,
      projectId: null,
    },
  ],
  note: 'all well',
};
const correction = { id: 'right', value: 3, evidence: 'document', reason: 'The booklet says three.' };

let api: ReturnType<typeof apiOver>;
beforeEach(() => {
  api = apiOver(records(), { epoch: EPOCH });
});
const put = (headers: Record<string, string>) =>
  api.send('PUT', `/visits/${ID}`, undefined, {
    body: JSON.stringify(visit),
    headers: { 'content-type': 'application/json', ...headers },
  });
const acts = async () => {
  const trail = await api.stores.as({ accountId: 'reader', places: [EVERYWHERE] }).audit({ limit: 10 });
  return trail.entries;
};

describe('what was written under one account', () => {
  it('is refused under the session of another, and nothing is written', async () => {
    const answer = await put({ [FIELD_HEADERS.account]: 'somebody-else' });
    expect(answer).toMatchObject({ status: 401, body: { code: 'OTHER_ACCOUNT' } });
    expect(await acts()).toEqual([]);
  });

  it('is taken under its own', async () => {
    const { id } = cadreOf([]);
    expect(await put({ [FIELD_HEADERS.account]: id })).toMatchObject({ status: 200 });
  });
});

describe('a receipt', () => {
  it('names the content that is recorded and the data that it is recorded in', async () => {
    const answer = await api.put(`/visits/${ID}`, visit);
    expect(answer.body).toMatchObject({ visitId: ID, hash: await contentHash(visit), epoch: EPOCH });
    expect((await api.get('/about')).body).toMatchObject({ epoch: EPOCH });
  });

  it('is of what the schema made of it, whatever the order of the keys', async () => {
    const spaced = Object.fromEntries(Object.entries({ ...visit, note: ' all well ' }).toReversed());
    const answer = await api.put(`/visits/${ID}`, spaced);
    expect(answer.body).toMatchObject({ hash: await contentHash(visit) });
    expect(await api.put(`/visits/${ID}`, visit)).toEqual(answer);
  });

  it('is one and the same for fifty of the same visit at once, whatever is in it', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => api.put(`/visits/${ID}`, visit)));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200 });
    expect(await acts()).toHaveLength(1);
  });

  it('of a correction and of an answer to a review says the same of them', async () => {
    const corrected = await api.post('/readings/old/corrections', correction);
    const content = { readingId: 'old', ...correction };
    expect(corrected.body).toMatchObject({ id: 'right', hash: await contentHash(content), epoch: EPOCH });
    expect(await api.post('/readings/old/corrections', correction)).toEqual(corrected);

    const office = apiOver(records(), {
      stores: api.stores,
      actor: { ...cadreOf(records()), id: 'office', role: 'office', places: [EVERYWHERE] },
    });
    const back = { id: 'back', outcome: 'sentBack', note: 'no water' };
    expect((await office.post('/visits/jan/reviews', back)).body).toMatchObject({
      hash: await contentHash({ visitId: 'jan', ...back }),
    });
    const answer = { id: 'answer', note: 'read now' };
    const answered = await api.post('/visits/jan/answers', answer);
    expect(answered.body).toMatchObject({
      hash: await contentHash({ visitId: 'jan', outcome: 'answered', ...answer }),
      epoch: EPOCH,
    });
    expect(await api.post('/visits/jan/answers', answer)).toEqual(answered);
  });
});

describe('a clock that is off', () => {
  it.each([
    ['a year ahead', '2019-07-16T04:00:00.000Z', 31_536_000],
    ['an hour behind', '2018-07-16T03:00:00.000Z', -3600],
  ])('%s is noted in the trail and changes nothing else', async (_how, told, clockAheadSeconds) => {
    const answer = await put({ [FIELD_HEADERS.clock]: told });
    expect(answer).toMatchObject({ status: 200, body: { recordedOn: '2018-07-16' } });
    expect((await acts())[0]?.after).toMatchObject({ clockAheadSeconds });
  });

  it.each([
    ['by a minute', '2018-07-16T04:01:00.000Z'],
    ['in words', 'noon'],
  ])('%s is not noted', async (_how, told) => {
    await put({ [FIELD_HEADERS.clock]: told });
    expect((await acts())[0]?.after).not.toHaveProperty('clockAheadSeconds');
  });
});
