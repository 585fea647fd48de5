import { intensityRange, type Range, type Scored } from './intensity-range.ts';

/** Sums of weights come out a hair off (0.1 + 0.2): a score this close below k is at k. */
const TIE = 1e-9;

export interface Deprivations {
  /**
   * One row a household or person, one column a dimension. True is deprived, null is unknown.
   * What does not apply to a household is no deprivation: false.
   */
  deprived: readonly (readonly (boolean | null)[])[];
  /** Of the dimensions, in any scale: they are divided by their sum. */
  weights: readonly number[];
  /** The share of all weight from which a row is poor, above 0 and up to 1. A score of exactly k is poor. */
  k: number;
  /** Persons of each row; one each where absent. */
  persons?: readonly number[] | undefined;
}

/** Null where it is not defined for any filling of the unknowns. */
interface Bounds {
  H: Range | null;
  A: Range | null;
  M0: Range | null;
  uncensored: (Range | null)[];
  censored: (Range | null)[];
  contributions: (Range | null)[];
}

/**
 * Each figure is a number where every filling of the unknowns gives that number, else null;
 * `bounds` has the range. Shares of persons, by dimension in the order of the columns.
 */
export interface AlkireFoster {
  /** Share of persons who are poor. */
  H: number | null;
  /** Mean share of weight in which the poor are deprived; null where nobody is poor. */
  A: number | null;
  /** H × A. */
  M0: number | null;
  /** Share of persons deprived in the dimension. */
  uncensored: (number | null)[];
  /** Share of persons deprived in it and poor. */
  censored: (number | null)[];
  /** Share of M0 that comes from it; null where M0 is 0. */
  contributions: (number | null)[];
  bounds: Bounds;
  /** Whether each row is poor; null where its unknowns decide. */
  poor: (boolean | null)[];
}

/** With weights that add up to 1 and the persons of each row. */
type Normalised = Required<{ [name in keyof Deprivations]: NonNullable<Deprivations[name]> }>;

interface Complete {
  H: number;
  M0: number;
  uncensored: number[];
  censored: number[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function check({ deprived, weights, k, persons }: Deprivations): void {
  if (!(k > 0 && k <= 1 + TIE)) throw new RangeError(`${k} is no share of the weight`);
  if (weights.some((w) => !Number.isFinite(w) || w < 0) || sum(weights) <= 0) {
    throw new RangeError('weights are not negative and not all zero');
  }
  if (deprived.some((row) => row.length !== weights.length)) {
    throw new RangeError(`every row has ${weights.length} dimensions`);
  }
  if (persons && persons.length !== deprived.length) {
    throw new RangeError(`${deprived.length} rows have ${persons.length} numbers of persons`);
  }
  if (persons?.some((n) => !Number.isFinite(n) || n < 0)) throw new RangeError('persons are not negative');
}

/** The measures with every unknown taken as `filled`. */
function complete({ deprived, persons, weights, k }: Normalised, filled: boolean): Complete {
  const all = sum(persons);
  const counts = weights.map(() => ({ uncensored: 0, censored: 0 }));
  let poor = 0;
  for (const [at, row] of deprived.entries()) {
    const here = persons[at] ?? 0;
    const isPoor = scoreOf(row, weights, filled) >= k - TIE;
    if (isPoor) poor += here;
    for (const [dimension, count] of counts.entries()) {
      if (!(row[dimension] ?? filled)) continue;
      count.uncensored += here;
      if (isPoor) count.censored += here;
    }
  }
  const censored = counts.map((c) => c.censored / all);
  return {
    H: poor / all,
    M0: sum(censored.map((share, dimension) => share * (weights[dimension] ?? 0))),
    uncensored: counts.map((c) => c.uncensored / all),
    censored,
  };
}

const scoreOf = (row: readonly (boolean | null)[], weights: readonly number[], filled: boolean): number =>
  sum(weights.filter((_, dimension) => row[dimension] ?? filled));

/**
 * Share of M0 from one dimension: it grows with its own part and falls with the others', so
 * least of one with most of the other bounds it. Not sharp: one filling seldom gives both.
 */
function contributionRange(low: number[], high: number[], dimension: number): Range | null {
  const others = (parts: number[]) => sum(parts.filter((_, at) => at !== dimension));
  const [least, most] = [low[dimension] ?? 0, high[dimension] ?? 0];
  if (most + others(high) === 0) return null;
  const share = (own: number, rest: number, whereNeither: number) =>
    own + rest === 0 ? whereNeither : own / (own + rest);
  // Where neither side has anything for sure, the side that may have something takes all.
  return { low: share(least, others(high), 1), high: share(most, others(low), 0) };
}

const settled = (range: Range | null): number | null =>
  range && range.low === range.high ? range.low : null;

/**
 * The Alkire–Foster adjusted headcount ratio and its parts, by persons.
 *
 * Unknowns: H, M0 and the headcounts only grow when one more deprivation becomes true, so their
 * bounds are the two extreme fillings, and sharp. The bounds of A are sharp as well (see
 * `intensityRange`), over the fillings in which anybody is poor. Those of the contributions hold,
 * but are not sharp.
 *
 * All null without persons. Throws a RangeError where the shapes do not fit, or k is not in (0, 1].
 *
 * Source: Alkire, Foster, Counting and multidimensional poverty measurement, 2011.
 */
export function alkireFoster(given: Deprivations): AlkireFoster {
  check(given);
  const { deprived, k } = given;
  const total = sum(given.weights);
  const weights = given.weights.map((w) => w / total);
  const persons = given.persons ?? deprived.map(() => 1);
  const scores = deprived.map((row) => ({
    low: scoreOf(row, weights, false),
    high: scoreOf(row, weights, true),
  }));
  const isPoor = (score: number) => score >= k - TIE;
  const poor = scores.map(({ low, high }) => (isPoor(low) ? true : isPoor(high) ? null : false));
  const bounds =
    sum(persons) > 0 ? boundsOf({ deprived, persons, weights, k }, scores) : nothing(weights.length);
  return {
    H: settled(bounds.H),
    A: bounds.H && bounds.H.low > 0 ? settled(bounds.A) : null,
    M0: settled(bounds.M0),
    uncensored: bounds.uncensored.map(settled),
    censored: bounds.censored.map(settled),
    contributions: bounds.contributions.map((range) =>
      bounds.M0 && bounds.M0.low > 0 ? settled(range) : null,
    ),
    bounds,
    poor,
  };
}

function boundsOf(given: Normalised, scores: readonly Range[]): Bounds {
  const { deprived, persons, weights, k } = given;
  const low = complete(given, false);
  const high = complete(given, true);
  const between = (name: 'uncensored' | 'censored') =>
    weights.map((_, at) => ({ low: low[name][at] ?? 0, high: high[name][at] ?? 0 }));
  const parts = (of: Complete) => of.censored.map((share, at) => share * (weights[at] ?? 0));
  const scored = deprived.map((row, at): Scored => ({
    persons: persons[at] ?? 0,
    low: scores[at]?.low ?? 0,
    high: scores[at]?.high ?? 0,
    unknown: weights.filter((_, dimension) => row[dimension] === null),
  }));
  return {
    H: { low: low.H, high: high.H },
    A: intensityRange(scored, k - TIE),
    M0: { low: low.M0, high: high.M0 },
    uncensored: between('uncensored'),
    censored: between('censored'),
    contributions: weights.map((_, at) => contributionRange(parts(low), parts(high), at)),
  };
}

const nothing = (dimensions: number): Bounds => {
  const none = Array.from({ length: dimensions }, () => null);
  return { H: null, A: null, M0: null, uncensored: none, censored: none, contributions: none };
};
