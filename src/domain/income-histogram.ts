import { groupsOf, personsIn, type Distribution } from './distribution.ts';

/** Incomes from `from` up to, but not including, `to`: yuan per person. */
export interface Bin {
  from: number;
  to: number;
  households: number;
  persons: number;
}

/** Width of a bin as a share of the line. Ours: wide enough for a village, narrow enough to see the edge. */
export const BIN_SHARE = 0.05;

/** In how many households just above the line bunching is worth a question. Ours. */
export const BUNCHED_HOUSEHOLDS = 4;

/**
 * How incomes lie around the line. An edge of the bins is the line itself, so that who is just
 * below it and who is at or just above it never share one. `reach` bins on either side; who lies
 * beyond is not in it.
 */
export function incomeHistogram({
  line,
  reach = 10,
  ...incomes
}: Distribution & { line: number; reach?: number }): Bin[] {
  const groups = groupsOf(incomes);
  // Both edges are taken from one list, so that nobody falls between two bins.
  const edges = Array.from({ length: 2 * reach + 1 }, (_, n) => line * (1 + (n - reach) * BIN_SHARE));
  return edges.slice(0, -1).map((from, n) => {
    const to = edges[n + 1] ?? from;
    const inside = groups.filter((g) => g.income >= from && g.income < to);
    return { from, to, households: inside.length, persons: personsIn(inside) };
  });
}

/**
 * Whether incomes bunch just above the line: at least `BUNCHED_HOUSEHOLDS` in the first bin
 * above it, twice as many as in the bin below the line, and as in the next one above. It says
 * that somebody should look, never that a figure is wrong.
 */
export function isBunched(incomes: Distribution & { line: number }): boolean {
  const [below, above, next] = incomeHistogram({ ...incomes, reach: 2 })
    .slice(1)
    .map((bin) => bin.households);
  const [b, a, n] = [below ?? 0, above ?? 0, next ?? 0];
  return a >= BUNCHED_HOUSEHOLDS && a >= 2 * b && a >= 2 * n;
}
