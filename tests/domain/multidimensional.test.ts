import { describe, expect, it } from 'vitest';
import { alkireFoster } from '#src/domain/multidimensional.ts';

/** Alkire and Foster 2011: four persons, four dimensions, and the cutoff of each. */
const achievements = [
  [13.1, 14, 4, 1],
  [15.2, 7, 5, 0],
  [12.5, 10, 1, 0],
  [20, 11, 3, 1],
];
const cutoffs = [13, 12, 3, 1];
const published = {
  deprived: achievements.map((row) => row.map((value, at) => value < (cutoffs[at] ?? NaN))),
  weights: [1, 1, 1, 1],
  k: 2 / 4,
};

describe('the published example of Alkire and Foster', () => {
  it('finds half of the persons poor in three quarters of the dimensions', () => {
    const { H, A, M0, poor } = alkireFoster(published);
    expect(H).toBe(0.5);
    expect(A).toBe(0.75);
    expect(M0).toBe(0.375);
    expect(poor).toEqual([false, true, true, false]);
  });

  it('does not count as deprived who is at a cutoff', () => {
    expect(published.deprived[3]).toEqual([false, true, false, false]);
  });

  it('counts every deprived person in the raw headcounts and only the poor in the censored ones', () => {
    const { uncensored, censored, contributions } = alkireFoster(published);
    expect(uncensored).toEqual([0.25, 0.75, 0.25, 0.5]);
    expect(censored).toEqual([0.25, 0.5, 0.25, 0.5]);
    expect(contributions).toEqual([1 / 6, 1 / 3, 1 / 6, 1 / 3]);
  });

  it('has bounds of no width, as nothing is unknown', () => {
    const { bounds } = alkireFoster(published);
    expect(bounds.H).toEqual({ low: 0.5, high: 0.5 });
    expect(bounds.A).toEqual({ low: 0.75, high: 0.75 });
    expect(bounds.M0).toEqual({ low: 0.375, high: 0.375 });
  });
});

describe('weights and persons', () => {
  it('take weights in any scale', () => {
    const tenfold = alkireFoster({ ...published, weights: [10, 10, 10, 10] });
    expect(tenfold).toEqual(alkireFoster(published));
  });

  it('weigh a row by its persons', () => {
    const { H, A, M0 } = alkireFoster({
      deprived: [
        [true, true],
        [true, false],
        [false, false],
      ],
      weights: [3, 1],
      k: 0.75,
      persons: [1, 2, 5],
    });
    expect(H).toBe(3 / 8);
    expect(A).toBeCloseTo((1 + 2 * 0.75) / 3, 12);
    expect(M0).toBeCloseTo((1 + 2 * 0.75) / 8, 12);
  });

  it('leave out a household of nobody', () => {
    const given = { deprived: [[true], [false]], weights: [1], k: 1, persons: [0, 3] };
    expect(alkireFoster(given)).toMatchObject({ H: 0, A: null, M0: 0 });
  });

  it('leave a dimension of no weight out of the score but not out of its headcount', () => {
    const { M0, uncensored, contributions } = alkireFoster({
      deprived: [[true, true]],
      weights: [1, 0],
      k: 1,
    });
    expect({ M0, uncensored, contributions }).toEqual({ M0: 1, uncensored: [1, 1], contributions: [1, 0] });
  });
});

describe('a score at k', () => {
  it('is poor', () => {
    expect(alkireFoster({ deprived: [[true, false]], weights: [1, 1], k: 0.5 }).H).toBe(1);
  });

  it('is poor though the sum of its weights comes out a hair below', () => {
    const weights = [0.1, 0.1, 0.1, 0.7];
    expect(0.1 + 0.1 + 0.1).not.toBe(0.3);
    expect(alkireFoster({ deprived: [[true, true, true, false]], weights, k: 0.3 }).H).toBe(1);
    expect(alkireFoster({ deprived: [[true, true, true, false]], weights, k: 0.1 + 0.1 + 0.1 }).H).toBe(1);
    const sevenths = [true, true, true, true, true, true, false];
    expect(alkireFoster({ deprived: [sevenths], weights: [1, 1, 1, 1, 1, 1, 1], k: 6 / 7 }).H).toBe(1);
  });

  it('is not poor where it is truly below', () => {
    expect(alkireFoster({ deprived: [[true, false]], weights: [0.4999, 0.5001], k: 0.5 }).H).toBe(0);
  });

  it('of 1 asks for every dimension', () => {
    const given = { weights: Array.from({ length: 6 }, () => 1 / 6), k: 1 };
    expect(alkireFoster({ ...given, deprived: [[true, true, true, true, true, true]] }).H).toBe(1);
    expect(alkireFoster({ ...given, deprived: [[true, true, true, true, true, false]] }).H).toBe(0);
  });
});

describe('nobody and everybody', () => {
  it('have no intensity and no contributions where nobody is poor', () => {
    const { H, A, M0, contributions, bounds } = alkireFoster({
      deprived: [
        [true, false],
        [false, false],
      ],
      weights: [1, 1],
      k: 1,
    });
    expect({ H, A, M0, contributions }).toEqual({ H: 0, A: null, M0: 0, contributions: [null, null] });
    expect(bounds.A).toBeNull();
    expect(bounds.contributions).toEqual([null, null]);
  });

  it('are all poor where all are deprived', () => {
    expect(alkireFoster({ deprived: [[true], [true]], weights: [2], k: 0.5 })).toMatchObject({
      H: 1,
      A: 1,
      M0: 1,
    });
  });

  it.each([
    ['no rows', { deprived: [], weights: [1, 1], k: 0.5 }],
    ['no persons', { deprived: [[true, null]], weights: [1, 1], k: 0.5, persons: [0] }],
  ])('give no figure at all where there are %s', (_what, given) => {
    const { H, A, M0, uncensored, censored, contributions, bounds } = alkireFoster(given);
    const none = [null, null];
    expect({ H, A, M0, uncensored, censored, contributions }).toEqual({
      H: null,
      A: null,
      M0: null,
      uncensored: none,
      censored: none,
      contributions: none,
    });
    expect(bounds).toEqual({
      H: null,
      A: null,
      M0: null,
      uncensored: none,
      censored: none,
      contributions: none,
    });
  });
});

describe('unknowns', () => {
  it('that decide who is poor leave a range in place of a figure', () => {
    const { H, A, M0, poor, bounds } = alkireFoster({
      deprived: [
        [true, null],
        [false, null],
        [true, true],
      ],
      weights: [1, 1],
      k: 1,
    });
    expect({ H, M0 }).toEqual({ H: null, M0: null });
    expect(A).toBe(1);
    expect(poor).toEqual([null, false, true]);
    expect(bounds.H).toEqual({ low: 1 / 3, high: 2 / 3 });
    expect(bounds.uncensored).toEqual([
      { low: 2 / 3, high: 2 / 3 },
      { low: 1 / 3, high: 1 },
    ]);
  });

  it('that cannot matter leave the figure as it is', () => {
    const { H, uncensored } = alkireFoster({ deprived: [[true, true, null]], weights: [1, 1, 1], k: 0.5 });
    expect(H).toBe(1);
    expect(uncensored).toEqual([1, 1, null]);
  });

  it('everywhere reach from nobody poor to everybody', () => {
    const { bounds, A, contributions } = alkireFoster({
      deprived: [
        [null, null],
        [null, null],
      ],
      weights: [1, 1],
      k: 0.5,
    });
    expect(bounds.H).toEqual({ low: 0, high: 1 });
    expect(bounds.M0).toEqual({ low: 0, high: 1 });
    expect(bounds.A).toEqual({ low: 0.5, high: 1 });
    expect(bounds.contributions).toEqual([
      { low: 0, high: 1 },
      { low: 0, high: 1 },
    ]);
    expect(A).toBeNull();
    expect(contributions).toEqual([null, null]);
  });

  it('lower the intensity by one more poor person who is deprived in little', () => {
    const { bounds } = alkireFoster({
      deprived: [
        [true, true, true, true],
        [true, null, false, false],
      ],
      weights: [1, 1, 1, 1],
      k: 0.5,
    });
    expect(bounds.A).toEqual({ low: 0.75, high: 1 });
  });

  it('give the intensity its bounds only over fillings in which somebody is poor', () => {
    const { A, bounds } = alkireFoster({ deprived: [[true, null]], weights: [1, 1], k: 1 });
    expect(bounds.H).toEqual({ low: 0, high: 1 });
    expect(bounds.A).toEqual({ low: 1, high: 1 });
    expect(A).toBeNull();
  });

  it('hold their bounds in a row of more unknowns than can be tried one by one', () => {
    const many = Array.from({ length: 30 }, () => null);
    const { bounds } = alkireFoster({ deprived: [many], weights: many.map((_, at) => at + 1), k: 0.5 });
    expect(bounds.A?.low).toBeCloseTo(0.5, 6);
    expect(bounds.A?.high).toBeCloseTo(1, 12);
  });

  it('give a dimension all of M0 where only it can be deprived', () => {
    const { bounds } = alkireFoster({ deprived: [[null, false]], weights: [1, 1], k: 0.5 });
    expect(bounds.contributions).toEqual([
      { low: 1, high: 1 },
      { low: 0, high: 0 },
    ]);
  });
});

describe('what is no table of deprivations', () => {
  const deprived = [[true, false]];
  it.each<[string, Parameters<typeof alkireFoster>[0]]>([
    ['k of 0', { deprived, weights: [1, 1], k: 0 }],
    ['k above 1', { deprived, weights: [1, 1], k: 1.01 }],
    ['k that is no number', { deprived, weights: [1, 1], k: NaN }],
    ['a row too short', { deprived: [[true]], weights: [1, 1], k: 0.5 }],
    ['weights of nothing', { deprived, weights: [0, 0], k: 0.5 }],
    ['a negative weight', { deprived, weights: [2, -1], k: 0.5 }],
    ['a weight that is no number', { deprived, weights: [2, Infinity], k: 0.5 }],
    ['no dimension', { deprived: [[]], weights: [], k: 0.5 }],
    ['persons of another number of rows', { deprived, weights: [1, 1], k: 0.5, persons: [1, 1] }],
    ['negative persons', { deprived, weights: [1, 1], k: 0.5, persons: [-1] }],
    ['persons that are no number', { deprived, weights: [1, 1], k: 0.5, persons: [NaN] }],
  ])('is refused: %s', (_what, given) => {
    expect(() => alkireFoster(given)).toThrow(RangeError);
    expect(() => alkireFoster(given)).toThrow(/[a-z]/);
  });
});
