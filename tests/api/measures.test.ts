import { describe, expect, it } from 'vitest';
import type { MeasuresBetween } from '#src/domain/measures-between.ts';
import type { PlaceMeasures } from '#src/domain/place-measures.ts';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';

/** Two visits; households a, b and c stay, d joins, e leaves. Line of 2018: 2,995 yuan. */
const village = () =>
  new RecordBuilder('v')
    .visit('jan', JANUARY)
    .visit('jul', JULY)
    .household('a')
    .household('b')
    .household('c')
    .household('d', { registeredOn: '2018-03-01' })
    .household('e', { leftOn: '2018-05-01' })
    .read('a', 'persons', 2, JANUARY)
    .read('b', 'persons', 3, JANUARY)
    .read('e', 'persons', 1, JANUARY)
    .read('d', 'persons', 4, JULY)
    .income('a', JANUARY, [4000, 0, 0, 0, 0])
    .income('a', JULY, [5000, 0, 0, 0, 2000])
    .income('b', JANUARY, [30_000, 0, 0, 0, 0])
    .read('a', 'status', 'registered', JANUARY)
    .read('b', 'status', 'registered', JANUARY)
    .read('e', 'status', 'registered', JANUARY)
    .read('a', 'status', 'out', JULY)
    .read('d', 'status', 'returned', JULY)
    .read('a', 'water', 'notMet', JANUARY)
    .read('a', 'water', 'met', JULY).record;

const asked = async (query = '', record = village()) => {
  const { status, body } = await apiOver([record]).get(`/villages/${record.village.id}/measures${query}`);
  return { status, body: body as MeasuresBetween };
};

describe('the measures of a village', () => {
  it('are told at each visit with the line and the rules that they are made by', async () => {
    const { status, body } = await asked();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      villageId: 'v',
      knownOn: null,
      incomeRule: { id: 'net-income' },
      deprivationRule: { id: 'any-guarantee', verified: false },
      from: { visit: { id: 'jan', on: JANUARY }, line: { yuan: 2995, verified: false }, households: 4 },
      to: { visit: { id: 'jul', on: JULY }, households: 4 },
    });
    expect(body.from.income).toMatchObject({
      persons: 5,
      personsUnknown: 1,
      unknownIds: ['e'],
      uncountedIds: ['c'],
      headcount: 0.4,
      headcountRange: { low: 2 / 6, high: 3 / 6 },
    });
    expect(body.to.income).toMatchObject({ persons: 5, personsUnknown: 4, headcount: 0 });
  });

  it('change with the line and with what counts as income', async () => {
    const six = (await asked('?series=sixPercent')).body;
    expect([six.from.line?.id, six.to.income.headcount]).toEqual(['six-percent-2018', 0.4]);
    const own = (await asked('?income=own-income')).body;
    expect([own.incomeRule.id, own.to.income.incomeRuleId]).toEqual(['own-income', 'own-income']);
    expect([own.to.income.headcount, (await asked()).body.to.income.headcount]).toEqual([0.4, 0]);
  });

  it('show by a range what unknown guarantees decide, and from which cutoff on', async () => {
    const one = (await asked()).body.from.guarantees;
    expect(one.persons).toBe(6);
    expect(one.H).toEqual({ value: null, range: { low: 2 / 6, high: 1 } });
    expect(one.censored.water?.range).toEqual({ low: 2 / 6, high: 1 });
    const two = (await asked('?k=2')).body;
    expect([two.deprivationRule.k, two.from.guarantees.H.range?.low]).toEqual([1 / 3, 0]);
  });

  it('have no verdict by income where there is no line of that year', async () => {
    const early = new RecordBuilder('v')
      .visit('a', '2010-01-01')
      .visit('b', '2010-06-01')
      .household('a')
      .read('a', 'persons', 2, '2010-01-01')
      .income('a', '2010-01-01', [1000, 0, 0, 0, 0]).record;
    const { body } = await asked('', early);
    expect(body.to.line).toBeNull();
    expect(body.to.income).toMatchObject({ headcount: null, headcountRange: null, sen1976: null, gini: 0 });
  });

  it('tell a village without households as nobody to measure, never as 0', async () => {
    const empty = new RecordBuilder('v').visit('jan', JANUARY).visit('jul', JULY).record;
    const { body } = await asked('', empty);
    expect(body.to.income).toMatchObject({ persons: 0, headcount: null, gini: null });
    expect(body.to.guarantees.M0).toEqual({ value: null, range: null });
    expect(body.mobility.shorrocks).toEqual({ households: null, persons: null, known: 0 });
  });

  it('leave a later correction out when asked as known before it', async () => {
    const b = village();
    const wrong = b.readings.find((r) => r.id === `a-wage-${JANUARY}`);
    if (!wrong) throw new Error('no wage');
    b.readings.push({
      ...wrong,
      id: 'mended',
      value: 9000,
      recordedOn: '2018-07-10',
      sequence: 900,
      supersedes: { readingId: wrong.id, reason: 'slip' },
    });
    expect((await asked('', b)).body.from.income.headcount).toBe(0);
    const before = (await asked('?knownOn=2018-07-09', b)).body;
    expect([before.knownOn, before.from.income.headcount]).toEqual(['2018-07-09', 0.4]);
  });
});

describe('who moved between the states of the register', () => {
  it('is told as a matrix over the same households, with those that joined and left beside it', async () => {
    const { mobility } = (await asked()).body;
    expect(mobility.states).toEqual(['registered', 'out', 'returned', 'unknown']);
    expect(mobility.households).toEqual([
      [1, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 1],
    ]);
    expect(mobility.persons[0]).toEqual([3, 2, 0, 0]);
    expect(mobility.panel).toEqual({ households: 3, persons: 5, personsUnknown: 1 });
    expect(mobility.entrants).toEqual({ households: 1, persons: 4, personsUnknown: 0 });
    expect(mobility.leavers).toEqual({ households: 1, persons: 1, personsUnknown: 0 });
    expect(mobility.moves.map(({ from, to, householdIds }) => [from, to, householdIds])).toEqual([
      ['registered', 'registered', ['b']],
      ['registered', 'out', ['a']],
      ['registered', 'absent', ['e']],
      ['unknown', 'unknown', ['c']],
      ['absent', 'returned', ['d']],
    ]);
  });

  it('is summed up over the households whose state is known at both visits', async () => {
    // One row of three states, half of it stayed: (1 − ½) · 3 ÷ 2.
    const { shorrocks } = (await asked()).body.mobility;
    expect(shorrocks.known).toBe(2);
    expect(shorrocks.households).toBeCloseTo(0.75, 12);
    expect(shorrocks.persons).toBeCloseTo((2 / 5) * 1.5, 12);
  });

  it('holds every household of every sample village once', async () => {
    for (const record of sampleRecords) {
      const { status, body } = await asked('', record);
      if (status === 422) continue;
      const ids = body.mobility.moves.flatMap((move) => move.householdIds);
      expect(new Set(ids).size).toBe(ids.length);
      const { panel, entrants, leavers } = body.mobility;
      expect(panel.households + entrants.households).toBe(body.to.households);
      expect(panel.households + leavers.households).toBe(body.from.households);
    }
  });
});

describe('what cannot be measured', () => {
  it.each([
    ['?series=other', 400, 'BAD_REQUEST', { issues: [{ field: 'series', code: 'notACode' }] }],
    ['?income=other', 400, 'BAD_REQUEST', { issues: [{ field: 'income', code: 'notACode' }] }],
    ['?k=7', 400, 'BAD_REQUEST', { issues: [{ field: 'k', code: 'notACode' }] }],
    ['?k=0.5', 400, 'BAD_REQUEST', { issues: [{ field: 'k', code: 'notACode' }] }],
    ['?from=jul&to=jan', 422, 'PAIR_OUT_OF_ORDER', { field: 'from' }],
    ['?to=none', 404, 'VISIT_NOT_FOUND', undefined],
    ['?knownOn=2018-03-01', 422, 'TOO_FEW_VISITS', undefined],
  ])('%s → %i %s', async (query, status, code, data) => {
    const answer = await asked(query);
    expect(answer).toMatchObject({ status, body: { code, ...(data && { data }) } });
  });

  it('of no village → 404', async () => {
    expect(await apiOver([village()]).get('/villages/nowhere/measures')).toMatchObject({
      status: 404,
      body: { code: 'VILLAGE_NOT_FOUND' },
    });
  });
});

describe('many villages', () => {
  it('are measured as of a day that is named, and never as of one to come', async () => {
    const api = apiOver([village()]);
    const visitOn = async (query: string) => {
      const { body } = await api.get(`/measures${query}`);
      const { today, villages } = body as PlaceMeasures;
      return [today, villages[0]?.visit?.id];
    };
    expect(await visitOn('')).toEqual(['2018-07-16', 'jul']);
    expect(await visitOn('?on=2018-07-01')).toEqual(['2018-07-01', 'jan']);
    expect(await visitOn('?on=2018-01-01')).toEqual(['2018-01-01', undefined]);
    expect(await visitOn('?on=2019-01-01')).toEqual(['2018-07-16', 'jul']);
    expect(await api.get('/measures?on=today')).toMatchObject({
      status: 400,
      body: { data: { issues: [{ field: 'on' }] } },
    });
  });
});
