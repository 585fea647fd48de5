/** From the least to the greatest value that any filling of the unknowns gives. */
export interface Range {
  low: number;
  high: number;
}

/** A row's deprivation score with its unknowns false and true, and the weights of those unknowns. */
export interface Scored extends Range {
  persons: number;
  unknown: readonly number[];
}

/** Beyond this many unknowns in one row their sums are not tried one by one: the bound holds but may not be sharp. */
const TRIED = 12;

/** The least score that some filling of the row reaches at or above k. */
function leastPoorScore(row: Scored, k: number): number {
  if (row.low >= k) return row.low;
  if (row.unknown.length > TRIED) return k;
  let sums = [row.low];
  for (const weight of row.unknown) sums = sums.concat(sums.map((s) => s + weight));
  return Math.min(...sums.filter((s) => s >= k), row.high);
}

/**
 * Bounds of the mean score of the poor (A), over the fillings in which anybody is poor; null
 * where there is no such filling. Sharp: some filling reaches each.
 *
 * A is not monotone: one more poor household with a low score lowers it. Who is poor whatever the
 * unknowns is in the mean; who may be poor is taken in as long as that moves the mean further.
 */
export function intensityRange(rows: readonly Scored[], k: number): Range | null {
  const possible = rows.filter((row) => row.persons > 0 && row.high >= k);
  if (possible.length === 0) return null;
  const extreme = (scoreOf: (row: Scored) => number, direction: 1 | -1): number => {
    let [persons, total] = [0, 0];
    const take = (row: Scored) => {
      persons += row.persons;
      total += row.persons * scoreOf(row);
    };
    for (const row of possible) if (row.low >= k) take(row);
    const optional = possible
      .filter((row) => row.low < k)
      .toSorted((a, b) => direction * (scoreOf(b) - scoreOf(a)));
    for (const row of optional) {
      if (persons === 0 || direction * (scoreOf(row) - total / persons) > 0) take(row);
    }
    return total / persons;
  };
  return { low: extreme((row) => leastPoorScore(row, k), -1), high: extreme((row) => row.high, 1) };
}
