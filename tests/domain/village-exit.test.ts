import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Snapshot } from '#src/domain/change.ts';
import {
  exitRuleOn,
  villageExitRule,
  villageExitRules,
  type VillageExitRule,
} from '#src/domain/exit-rules.ts';
import { exitVerdict } from '#src/domain/exit-verdict.ts';
import { mostPoor, villageExit } from '#src/domain/village-exit.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { seeded } from '#tests/support/seed.ts';

const JULY = '2018-07-02';
const [national] = villageExitRules;
if (!national) throw new Error('no rule for villages');
const rule: VillageExitRule = national;

/** 1,500 people, a good road, and one poor household of each of these sizes. */
function village(sizes: (number | null)[], population: number | null = 1500) {
  const b = new RecordBuilder().read('v', 'road', 'good', JULY);
  if (population !== null) b.read('v', 'ruralPopulation', population, JULY);
  for (const [n, persons] of sizes.entries()) {
    b.household(`h${n}`).read(`h${n}`, 'status', n % 2 ? 'returned' : 'registered', JULY);
    if (persons !== null) b.read(`h${n}`, 'persons', persons, JULY);
  }
  return b;
}
const verdictOf = (b: RecordBuilder, used = rule) =>
  exitVerdict.parse(villageExit('v', new Snapshot(b.record, JULY), b.record.households, used));
const incidenceOf = (b: RecordBuilder, used = rule) => verdictOf(b, used).criteria[0];

describe('a village', () => {
  it('is not ready at 2 %: 30 of 1,500 persons', () => {
    expect(incidenceOf(village([10, 20]))).toMatchObject({
      state: 'notMet',
      turning: { kind: 'persons', up: true, by: 1, householdIds: ['h1'] },
    });
    expect(verdictOf(village([10, 20])).verdict).toBe('notReady');
  });

  it('is ready at 29 of 1,500, and hears that one more person would undo it', () => {
    expect(verdictOf(village([9, 20]))).toMatchObject({
      verdict: 'ready',
      flip: {
        need: 'any',
        turnings: [
          { kind: 'persons', up: false, by: 1, householdIds: [] },
          { kind: 'condition', indicator: 'road', to: 'poor' },
        ],
      },
    });
  });

  it('counts persons, never households', () => {
    expect(verdictOf(village([1, 1, 1, 1], 150)).verdict).toBe('notReady');
    expect(verdictOf(village([40], 2001)).verdict).toBe('ready');
  });

  it('hears the fewest households whose exit would do', () => {
    expect(incidenceOf(village([3, 8, 5, 20, 2]))).toMatchObject({
      turning: { by: 9, householdIds: ['h3'] },
    });
    expect(incidenceOf(village([8, 8, 8, 8, 8]))).toMatchObject({
      turning: { by: 11, householdIds: ['h0', 'h1'] },
    });
    expect(incidenceOf(village([29, 30]))).toMatchObject({ turning: { by: 30, householdIds: ['h1'] } });
  });

  it('without anybody poor is ready', () => {
    expect(verdictOf(village([])).verdict).toBe('ready');
  });

  it('does not count as poor who is out', () => {
    const b = village([10, 20]).read('h1', 'status', 'out', JULY, { id: 'later' });
    expect(verdictOf(b).verdict).toBe('ready');
  });

  it('cannot be judged where a poor household’s persons are not known', () => {
    const found = incidenceOf(village([10, null]));
    const missing = [{ subjectId: 'h1', indicator: 'persons' }];
    expect(found).toMatchObject({ state: 'unknown', missing, turning: { kind: 'reading', missing } });
  });

  it('fails all the same where those that are known are too many', () => {
    expect(incidenceOf(village([40, null]))).toMatchObject({ state: 'notMet', turning: { by: 11 } });
  });

  it('is a range where a status is unknown: it passes only where all of it does', () => {
    const withUnknown = (persons: number | null) => {
      const b = village([20]).household('x').read('x', 'status', 'unknown', JULY);
      return persons === null ? b : b.read('x', 'persons', persons, JULY);
    };
    expect(incidenceOf(withUnknown(9))).toMatchObject({ state: 'met', turning: { by: 1 } });
    expect(incidenceOf(withUnknown(10))).toMatchObject({
      state: 'unknown',
      missing: [{ subjectId: 'x', indicator: 'status' }],
    });
    expect(incidenceOf(withUnknown(null))).toMatchObject({
      state: 'unknown',
      missing: [
        { subjectId: 'x', indicator: 'status' },
        { subjectId: 'x', indicator: 'persons' },
      ],
    });
  });

  it('cannot be judged without its population, nor with a population of nobody', () => {
    const missing = [{ subjectId: 'v', indicator: 'ruralPopulation' }];
    expect(incidenceOf(village([1], null))).toMatchObject({ state: 'unknown', missing });
    expect(incidenceOf(village([1], 0))).toMatchObject({ state: 'unknown', missing });
    expect(incidenceOf(village([], null))).toMatchObject({ state: 'unknown', missing });
  });

  it('needs a road that is at least fair', () => {
    const road = (state: 'fair' | 'poor' | 'unknown') =>
      verdictOf(village([]).read('v', 'road', state, JULY, { id: 'later' }));
    expect(road('fair').verdict).toBe('ready');
    expect(road('poor')).toMatchObject({
      verdict: 'notReady',
      flip: { need: 'all', turnings: [{ kind: 'condition', indicator: 'road', to: 'fair' }] },
    });
    expect(road('unknown')).toMatchObject({
      verdict: 'cannotTell',
      flip: { turnings: [{ kind: 'reading', missing: [{ subjectId: 'v', indicator: 'road' }] }] },
    });
  });

  it('loses nothing by a condition that any state would pass', () => {
    const lax = { ...rule, conditions: [{ indicator: 'road' as const, atLeast: 'poor' as const }] };
    expect(verdictOf(village([]), lax).flip.turnings.map((t) => t.kind)).toEqual(['persons']);
  });

  it('misses nothing where everything was read', () => {
    expect(verdictOf(village([4])).criteria.flatMap((c) => c.missing)).toEqual([]);
  });

  it('names the reading behind a condition', () => {
    const road = verdictOf(village([4])).criteria[1];
    expect(road?.readings.map((r) => r.readingId)).toEqual([`v-road-${JULY}`]);
    const never = new RecordBuilder().read('v', 'ruralPopulation', 100, JULY);
    expect(verdictOf(never).criteria[1]).toMatchObject({ state: 'unknown', readings: [] });
  });

  it('names the readings behind the incidence', () => {
    expect(incidenceOf(village([4]))?.readings.map((r) => r.indicator)).toEqual([
      'ruralPopulation',
      'status',
      'persons',
    ]);
  });
});

describe('the most persons who may be poor', () => {
  it('are strictly fewer than the limit, to the person', () => {
    expect(mostPoor(1500, 2)).toBe(29);
    expect(mostPoor(1501, 2)).toBe(30);
    expect(mostPoor(1500, 3)).toBe(44);
    expect(mostPoor(3000, 0.1)).toBe(2);
    expect(mostPoor(10, 2)).toBe(0);
    assert(
      property(integer({ min: 1, max: 100_000 }), integer({ min: 1, max: 100 }), (population, limit) => {
        const most = mostPoor(population, limit);
        expect(100 * most).toBeLessThan(limit * population);
        expect(100 * (most + 1)).toBeGreaterThanOrEqual(limit * population);
      }),
      seeded(1000),
    );
  });
});

describe('rules for villages', () => {
  it('are well formed, each with its own id', () => {
    for (const one of villageExitRules) expect(villageExitRule.safeParse(one).error).toBeUndefined();
    expect(new Set(villageExitRules.map((one) => one.id)).size).toBe(13);
  });

  it('ask for less than 2 % in Jilin and 3 % in the twelve provinces of the west', () => {
    const limit = (place: string) => exitRuleOn(villageExitRules, JULY, place)?.incidenceBelow;
    expect(limit('cn/22/2208/220882/honggangzi/nangangzi')).toBe(2);
    expect(limit('cn/52/5203')).toBe(3);
    expect(limit('cn/65')).toBe(3);
    expect(limit('cn/44')).toBe(2);
  });
});
