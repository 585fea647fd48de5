import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  belowRange,
  measuresIn,
  placeSum,
  sumOver,
  villageInPlace,
  type PlaceAsk,
  type VillageInPlace,
} from '#src/domain/place-measures.ts';
import { fgt } from '#src/domain/poverty-measures.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { seeded } from '#tests/support/seed.ts';

const JULY = '2018-07-02';
const TODAY = '2018-07-16';
const ask: PlaceAsk = { today: TODAY };

function only(b: RecordBuilder, given: Partial<PlaceAsk> = {}): VillageInPlace {
  const [found] = measuresIn([b.record], { ...ask, ...given });
  if (!found) throw new Error('no village');
  return villageInPlace.parse(found);
}

describe('one of many villages', () => {
  const village = () =>
    new RecordBuilder('v')
      .visit('jan', '2018-01-22')
      .visit('jul', JULY)
      .household('a')
      .household('b')
      .household('c')
      .household('d')
      .household('gone', { leftOn: JULY })
      .read('gone', 'persons', 9, '2018-01-22')
      .read('v', 'ruralPopulation', 200, JULY, { evidence: 'document' })
      .read('a', 'persons', 2, JULY)
      .read('b', 'persons', 3, JULY)
      .read('c', 'persons', 5, JULY, { evidence: 'synthetic' })
      .read('a', 'status', 'registered', JULY)
      .read('b', 'status', 'out', JULY)
      .read('d', 'status', 'returned', JULY)
      .income('a', JULY, [2995, 0, 0, 0, 0])
      .income('b', JULY, [8985, 0, 0, 0, 0]);

  it('counts as it was at its last visit', () => {
    expect(only(village())).toEqual({
      villageId: 'v',
      place: 'cn/99/9999/999999/township/v',
      name: village().record.village.name,
      township: village().record.village.township,
      visit: { id: 'jul', on: JULY },
      lineId: 'national-2018',
      households: 4,
      poorHouseholds: 2,
      poorPersons: 2,
      poorUncounted: 1,
      statusUnknown: 1,
      population: 200,
      persons: 5,
      personsUnknown: 5,
      uncounted: 1,
      below: 2,
      headcount: 0.4,
      gap: 0.2,
      severity: 0.1,
      gini: 0.15,
      evidence: ['seenOnSite', 'document', 'synthetic'],
    });
  });

  it('counts by the line and the income that are asked for', () => {
    expect(only(village(), { series: 'sixPercent' })).toMatchObject({ lineId: 'six-percent-2018', below: 5 });
    const given = village().read('b', 'transfer', 9000, JULY, { id: 'gift', sequence: 99 });
    expect(only(given, { income: 'own-income' }).gini).toBe(only(village()).gini);
    expect(only(given).gini).not.toBe(only(village()).gini);
  });

  it('has nothing but its name before anybody has visited', () => {
    const early = only(village(), { today: '2018-01-21' });
    expect(early).toMatchObject({
      visit: null,
      lineId: null,
      households: 0,
      below: null,
      gini: null,
      evidence: [],
    });
    expect(only(village(), { today: '2018-01-22' }).visit).toEqual({ id: 'jan', on: '2018-01-22' });
    expect(only(village(), { today: JULY }).visit?.id).toBe('jul');
  });

  it('is told below no line where its year has none', () => {
    const b = new RecordBuilder('v')
      .visit('old', '2010-01-01')
      .household('a')
      .read('a', 'persons', 1, '2010-01-01');
    expect(only(b.income('a', '2010-01-01', [5, 0, 0, 0, 0]))).toMatchObject({
      lineId: null,
      persons: 1,
      below: null,
      headcount: null,
      gini: 0,
    });
  });

  it('is there within its place and those above it, in order of the places', () => {
    const records = ['b', 'c', 'a'].map((id) => new RecordBuilder(id).record);
    const ids = (place?: string) => measuresIn(records, { ...ask, place }).map((v) => v.villageId);
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(ids('cn/99')).toEqual(['a', 'b', 'c']);
    expect(ids('cn/99/9999/999999/township/b')).toEqual(['b']);
    expect(ids('cn/98')).toEqual([]);
  });
});

describe('the share below the line', () => {
  it('reaches from nobody to everybody whose income is not known', () => {
    const village = { lineId: 'l', below: 2, persons: 6, personsUnknown: 2 } as VillageInPlace;
    expect(belowRange(village)).toEqual({ low: 0.25, high: 0.5 });
    expect(belowRange({ ...village, below: null, persons: 0 })).toEqual({ low: 0, high: 1 });
    expect(belowRange({ ...village, lineId: null })).toBeNull();
    expect(belowRange({ ...village, persons: 0, personsUnknown: 0 })).toBeNull();
  });
});

describe('villages together', () => {
  const base = only(new RecordBuilder('v').visit('jul', JULY));
  const village = (given: Partial<VillageInPlace>): VillageInPlace => ({ ...base, ...given });
  const one = village({
    households: 3,
    poorHouseholds: 2,
    poorPersons: 4,
    poorUncounted: 1,
    statusUnknown: 1,
    population: 100,
    persons: 6,
    personsUnknown: 2,
    below: 3,
    headcount: 0.5,
    gap: 0.2,
    severity: 0.1,
    evidence: ['synthetic'],
  });
  const two = village({
    households: 1,
    population: 300,
    persons: 2,
    below: 0,
    headcount: 0,
    gap: 0,
    severity: 0,
    evidence: ['seenOnSite'],
  });

  it('are added up by persons', () => {
    expect(placeSum.parse(sumOver([one, two]))).toEqual({
      villages: 2,
      measured: 2,
      households: 4,
      poorHouseholds: 2,
      poorPersons: 4,
      poorUncounted: 1,
      statusUnknown: 1,
      incidence: 1,
      populated: 2,
      persons: 8,
      personsUnknown: 2,
      headcount: 3 / 8,
      headcountRange: { low: 3 / 10, high: 5 / 10 },
      gap: (6 * 0.2) / 8,
      severity: (6 * 0.1) / 8,
      evidence: ['seenOnSite', 'synthetic'],
    });
  });

  it('leave out of each share the villages that it is not known of, and say of how many it is', () => {
    const dark = village({ persons: 0, personsUnknown: 10, population: null });
    const lineless = village({ lineId: null, persons: 50, personsUnknown: 7, population: 0 });
    const sizeless = village({ poorHouseholds: 1, poorUncounted: 1, population: 500 });
    const sum = sumOver([one, dark, lineless, sizeless]);
    expect(sum).toMatchObject({ villages: 4, measured: 1, populated: 1, persons: 6, personsUnknown: 19 });
    expect([sum.headcount, sum.incidence]).toEqual([0.5, 4]);
    expect(sum.headcountRange).toEqual({ low: 3 / 18, high: 15 / 18 });
  });

  it('are nothing where there are none, and not 0', () => {
    const sum = sumOver([]);
    expect([sum.headcount, sum.headcountRange, sum.gap, sum.severity, sum.incidence]).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  it('give what all their people in one village would give', () => {
    const household = record({
      yuan: integer({ min: 0, max: 30_000 }),
      persons: integer({ min: 1, max: 6 }),
    });
    const villages = array(array(household, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
    assert(
      property(villages, (given) => {
        const rows = given.map((households, v) => {
          const b = new RecordBuilder(`v${v}`).visit(`jul${v}`, JULY);
          for (const [h, { yuan, persons }] of households.entries()) {
            const id = `v${v}h${h}`;
            b.household(id).read(id, 'persons', persons, JULY).income(id, JULY, [yuan, 0, 0, 0, 0]);
          }
          return only(b);
        });
        const all = given.flat();
        const sum = sumOver(rows);
        for (const [alpha, name] of [
          [0, 'headcount'],
          [1, 'gap'],
          [2, 'severity'],
        ] as const) {
          const whole = fgt({
            incomes: all.map((h) => h.yuan / h.persons),
            weights: all.map((h) => h.persons),
            line: 2995,
            alpha,
          });
          expect(sum[name]).toBeCloseTo(whole ?? NaN, 12);
        }
      }),
      seeded(),
    );
  });

  it('of the sample have the shape that the API answers', () => {
    const rows = measuresIn(sampleRecords, ask);
    expect(rows).toHaveLength(sampleRecords.length);
    for (const row of rows) expect(villageInPlace.safeParse(row).error).toBeUndefined();
    expect(placeSum.safeParse(sumOver(rows)).error).toBeUndefined();
  });
});
