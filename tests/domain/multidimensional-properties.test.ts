import { array, assert, constantFrom, integer, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '#src/domain/intensity-range.ts';
import { alkireFoster, type Deprivations } from '#src/domain/multidimensional.ts';
import { seeded } from '#tests/support/seed.ts';

const HAIR = 1e-9;

/** Tables of up to four rows and dimensions; `states` says what a cell can be. */
const tables = (states: (boolean | null)[]) =>
  integer({ min: 1, max: 4 }).chain((dimensions) =>
    record({
      deprived: array(array(constantFrom(...states), { minLength: dimensions, maxLength: dimensions }), {
        minLength: 1,
        maxLength: 4,
      }),
      weights: array(integer({ min: 1, max: 5 }), { minLength: dimensions, maxLength: dimensions }),
      k: integer({ min: 1, max: 12 }).map((n) => n / 12),
      counts: array(integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
    }).map(({ counts, ...table }): Deprivations => ({
      ...table,
      persons: counts.slice(0, table.deprived.length),
    })),
  );
const complete = tables([true, false]);
/** Few enough unknowns to try every filling. */
const partly = tables([true, false, null]).filter(
  (t) => t.deprived.flat().filter((d) => d === null).length <= 8,
);

/** Every table that the unknowns may stand for. */
function fillings(table: Deprivations): Deprivations[] {
  const row = table.deprived.findIndex((cells) => cells.includes(null));
  const column = table.deprived[row]?.indexOf(null) ?? -1;
  if (row < 0) return [table];
  return [true, false].flatMap((filled) =>
    fillings({
      ...table,
      deprived: table.deprived.map((cells, at) => (at === row ? cells.with(column, filled) : cells)),
    }),
  );
}

/** What the fillings give, without those for which it is not defined. */
const truths = (table: Deprivations, of: (result: ReturnType<typeof alkireFoster>) => number | null) =>
  fillings(table).flatMap((filled) => of(alkireFoster(filled)) ?? []);

/** How far the truths go beyond the range, and how far they fall short of it. */
function fit(range: Range | null, values: number[]): { beyond: number; short: number } {
  if (range === null) return { beyond: values.length, short: 0 };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return {
    beyond: Math.max(range.low - least, most - range.high),
    short: Math.max(least - range.low, range.high - most),
  };
}

describe('the bounds', () => {
  it.each(['H', 'A', 'M0'] as const)(
    'of %s hold for every filling of the unknowns, and some filling reaches each',
    (name) => {
      assert(
        property(partly, (table) => {
          const { beyond, short } = fit(
            alkireFoster(table).bounds[name],
            truths(table, (r) => r[name]),
          );
          expect(beyond).toBeLessThan(HAIR);
          expect(short).toBeLessThan(HAIR);
        }),
        seeded(),
      );
    },
  );

  it.each([
    ['uncensored', true],
    ['censored', true],
    ['contributions', false],
  ] as const)('of the %s hold for every filling of the unknowns (reached by some: %s)', (name, isSharp) => {
    assert(
      property(partly, (table) => {
        const ranges = alkireFoster(table).bounds[name];
        for (const [at, range] of ranges.entries()) {
          const { beyond, short } = fit(
            range,
            truths(table, (r) => r[name][at] ?? null),
          );
          expect(beyond).toBeLessThan(HAIR);
          expect(short).toBeLessThan(isSharp ? HAIR : Infinity);
        }
      }),
      seeded(),
    );
  });

  it('leave a figure only where every filling gives it', () => {
    assert(
      property(partly, (table) => {
        const { H, A, M0 } = alkireFoster(table);
        const all = fillings(table).map((filled) => alkireFoster(filled));
        for (const [name, value] of Object.entries({ H, A, M0 })) {
          if (value === null) continue;
          const given = all.map((r) => r[name as 'H' | 'A' | 'M0'] ?? NaN);
          expect(Math.max(...given.map((other) => Math.abs(other - value)))).toBeLessThan(HAIR);
        }
      }),
      seeded(),
    );
  });

  it('narrow, never widen, as an unknown becomes known', () => {
    assert(
      property(partly, (table) => {
        const before = alkireFoster(table).bounds;
        for (const filled of fillings(table)) {
          const after = alkireFoster(filled).bounds;
          for (const name of ['H', 'M0'] as const) {
            expect(after[name]?.low ?? 1).toBeGreaterThanOrEqual((before[name]?.low ?? 0) - HAIR);
            expect(after[name]?.high ?? 0).toBeLessThanOrEqual((before[name]?.high ?? 1) + HAIR);
          }
        }
      }),
      seeded(100),
    );
  });
});

describe('of a complete table', () => {
  it('M0 is H × A and the weighed sum of the censored headcounts', () => {
    assert(
      property(complete, (table) => {
        const { H, A, M0, censored } = alkireFoster(table);
        const weight = table.weights.reduce((sum, w) => sum + w, 0);
        const summed = censored.reduce(
          (sum: number, h, at) => sum + ((h ?? 0) * (table.weights[at] ?? 0)) / weight,
          0,
        );
        expect(M0 ?? 0).toBeCloseTo((H ?? 0) * (A ?? 0), 9);
        expect(M0 ?? 0).toBeCloseTo(summed, 9);
      }),
      seeded(),
    );
  });

  it('the contributions of the dimensions add up to all', () => {
    assert(
      property(complete, (table) => {
        const { M0, contributions } = alkireFoster(table);
        const all = contributions.reduce((sum: number, part) => sum + (part ?? 0), 0);
        expect(all).toBeCloseTo(M0 ? 1 : 0, 9);
      }),
      seeded(),
    );
  });

  it('everything is the same for everybody twice', () => {
    assert(
      property(complete, (table) => {
        const { poor: _, ...once } = alkireFoster(table);
        const { poor: __, ...twice } = alkireFoster({
          ...table,
          deprived: [...table.deprived, ...table.deprived],
          persons: [...(table.persons ?? []), ...(table.persons ?? [])],
        });
        expect(JSON.stringify(rounded(twice))).toBe(JSON.stringify(rounded(once)));
      }),
      seeded(),
    );
  });

  it('M0 of two villages, weighed by their persons, adds up to that of both', () => {
    assert(
      property(tuple(complete, complete), ([one, given]) => {
        const dimensions = one.weights.length;
        const deprived = given.deprived.map((row) =>
          Array.from({ length: dimensions }, (_, at) => row[at % row.length] ?? false),
        );
        const other = { ...one, deprived, persons: given.persons };
        const share = (table: Deprivations) =>
          (alkireFoster(table).M0 ?? 0) * (table.persons ?? []).reduce((sum, n) => sum + n, 0);
        const both = {
          ...one,
          deprived: [...one.deprived, ...deprived],
          persons: [...(one.persons ?? []), ...(given.persons ?? [])],
        };
        expect(share(one) + share(other)).toBeCloseTo(share(both), 9);
      }),
      seeded(),
    );
  });

  it('nobody becomes less poor by one more deprivation', () => {
    assert(
      property(complete, integer({ min: 0 }), integer({ min: 0 }), (table, i, j) => {
        const row = i % table.deprived.length;
        const worse = table.deprived.map((cells, at) =>
          at === row ? cells.with(j % cells.length, true) : cells,
        );
        const after = alkireFoster({ ...table, deprived: worse });
        const before = alkireFoster(table);
        expect(after.M0 ?? 0).toBeGreaterThanOrEqual((before.M0 ?? 0) - HAIR);
        expect(after.H ?? 0).toBeGreaterThanOrEqual(before.H ?? 0);
      }),
      seeded(),
    );
  });
});

/** To nine digits, so that one order of adding equals another. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(9));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)]));
}
