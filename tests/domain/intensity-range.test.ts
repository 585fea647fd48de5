import { describe, expect, it } from 'vitest';
import { intensityRange } from '#src/domain/intensity-range.ts';

/** A row of one person whose score is `low`, and grows by each of its unknowns. */
const row = (low: number, unknown: number[] = [], persons = 1) => ({
  persons,
  low,
  high: unknown.reduce((sum, weight) => sum + weight, low),
  unknown,
});

describe('the range of the mean score of the poor', () => {
  it('has those in it who are exactly at k, once each', () => {
    expect(intensityRange([row(0.5)], 0.5)).toEqual({ low: 0.5, high: 0.5 });
    expect(intensityRange([row(0.5), row(1)], 0.5)).toEqual({ low: 0.75, high: 0.75 });
    expect(intensityRange([row(0.5), row(0.25, [0.25]), row(1)], 0.5)).toEqual({ low: 2 / 3, high: 0.75 });
  });

  it('takes the least filling that reaches k, be it exactly', () => {
    expect(intensityRange([row(0, [0.5, 0.25, 0.25])], 0.5)).toEqual({ low: 0.5, high: 1 });
    expect(intensityRange([row(0.125, [0.5, 0.25])], 0.5)).toEqual({ low: 0.625, high: 0.875 });
  });

  it('tries twelve unknowns, and says k as a bound beyond', () => {
    const unknown = (count: number) => Array.from({ length: count }, () => 0.0625);
    expect(intensityRange([row(0, unknown(12))], 0.35)?.low).toBe(0.375);
    expect(intensityRange([row(0, unknown(13))], 0.35)?.low).toBe(0.35);
    expect(intensityRange([row(0.4, unknown(13))], 0.35)?.low).toBe(0.4);
  });
});
