import type { Parameters } from 'fast-check';

/** One seed for every property test, so that a failure is the same on every machine. `SEED=…` tries another. */
export const seed = Number(process.env['SEED'] ?? 20180702);
/** `CASES=10` tries ten times as many cases. */
const share = Number(process.env['CASES'] ?? 1);

/** For fast-check's `assert`: it prints the seed and the path of a failure. */
export function seeded<T>(runs = 300): Parameters<T> {
  return { seed, numRuns: Math.ceil(runs * share) };
}

/** As many of them as of the random cases, and at least one: all, unless `CASES` is below 1. */
export const shareOf = <T>(all: readonly T[]): readonly T[] =>
  all.slice(0, Math.max(1, Math.ceil(all.length * share)));
