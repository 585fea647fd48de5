import { describe, expect, it } from 'vitest';
import { halfMeanDifference } from '#src/domain/distribution.ts';
import { fgt, gini, sen, watts, wattsBottomCoded, WATTS_FLOOR } from '#src/domain/poverty-measures.ts';

/** World Bank Handbook on Poverty and Inequality, ch. 4; line 125. */
const line = 125;
const countryA = { incomes: [100, 100, 150, 150], line };
const countryB = { incomes: [124, 124, 150, 150], line };
const countryC = { incomes: [100, 110, 150, 160], line };

describe('poverty measures of the Handbook’s countries', () => {
  it('find half of A and half of B poor', () => {
    expect(fgt({ ...countryA, alpha: 0 })).toBe(0.5);
    expect(fgt({ ...countryB, alpha: 0 })).toBe(0.5);
  });

  it('find B’s gap at 0.004 and C’s at 0.08', () => {
    expect(fgt({ ...countryB, alpha: 1 })?.toFixed(3)).toBe('0.004');
    expect(fgt({ ...countryC, alpha: 1 })?.toFixed(2)).toBe('0.08');
  });

  it('find C’s severity at 0.0136', () => {
    expect(fgt({ ...countryC, alpha: 2 })?.toFixed(4)).toBe('0.0136');
  });

  it('find C’s Watts index as the mean of ln(125 ÷ 100) and ln(125 ÷ 110)', () => {
    expect(watts(countryC)).toBeCloseTo((0.22314355131421 + 0.127833371509885) / 4, 12);
  });

  it('find C’s Sen index as P0 · G + P1 · (1 − G) of its poor', () => {
    const gOfPoor = 10 / (4 * 105);
    expect(gini({ incomes: [100, 110] })).toBeCloseTo(gOfPoor, 12);
    expect(sen({ ...countryC, variant: 'handbook' })).toBeCloseTo(0.5 * gOfPoor + 0.08 * (1 - gOfPoor), 12);
  });

  it('find C’s Sen index of 1976 as 2 ÷ ((q + 1) n z) · Σ gap · rank from the least poor', () => {
    expect(sen({ ...countryC, variant: '1976' })).toBeCloseTo((2 / (3 * 4 * 125)) * (25 * 2 + 15), 12);
  });
});

describe('the table of docs/measures.md', () => {
  it.each([
    ['A', countryA, [0.5, 0.1, 0.02, 0.1116, 0.1, 0.1]],
    ['B', countryB, [0.5, 0.004, 0.000032, 0.004, 0.004, 0.004]],
    ['C', countryC, [0.5, 0.08, 0.0136, 0.0877, 0.09, 0.0867]],
  ])('holds for country %s', (_name, given, printed) => {
    const measured = [
      fgt({ ...given, alpha: 0 }),
      fgt({ ...given, alpha: 1 }),
      fgt({ ...given, alpha: 2 }),
      watts(given),
      sen({ ...given, variant: 'handbook' }),
      sen({ ...given, variant: '1976' }),
    ];
    expect(measured.map((value) => Number(value?.toFixed(value < 0.0001 ? 6 : 4)))).toEqual(printed);
  });
});

describe('nobody', () => {
  it('differs from nobody by nothing', () => {
    expect(halfMeanDifference([])).toBe(0);
  });
});

describe('who is poor', () => {
  it('is strictly below the line', () => {
    const at = { incomes: [125, 124.99], line };
    expect(fgt({ ...at, alpha: 0 })).toBe(0.5);
    expect(fgt({ incomes: [125], line, alpha: 0 })).toBe(0);
  });

  it('may be nobody, and every measure is 0', () => {
    const rich = { incomes: [125, 400], line };
    for (const alpha of [0, 1, 2, 0.5]) expect(fgt({ ...rich, alpha })).toBe(0);
    expect(watts(rich)).toBe(0);
    expect(sen({ ...rich, variant: 'handbook' })).toBe(0);
    expect(sen({ ...rich, variant: '1976' })).toBe(0);
  });

  it('may be everybody', () => {
    const all = { incomes: [50, 100], line: 200 };
    expect(fgt({ ...all, alpha: 0 })).toBe(1);
    expect(fgt({ ...all, alpha: 1 })).toBe(0.625);
    expect(fgt({ ...all, alpha: 2 })).toBe((0.75 ** 2 + 0.5 ** 2) / 2);
    expect(watts(all)).toBeCloseTo((Math.log(4) + Math.log(2)) / 2, 12);
  });

  it('may be one household alone', () => {
    const one = { incomes: [100], weights: [4], line };
    expect(fgt({ ...one, alpha: 1 })).toBe(0.2);
    expect(sen({ ...one, variant: 'handbook' })).toBe(0.2);
    expect(sen({ ...one, variant: '1976' })).toBe(0.2);
    expect(gini(one)).toBe(0);
  });

  it('counts persons, not households', () => {
    const given = { incomes: [100, 150], weights: [3, 1], line };
    expect(fgt({ ...given, alpha: 0 })).toBe(0.75);
    expect(gini(given)).toBeCloseTo(gini({ incomes: [100, 100, 100, 150] }) ?? NaN, 15);
  });
});

describe('nobody at all', () => {
  it.each([
    ['no income', { incomes: [], line }],
    ['households without persons', { incomes: [100, 300], weights: [0, 0], line }],
  ])('gives no figure instead of a zero: %s', (_what, given) => {
    expect(fgt({ ...given, alpha: 0 })).toBeNull();
    expect(watts(given)).toBeNull();
    expect(wattsBottomCoded(given)).toEqual({ value: null, raised: 0 });
    expect(sen({ ...given, variant: 'handbook' })).toBeNull();
    expect(sen({ ...given, variant: '1976' })).toBeNull();
    expect(gini(given)).toBeNull();
  });

  it('in one household leaves the others as they are', () => {
    const given = { incomes: [-9, 100, 150], weights: [0, 1, 1], line };
    expect(fgt({ ...given, alpha: 0 })).toBe(0.5);
    expect(watts(given)).toBe(watts({ incomes: [100, 150], line }));
  });
});

describe('an income of zero or below', () => {
  it('counts in gap and severity with all that is missing', () => {
    expect(fgt({ incomes: [0], line, alpha: 1 })).toBe(1);
    expect(fgt({ incomes: [-125], line, alpha: 1 })).toBe(2);
    expect(fgt({ incomes: [-125], line, alpha: 2 })).toBe(4);
    expect(fgt({ incomes: [-125, 200], line, alpha: 0 })).toBe(0.5);
  });

  it('has no logarithm, so there is no Watts index', () => {
    expect(watts({ incomes: [0, 100], line })).toBeNull();
    expect(watts({ incomes: [-1, 100], line })).toBeNull();
  });

  it('is raised to the floor by the bottom-coded Watts index, which says for how many persons', () => {
    const { value, raised } = wattsBottomCoded({ incomes: [-500, 0, 100, 150], weights: [1, 2, 1, 1], line });
    expect(value).toBeCloseTo((3 * Math.log(1 / WATTS_FLOOR) + Math.log(1.25)) / 5, 12);
    expect(raised).toBe(3);
  });

  it('leaves the bottom-coded Watts index as it is where there is none', () => {
    expect(wattsBottomCoded(countryC)).toEqual({ value: watts(countryC), raised: 0 });
    const onTheFloor = { incomes: [WATTS_FLOOR * line], line };
    expect(wattsBottomCoded(onTheFloor)).toEqual({ value: watts(onTheFloor), raised: 0 });
  });

  it('leaves the Sen index defined where the poor have no Gini coefficient', () => {
    expect(gini({ incomes: [0, -100] })).toBeNull();
    expect(sen({ incomes: [0, -100], line: 100, variant: 'handbook' })).toBe(1.75);
    expect(sen({ incomes: [0, 0], line: 100, variant: 'handbook' })).toBe(1);
  });
});

describe('the Gini coefficient', () => {
  it('of 1, 2, 3 and 4 is a quarter, without a small-sample factor', () => {
    expect(gini({ incomes: [4, 1, 3, 2] })).toBe(0.25);
  });

  it('of one who has all is (n − 1) ÷ n', () => {
    expect(gini({ incomes: [0, 0, 0, 8] })).toBe(0.75);
  });

  it('of equal incomes is exactly 0, be they nothing or debts', () => {
    expect(gini({ incomes: [0.1, 0.1, 0.1] })).toBe(0);
    expect(gini({ incomes: [0, 0] })).toBe(0);
    expect(gini({ incomes: [-3, -3] })).toBe(0);
  });

  it('is null where the mean is zero or below and incomes differ', () => {
    expect(gini({ incomes: [-5, 5] })).toBeNull();
    expect(gini({ incomes: [-5, 4] })).toBeNull();
  });

  it('can pass 1 where some incomes are negative', () => {
    expect(gini({ incomes: [-3, 5] })).toBe(2);
  });
});

describe('what is no distribution', () => {
  it.each<[string, () => unknown]>([
    ['a line of zero', () => fgt({ incomes: [1], line: 0, alpha: 0 })],
    ['a negative line', () => watts({ incomes: [1], line: -1 })],
    ['an infinite line', () => sen({ incomes: [1], line: Infinity, variant: 'handbook' })],
    ['an alpha below zero', () => fgt({ incomes: [1], line, alpha: -1 })],
    ['an alpha that is no number', () => fgt({ incomes: [1], line, alpha: NaN })],
    ['an income that is no number', () => gini({ incomes: [NaN] })],
    ['more weights than incomes', () => gini({ incomes: [1], weights: [1, 2] })],
    ['negative persons', () => gini({ incomes: [1, 2], weights: [1, -1] })],
    ['persons that are no number', () => gini({ incomes: [1], weights: [NaN] })],
  ])('is refused: %s', (_what, of) => {
    expect(of).toThrow(RangeError);
    expect(of).toThrow(/[a-z]/);
  });
});
