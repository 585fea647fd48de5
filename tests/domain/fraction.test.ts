import { assert, bigInt, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dividedBy, exactly, fraction, minus, plus, times, toNumber, ZERO } from '#src/domain/fraction.ts';
import { seeded } from '#tests/support/seed.ts';

const number = double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).filter(
  (value) => value === 0 || Math.abs(value) > 1e-200,
);

describe('exact numbers', () => {
  it('are in lowest terms, with the sign above', () => {
    expect(fraction(6n, -8n)).toEqual({ over: -3n, under: 4n });
    expect(fraction(0n, -5n)).toEqual(ZERO);
  });

  it('hold every number as it is', () => {
    expect(exactly(0.75)).toEqual({ over: 3n, under: 4n });
    expect([1e300, -1e300, 2 ** 1000].map((value) => toNumber(exactly(value)))).toEqual([
      1e300,
      -1e300,
      2 ** 1000,
    ]);
    expect(exactly(0.1)).not.toEqual(fraction(1n, 10n));
    assert(
      property(number, (value) => {
        expect(toNumber(exactly(value))).toBe(value === 0 ? 0 : value);
      }),
      seeded(1000),
    );
  });

  it('leave no residue where numbers do', () => {
    expect(0.1 + 0.2 - 0.3).not.toBe(0);
    const tenth = fraction(1n, 10n);
    expect(minus(plus(plus(tenth, tenth), tenth), fraction(3n, 10n))).toEqual(ZERO);
    assert(
      property(number, number, number, (a, b, c) => {
        const sum = plus(plus(exactly(a), exactly(b)), exactly(c));
        expect(minus(minus(minus(sum, exactly(c)), exactly(a)), exactly(b))).toEqual(ZERO);
      }),
      seeded(),
    );
  });

  it('multiply and divide back', () => {
    const third = dividedBy(exactly(1), exactly(3));
    expect(times(third, exactly(3))).toEqual(exactly(1));
    expect(dividedBy(exactly(-2), exactly(-4))).toEqual({ over: 1n, under: 2n });
    expect(dividedBy(fraction(1n, 2n), fraction(3n, 4n))).toEqual({ over: 2n, under: 3n });
  });

  it('round to the nearest number', () => {
    const whole = bigInt({ min: 1n, max: 2n ** 52n });
    assert(
      property(whole, whole, (over, under) => {
        // Both are exact as numbers, so IEEE division is the correctly rounded answer.
        expect(toNumber(fraction(over, under))).toBe(Number(over) / Number(under));
        expect(toNumber(fraction(-over, under))).toBe(-Number(over) / Number(under));
      }),
      seeded(1000),
    );
    expect(toNumber(fraction(2n ** 53n + 1n, 1n))).toBe(2 ** 53);
    // A hair over the middle between two numbers, by less than one digit of the quotient.
    expect(toNumber(fraction((2n ** 65n + 2n ** 12n) * 3n + 1n, 3n))).toBe(2 ** 65 + 2 ** 13);
    expect(toNumber(fraction(2n ** 70n + 2n ** 17n + 1n, 1n))).toBe(2 ** 70 + 2 ** 18);
  });

  it('refuse what is no number, and a division by nothing', () => {
    expect(() => exactly(NaN)).toThrow(RangeError);
    expect(() => exactly(Infinity)).toThrow('Infinity is no number');
    expect(() => fraction(1n, 0n)).toThrow('a fraction of nothing');
    expect(() => dividedBy(exactly(1), ZERO)).toThrow(RangeError);
  });
});
