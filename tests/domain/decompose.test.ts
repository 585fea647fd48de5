import { array, assert, boolean, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decompose,
  decomposeExactly,
  type DecomposeInput,
  type HouseholdTerms,
} from '#src/domain/decompose.ts';
import { plus, ZERO } from '#src/domain/fraction.ts';
import { shownParts } from '#src/domain/shown-parts.ts';
import { seeded } from '#tests/support/seed.ts';

/** A household that is there at both visits and did not change, unless said otherwise. */
const household = (
  householdId: string,
  amount: number,
  given: Partial<HouseholdTerms> = {},
): HouseholdTerms => {
  const term = { amount, base: 1 };
  return {
    householdId,
    group: householdId,
    inFrom: true,
    inTo: true,
    told: term,
    known: term,
    ruled: term,
    to: term,
    ...given,
  };
};
const mean = (...households: HouseholdTerms[]): DecomposeInput => ({ scale: 1, households, village: null });
const partsOf = (input: DecomposeInput) =>
  Object.fromEntries(
    decompose(input)
      .parts.filter((p) => p.value !== 0)
      .map((p) => [p.why, p.value]),
  );
const at = (amount: number) => ({ amount, base: 1 });

describe('the parts of a change', () => {
  it('stand in their order, each with 0 where nothing happened', () => {
    const { told, known, to, parts } = decompose(mean(household('a', 4)));
    expect({ told, known, to }).toEqual({ told: 4, known: 4, to: 4 });
    expect(parts.map((p) => p.why)).toEqual([
      'corrected',
      'rule',
      'left',
      'changed',
      'known',
      'joined',
      'population',
    ]);
    expect(parts.every((p) => p.value === 0 && p.effects.length === 0)).toBe(true);
  });

  it('tell a correction, a rule and a change apart', () => {
    const a = household('a', 10, { told: at(10), known: at(12), ruled: at(15), to: at(21) });
    expect(partsOf(mean(a))).toEqual({ corrected: 2, rule: 3, changed: 6 });
  });

  it('tell who left and who joined, each by its distance from those who stayed', () => {
    const input = mean(
      household('stays', 10),
      household('leaves', 4, { inTo: false, to: null }),
      household('joins', 30, { inFrom: false, told: null, known: null, ruled: null }),
    );
    expect(decompose(input)).toMatchObject({ told: 7, to: 20 });
    expect(partsOf(input)).toEqual({ left: 3, joined: 10 });
  });

  it('keep what became known apart from what changed', () => {
    const input = mean(
      household('a', 10),
      household('found', 30, { told: null, known: null, ruled: null }),
      household('lost', 10, { to: null }),
    );
    expect(partsOf(input)).toEqual({ known: 10 });
    const lost = mean(household('a', 10), household('lost', 20, { to: null }));
    expect(partsOf(lost)).toEqual({ known: -5 });
  });

  it('count a household that split as the same household', () => {
    const input = mean(
      household('old', 8, {
        group: 'old',
        told: { amount: 8, base: 2 },
        known: { amount: 8, base: 2 },
        ruled: { amount: 8, base: 2 },
        inTo: false,
        to: null,
      }),
      household('young', 3, { group: 'old', inFrom: false, told: null, known: null, ruled: null }),
      household('other', 7, { group: 'old', inFrom: false, told: null, known: null, ruled: null }),
    );
    expect(partsOf(input)).toEqual({ changed: 1 });
    const changed = decompose(input).parts.find((p) => p.why === 'changed');
    expect(changed?.effects.map((e) => e.householdId)).toEqual(['old', 'young', 'other']);
  });

  it('count households that merged as the same, and as known at one visit where one of them was not', () => {
    const merged = (told: HouseholdTerms['told']) =>
      mean(
        household('a', 2, { group: 'a', inTo: false, to: null }),
        household('b', 4, { group: 'a', told, known: told, ruled: told, inTo: false, to: null }),
        household('ab', 8, { group: 'a', inFrom: false, told: null, known: null, ruled: null }),
      );
    expect(partsOf(merged(at(4)))).toEqual({ changed: 5 });
    expect(partsOf(merged(null))).toEqual({ known: 6 });
    const split = mean(
      household('whole', 6, { group: 'g', inTo: false, to: null }),
      household('one', 2, { group: 'g', inFrom: false, told: null, known: null, ruled: null }),
      household('other', 0, { group: 'g', inFrom: false, told: null, known: null, ruled: null, to: null }),
    );
    expect(partsOf(split)).toEqual({ known: -4 });
  });

  it('give everything to those who joined where nobody stayed', () => {
    const input = mean(
      household('leaves', 4, { inTo: false, to: null }),
      household('joins', 30, { inFrom: false, told: null, known: null, ruled: null }),
    );
    expect(partsOf(input)).toEqual({ joined: 26 });
    expect(decompose(input).parts.find((p) => p.why === 'left')?.effects).toMatchObject([
      { householdId: 'leaves', value: 0 },
    ]);
  });

  it('say of what was not known, and of what was nothing, what it was before the level was lost', () => {
    const nothing = { amount: 0, base: 0 };
    const input = mean(
      household('a', 4, { known: null, ruled: null, to: null }),
      household('b', 5, { told: null, known: nothing, ruled: nothing }),
      household('c', 2, { told: nothing, known: null, ruled: null }),
    );
    const { told, to, parts } = decompose(input);
    expect([told, to]).toEqual([4, 3.5]);
    const effectsOf = (why: string) =>
      parts.find((p) => p.why === why)?.effects.map((e) => [e.householdId, e.before, e.after]);
    expect(effectsOf('corrected')).toEqual([['a', at(4), null]]);
    expect(effectsOf('changed')).toEqual([
      ['a', at(4), null],
      ['b', null, at(5)],
    ]);
    const c = mean(household('a', 4, { known: null, ruled: null, to: null }), ...input.households.slice(2));
    expect(decompose(c).parts.find((p) => p.why === 'known')?.effects).toMatchObject([
      { householdId: 'a', before: at(4), after: null },
      { householdId: 'c', before: nothing, after: at(2) },
    ]);
  });

  it('are exact for shares of a person too', () => {
    const input = mean(
      household('a', 0, {
        told: { amount: 0.5, base: 0.25 },
        known: { amount: 0.5, base: 0.25 },
        ruled: { amount: 0.5, base: 0.25 },
        to: { amount: 0.125, base: 0.5 },
      }),
      household('b', 3, {
        told: { amount: 3, base: 0.5 },
        known: { amount: 3, base: 0.5 },
        ruled: { amount: 3, base: 0.5 },
        to: { amount: 3, base: 0.125 },
      }),
    );
    const { told, to, parts } = decompose(input);
    expect([told, to]).toEqual([3.5 / 0.75, 3.125 / 0.625]);
    // (change of the amount − 3.5 ÷ 0.75 · change of the base) ÷ 0.625
    const [a, b] = parts.find((p) => p.why === 'changed')?.effects ?? [];
    expect(a?.value).toBeCloseTo((-0.375 - (3.5 / 0.75) * 0.25) / 0.625, 12);
    expect(b?.value).toBeCloseTo(((3.5 / 0.75) * 0.375) / 0.625, 12);
  });

  it('take no figure for a household that is not there, though one is given', () => {
    expect(partsOf(mean(household('a', 10), household('gone', 99, { inFrom: false, inTo: false })))).toEqual(
      {},
    );
  });

  it('are not told where an end of the change is not known', () => {
    const unknown = household('a', 4, { told: null, known: null, ruled: null });
    expect(decompose(mean(unknown))).toEqual({ told: null, known: null, to: 4, parts: [] });
    expect(decompose(mean(household('a', 4, { to: null })))).toMatchObject({ told: 4, to: null, parts: [] });
    expect(decompose(mean())).toEqual({ told: null, known: null, to: null, parts: [] });
    const knownLater = household('a', 4, { told: null });
    expect(decompose(mean(knownLater))).toEqual({ told: null, known: 4, to: 4, parts: [] });
  });
});

describe('of a rate over the village’s population', () => {
  const poor = (householdId: string, persons: number, given: Partial<HouseholdTerms> = {}) => {
    const term = { amount: persons, base: 0 };
    return household(householdId, 0, { told: term, known: term, ruled: term, to: term, ...given });
  };
  const none = { amount: 0, base: 0 };

  it('persons who got out count against the population of the first visit', () => {
    const input: DecomposeInput = {
      scale: 100,
      households: [poor('a', 6), poor('b', 4, { to: none })],
      village: { told: 100, known: 100, to: 120 },
    };
    expect(decompose(input)).toMatchObject({ told: 10, to: 5 });
    expect(partsOf(input)).toEqual({ changed: -4, population: -1 });
    expect(decompose(input).parts.at(-1)?.effects).toMatchObject([{ householdId: null, value: -1 }]);
  });

  it('a corrected population is a correction', () => {
    const input: DecomposeInput = {
      scale: 100,
      households: [poor('a', 6)],
      village: { told: 100, known: 120, to: 120 },
    };
    expect(partsOf(input)).toEqual({ corrected: -1 });
  });

  it.each([
    ['told', { told: null, known: 100, to: 100 }],
    ['known', { told: 100, known: 0, to: 100 }],
    ['at the second visit', { told: 100, known: 100, to: null }],
  ])('there are no parts without the population %s', (_when, village) => {
    expect(decompose({ scale: 100, households: [poor('a', 6)], village }).parts).toEqual([]);
  });

  it('there is no level without it either, though households have a denominator of their own', () => {
    const village = { told: null, known: 100, to: 100 };
    expect(decompose({ scale: 100, households: [household('a', 1)], village }).told).toBeNull();
  });
});

const term = option(
  record({ amount: integer({ min: -900, max: 900 }).map((n) => n / 7), base: integer({ min: 0, max: 5 }) }),
);
const households = array(
  record({
    group: integer({ min: 0, max: 5 }),
    inFrom: boolean(),
    inTo: boolean(),
    told: term,
    known: term,
    ruled: term,
    to: term,
  }),
  { maxLength: 8 },
).map((list) => list.map((h, n): HouseholdTerms => ({ ...h, householdId: `h${n}`, group: `g${h.group}` })));
const population = integer({ min: 1, max: 3000 });
const inputs = record({
  scale: constantFrom<1 | 100>(1, 100),
  households,
  village: option(record({ told: population, known: population, to: population })),
});

describe('whatever changed', () => {
  it('the parts add up to the change exactly, and the effects to their part', () => {
    assert(
      property(inputs, (input) => {
        const { told, to, parts } = decomposeExactly(input);
        const end = parts.reduce((level, part) => plus(level, part.value), told ?? ZERO);
        expect(parts.length === 0 ? to : end).toEqual(to);
        for (const part of parts) {
          expect(part.effects.reduce((sum, e) => plus(sum, e.value), ZERO)).toEqual(part.value);
        }
      }),
      seeded(1000),
    );
  });

  it('they add up in numbers to their last digit, and in print exactly', () => {
    assert(
      property(inputs, integer({ min: 0, max: 3 }), (input, digits) => {
        const found = decompose(input);
        const shown = shownParts(found, digits) ?? { told: 0, known: 0, to: 0, parts: [] };
        const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
        const off =
          found.parts.length === 0
            ? 0
            : sum(found.parts.map((p) => p.value)) - ((found.to ?? NaN) - (found.told ?? NaN));
        expect(Math.abs(off)).toBeLessThan(1e-9);
        const units = (value: number) => Math.round(value * 10 ** digits);
        expect(units(shown.told) + sum(shown.parts.map(units))).toBe(units(shown.to));
        const corrected = shown.parts[0] ?? 0;
        const known = shown.known ?? shown.told + corrected;
        expect(units(shown.told) + units(corrected)).toBe(units(known));
      }),
      seeded(1000),
    );
  });

  it('each printed part is less than one unit of its last digit from the exact one, and 0 stays 0', () => {
    assert(
      property(inputs, (input) => {
        const found = decompose(input);
        for (const [at, printed] of (shownParts(found, 1)?.parts ?? []).entries()) {
          const value = found.parts[at]?.value ?? NaN;
          expect(Math.abs(printed - value)).toBeLessThan(0.1 + 1e-9);
          expect(value !== 0 || printed === 0).toBe(true);
        }
      }),
      seeded(1000),
    );
  });
});

describe('printed parts', () => {
  const printed = (told: number, to: number, values: number[], digits = 0) =>
    shownParts(
      { told, known: told, to, parts: values.map((value) => ({ why: 'changed', value, effects: [] })) },
      digits,
    )?.parts;

  it('give what rounding leaves over to the part that lost most', () => {
    expect(printed(0, 1, [0.2, 0.7, 0.1])).toEqual([0, 1, 0]);
    expect(printed(0, 2, [1.2, 0.8])).toEqual([1, 1]);
    expect(printed(0, 2, [0.3, 0.8, 0.9])).toEqual([0, 1, 1]);
    expect(printed(3, 1, [-1.6, -0.4])).toEqual([-2, 0]);
  });

  it('stay 0 where nothing changed, whatever is left over', () => {
    expect(printed(0.4, 0.6, [0, 0.2, 0])).toEqual([0, 1, 0]);
    expect(printed(0.5, 0.5 + 1e-9, [0, 1e-9])).toEqual([0, 0]);
    expect(printed(-0.5, 0.5, [0, 1])).toEqual([0, 2]);
  });

  it('are those of the levels as printed', () => {
    const parts = [0.26, 0.26, 0.26].map((value) => ({ why: 'changed' as const, value, effects: [] }));
    const shown = shownParts({ told: 1, known: 1, to: 1.78, parts }, 1);
    expect(shown).toEqual({ told: 1, known: 1, to: 1.8, parts: [0.3, 0.3, 0.2] });
  });

  it('lead straight to the last level where the first is not known any more', () => {
    const parts = (['corrected', 'changed'] as const).map((why) => ({ why, value: 0.5, effects: [] }));
    expect(shownParts({ told: 1, known: null, to: 2, parts }, 0)).toEqual({
      told: 1,
      known: null,
      to: 2,
      parts: [1, 0],
    });
  });

  it('lead through the first level as it is known now, which other pages show', () => {
    const parts = (['corrected', 'changed', 'joined'] as const).map((why) => ({
      why,
      value: 0.04,
      effects: [],
    }));
    expect(shownParts({ told: 1, known: 1.04, to: 1.12, parts }, 1)).toEqual({
      told: 1,
      known: 1,
      to: 1.1,
      parts: [0, 0.1, 0],
    });
  });

  it('take back from the part that rounding favoured most where the levels moved less', () => {
    const parts = [-1].map((value) => ({ why: 'changed' as const, value, effects: [] }));
    expect(shownParts({ told: 0.5, known: 0.5, to: -0.5, parts }, 0)).toEqual({
      told: 1,
      known: 1,
      to: -1,
      parts: [-2],
    });
  });

  it('are none where there is no decomposition', () => {
    expect(shownParts({ told: null, known: null, to: 4, parts: [] }, 1)).toBeNull();
    expect(shownParts({ told: 4, known: null, to: 4, parts: [] }, 1)).toBeNull();
    const parts = [{ why: 'changed' as const, value: 1, effects: [] }];
    expect(shownParts({ told: null, known: null, to: 4, parts }, 1)).toBeNull();
    expect(shownParts({ told: 4, known: 4, to: null, parts }, 1)).toBeNull();
  });
});
