/** What a round of load came to; times in milliseconds. */
export interface Counted {
  times: number[];
  /** Answers that were not 200. */
  refused: number;
  seconds: number;
}

export const together = (rounds: readonly Counted[]): Counted => ({
  times: rounds.flatMap(({ times }) => times),
  refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
  seconds: rounds.reduce((sum, { seconds }) => sum + seconds, 0),
});

/** The time that a share `p` of the requests did not exceed, milliseconds. */
export function percentile(times: readonly number[], p: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

export const perSecond = ({ times, seconds }: Counted): number => times.length / seconds;
