import { beforeEach, describe, expect, it } from 'vitest';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const OLD = 'a-persons-2018-01-22';
const right = (given: object = {}) => ({
  id: 'right',
  value: 3,
  evidence: 'document',
  reason: 'The booklet says three.',
  ...given,
});

let api: ReturnType<typeof apiOver>;
beforeEach(() => {
  const b = new RecordBuilder('v')
    .visit('jan', '2018-01-22')
    .visit('jul', '2018-07-02')
    .household('a')
    .read('a', 'persons', 2, '2018-01-22')
    .income('a', '2018-01-22', [6000])
    .read('a', 'status', 'registered', '2018-01-22')
    .read('v', 'ruralPopulation', 100, '2018-01-22');
  api = apiOver([b.record]);
});
const correct = (body: unknown, id = OLD) => api.post(`/readings/${id}/corrections`, body);
const percent = async (query = '') => {
  const { body } = await api.get(`/villages/v/progress${query}`);
  return (body as { incidence: { to: { figure: { value: number } } } }).incidence.to.figure.value;
};

describe('a correction is refused', () => {
  it.each([
    ['without a reason', right({ reason: '  ' }), 400, 'BAD_REQUEST'],
    ['with a value that is not possible', right({ value: 2.5 }), 422, 'VALUE_NOT_POSSIBLE'],
    ['with a code where a number belongs', right({ value: 'met' }), 422, 'VALUE_NOT_POSSIBLE'],
    ['that changes nothing', right({ value: 2, evidence: 'seenOnSite' }), 422, 'NOTHING_CHANGED'],
    ['under an id that another reading has', right({ id: OLD }), 409, 'CORRECTION_ID_TAKEN'],
  ])('%s', async (_why, body, status, code) => {
    expect(await correct(body)).toMatchObject({ status, body: { code } });
    expect(await percent()).toBe(2);
  });

  it('of a reading that is not there → 404', async () => {
    expect(await correct(right(), 'nothing')).toMatchObject({
      status: 404,
      body: { code: 'READING_NOT_FOUND' },
    });
  });

  it('of a reading that somebody corrected meanwhile → 409', async () => {
    await correct(right());
    expect(await correct(right({ id: 'other', value: 4 }))).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_CORRECTED' },
    });
  });

  it('when the same id comes with another value → 409', async () => {
    await correct(right());
    expect(await correct(right({ value: 4 }))).toMatchObject({
      status: 409,
      body: { code: 'CORRECTION_ID_TAKEN' },
    });
  });
});

describe('a correction', () => {
  it('moves every figure, keeps the old value, and leaves a past day as it was known', async () => {
    expect(await correct(right())).toMatchObject({
      status: 201,
      body: { value: 3, trueOn: '2018-01-22', recordedOn: '2018-07-16', supersedes: { readingId: OLD } },
    });
    expect(await percent()).toBe(3);
    expect(await percent('?knownOn=2018-07-15')).toBe(2);
    expect((await api.get(`/readings/${OLD}`)).body).toMatchObject({
      readings: [
        { id: 'right', value: 3 },
        { id: OLD, value: 2 },
      ],
    });
  });

  it('sent again is answered as before', async () => {
    const first = await correct(right());
    expect(await correct(right())).toEqual(first);
  });

  it('may say that the value is unknown after all', async () => {
    expect((await correct(right({ value: 'unknown' }))).status).toBe(201);
    expect(await percent()).toBeNull();
  });
});
