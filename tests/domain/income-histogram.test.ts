import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomeHistogram, isBunched } from '#src/domain/income-histogram.ts';
import { seeded } from '#tests/support/seed.ts';

const line = 3000;

describe('the histogram of incomes around the line', () => {
  it('has an edge at the line: who is at it is above, who is below it below', () => {
    const [below, above] = incomeHistogram({
      incomes: [2999.99, 3000, 3000, 3149.99],
      weights: [5, 1, 2, 4],
      line,
      reach: 1,
    });
    expect(below).toEqual({ from: 2850, to: 3000, households: 1, persons: 5 });
    expect(above).toMatchObject({ from: 3000, households: 3, persons: 7 });
    expect(above?.to).toBeCloseTo(3150, 9);
  });

  it('reaches ten bins to either side, half of the line', () => {
    const bins = incomeHistogram({ incomes: [1400, 1500, 4499, 4500, 9000], line });
    expect(bins).toHaveLength(20);
    expect([bins.at(0)?.from, bins.at(-1)?.to]).toEqual([1500, 4500]);
    expect(bins.reduce((sum, bin) => sum + bin.households, 0)).toBe(2);
  });

  it('counts everybody within reach exactly once', () => {
    assert(
      property(array(integer({ min: 0, max: 6000 })), (incomes) => {
        const bins = incomeHistogram({ incomes, line });
        const within = incomes.filter((income) => income >= 1500 && income < 4500);
        expect(bins.reduce((sum, bin) => sum + bin.persons, 0)).toBe(within.length);
      }),
      seeded(),
    );
  });
});

describe('bunching', () => {
  const households = (below: number, above: number, next: number) => ({
    incomes: [
      ...Array.from({ length: below }, () => 2900),
      ...Array.from({ length: above }, () => 3010),
      ...Array.from({ length: next }, () => 3200),
    ],
    line,
  });

  it('is many just above the line, with few below and few beyond', () => {
    expect(isBunched(households(0, 4, 0))).toBe(true);
    expect(isBunched(households(2, 4, 2))).toBe(true);
  });

  it('is not where there are few in all, or as many on either side', () => {
    expect(isBunched(households(0, 3, 0))).toBe(false);
    expect(isBunched(households(3, 5, 0))).toBe(false);
    expect(isBunched(households(0, 5, 3))).toBe(false);
    expect(isBunched(households(0, 0, 0))).toBe(false);
  });

  it('does not look at who is far from the line', () => {
    const far = Array.from({ length: 50 }, () => 2700);
    expect(isBunched({ incomes: [...households(0, 4, 0).incomes, ...far], line })).toBe(true);
  });
});
