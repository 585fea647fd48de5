import { array, assert, constantFrom, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fgt, gini, sen, watts, wattsBottomCoded } from '#src/domain/poverty-measures.ts';
import { seeded } from '#tests/support/seed.ts';

const person = record({ income: integer({ min: 1, max: 9000 }), persons: integer({ min: 1, max: 9 }) });
const anyIncome = record({
  income: integer({ min: -3000, max: 9000 }),
  persons: integer({ min: 0, max: 9 }),
});
const people = array(person, { minLength: 1, maxLength: 12 });
const line = integer({ min: 1, max: 6000 });

const distribution = (groups: { income: number; persons: number }[]) => ({
  incomes: groups.map((g) => g.income),
  weights: groups.map((g) => g.persons),
});
/** Everybody by themselves. */
const oneByOne = (groups: { income: number; persons: number }[]) => ({
  incomes: groups.flatMap((g) => Array.from({ length: g.persons }, () => g.income)),
});

type Given = Parameters<typeof watts>[0];
const measures: [string, (given: Given) => number | null][] = [
  ['headcount', (g) => fgt({ ...g, alpha: 0 })],
  ['gap', (g) => fgt({ ...g, alpha: 1 })],
  ['severity', (g) => fgt({ ...g, alpha: 2 })],
  ['Watts', watts],
  ['bottom-coded Watts', (g) => wattsBottomCoded(g).value],
  ['Sen (handbook)', (g) => sen({ ...g, variant: 'handbook' })],
  ['Gini', gini],
];

const near = (a: number | null, b: number | null, digits = 9) => {
  if (a === null || b === null) expect(a).toBe(b);
  else expect(a).toBeCloseTo(b, digits);
};

describe.each(measures)('%s', (_name, measure) => {
  it('is the same for everybody twice', () => {
    assert(
      property(people, line, (groups, z) => {
        const twice = [...groups, ...groups];
        near(measure({ ...distribution(twice), line: z }), measure({ ...distribution(groups), line: z }));
      }),
      seeded(),
    );
  });

  it('takes a household of n as n persons', () => {
    assert(
      property(array(anyIncome, { maxLength: 12 }), line, (groups, z) => {
        near(measure({ ...oneByOne(groups), line: z }), measure({ ...distribution(groups), line: z }));
      }),
      seeded(),
    );
  });

  it('does not depend on the order or the currency', () => {
    assert(
      property(people, line, (groups, z) => {
        const fen = groups.map((g) => ({ ...g, income: g.income * 100 })).toReversed();
        near(measure({ ...distribution(fen), line: z * 100 }), measure({ ...distribution(groups), line: z }));
      }),
      seeded(),
    );
  });

  it('is never negative nor infinite where incomes are positive', () => {
    assert(
      property(people, line, (groups, z) => {
        const value = measure({ ...distribution(groups), line: z });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(value)).toBe(true);
      }),
      seeded(),
    );
  });
});

describe('a transfer from a richer to a poorer person', () => {
  const incomes = array(integer({ min: -3000, max: 9000 }), { minLength: 2, maxLength: 12 });
  const share = double({ min: 0, max: 1, noNaN: true });

  /** The richest of two gives the poorer up to half of what is between them. */
  const transferred = (before: number[], at: number, with_: number, part: number) => {
    const [i, j] = [at % before.length, with_ % before.length];
    const [a, b] = [before[i] ?? 0, before[j] ?? 0];
    const gift = (Math.abs(a - b) / 2) * part;
    return before.map((income, k) => {
      if (i === j || (k !== i && k !== j)) return income;
      return income === Math.min(a, b) && (a !== b || k === i) ? income + gift : income - gift;
    });
  };

  it.each<[string, (given: Given) => number | null]>([
    ['severity', (g) => fgt({ ...g, alpha: 2 })],
    ['the gap', (g) => fgt({ ...g, alpha: 1 })],
    ['inequality', gini],
  ])('never raises %s', (_name, measure) => {
    assert(
      property(incomes, integer({ min: 0 }), integer({ min: 0 }), share, line, (before, i, j, part, z) => {
        const earlier = measure({ incomes: before, line: z });
        const later = measure({ incomes: transferred(before, i, j, part), line: z });
        expect(later ?? 0).toBeLessThanOrEqual((earlier ?? Infinity) + 1e-9);
      }),
      seeded(1000),
    );
  });

  it('never raises the Watts index', () => {
    const positive = array(integer({ min: 1, max: 9000 }), { minLength: 2, maxLength: 12 });
    assert(
      property(positive, integer({ min: 0 }), integer({ min: 0 }), share, line, (before, i, j, part, z) => {
        const later = watts({ incomes: transferred(before, i, j, part), line: z });
        expect(later).toBeLessThanOrEqual((watts({ incomes: before, line: z }) ?? NaN) + 1e-9);
      }),
      seeded(1000),
    );
  });
});

describe('poverty measures', () => {
  it('do not look at what the rich have', () => {
    assert(
      property(people, line, integer({ min: 0, max: 9000 }), (groups, z, more) => {
        const richer = groups.map((g) => (g.income >= z ? { ...g, income: g.income + more } : g));
        for (const [name, measure] of measures) {
          if (name === 'Gini') continue;
          near(measure({ ...distribution(richer), line: z }), measure({ ...distribution(groups), line: z }));
        }
      }),
      seeded(),
    );
  });

  it('never fall when somebody poor loses income, to nothing or below', () => {
    const incomes = array(integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 12 });
    const worse = constantFrom(1, 50, 500, 12_000);
    assert(
      property(incomes, line, worse, (before, z, loss) => {
        const after = [(before[0] ?? 0) - loss, ...before.slice(1)];
        const measured = (list: number[]) => [
          fgt({ incomes: list, line: z, alpha: 0 }),
          fgt({ incomes: list, line: z, alpha: 1 }),
          fgt({ incomes: list, line: z, alpha: 2 }),
          wattsBottomCoded({ incomes: list, line: z }).value,
        ];
        const [earlier, later] = [measured(before), measured(after)];
        for (const [at, value] of later.entries()) {
          expect(value).toBeGreaterThanOrEqual((earlier[at] ?? NaN) - 1e-12);
        }
      }),
      seeded(),
    );
  });

  it('of subgroups, weighed by their persons, add up to that of all', () => {
    assert(
      property(people, people, line, integer({ min: 0, max: 3 }), (one, other, z, alpha) => {
        const share = (groups: typeof one) =>
          groups.reduce((sum, g) => sum + g.persons, 0) *
          (fgt({ ...distribution(groups), line: z, alpha }) ?? NaN);
        const all = [...one, ...other];
        const persons = all.reduce((sum, g) => sum + g.persons, 0);
        near((share(one) + share(other)) / persons, fgt({ ...distribution(all), line: z, alpha }));
      }),
      seeded(),
    );
  });

  it('of Sen 1976 lie at or below the Handbook’s and reach it as the same people are counted more often', () => {
    assert(
      property(people, line, (groups, z) => {
        const handbook = sen({ ...distribution(groups), line: z, variant: 'handbook' }) ?? NaN;
        const many = groups.map((g) => ({ ...g, persons: g.persons * 1_000_000 }));
        expect(sen({ ...distribution(groups), line: z, variant: '1976' })).toBeLessThanOrEqual(
          handbook + 1e-12,
        );
        near(sen({ ...distribution(many), line: z, variant: '1976' }), handbook, 5);
      }),
      seeded(),
    );
  });

  it('of Sen are P0 · G + P1 · (1 − G) wherever the poor have a Gini coefficient', () => {
    assert(
      property(people, line, (groups, z) => {
        const given = { ...distribution(groups), line: z };
        const poor = groups.filter((g) => g.income < z);
        const g = gini(distribution(poor)) ?? 0;
        const [p0, p1] = [fgt({ ...given, alpha: 0 }) ?? NaN, fgt({ ...given, alpha: 1 }) ?? NaN];
        near(sen({ ...given, variant: 'handbook' }), p0 * g + p1 * (1 - g));
      }),
      seeded(),
    );
  });
});
