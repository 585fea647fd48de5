interface Placed {
  /** Where the label's middle belongs. */
  at: number;
  height: number;
}

/**
 * Middles of labels that do not overlap, in the order of where they belong and as near to it as
 * that allows. They stay between `low` and `high` while there is room.
 */
export function spread(labels: readonly Placed[], low: number, high: number): number[] {
  const order = labels.map((label, index) => ({ ...label, index })).toSorted((a, b) => a.at - b.at);
  const middles = labels.map(({ at }) => at);
  let end = low;
  for (const { at, height, index } of order) {
    const middle = Math.max(at, end + height / 2);
    middles[index] = middle;
    end = middle + height / 2;
  }
  let start = Math.max(high, low + labels.reduce((sum, { height }) => sum + height, 0));
  for (const { height, index } of order.toReversed()) {
    const middle = Math.min(middles[index] ?? start, start - height / 2);
    middles[index] = middle;
    start = middle - height / 2;
  }
  return middles;
}
