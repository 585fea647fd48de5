import type { Decomposition } from './decompose.ts';

/** A decomposition without the households behind its parts. */
interface Walked extends Pick<Decomposition, 'told' | 'known' | 'to'> {
  parts: readonly Pick<Decomposition['parts'][number], 'why' | 'value'>[];
}

export interface Shown {
  told: number;
  /** Null where it is not known. */
  known: number | null;
  to: number;
  /** In the order of the decomposition's parts. */
  parts: number[];
}

/** Whole numbers for `values` that add up to `sum`: what rounding leaves goes to those that lost most by it; 0 stays 0. */
function wholeNumbers(values: readonly number[], sum: number): number[] {
  const whole = values.map(Math.floor);
  let left = sum - whole.reduce((total, n) => total + n, 0);
  const byLoss = values
    .map((value, at) => ({ at, value, lost: value - Math.floor(value) }))
    .filter((part) => part.value !== 0)
    .toSorted((a, b) => b.lost - a.lost);
  for (const { at } of byLoss) {
    whole[at] = (whole[at] ?? 0) + Math.sign(left);
    left -= Math.sign(left);
  }
  return whole;
}

/**
 * A decomposition as it is printed, with so many digits after the point: told + parts = to holds
 * for the printed digits as well, and so does told + corrected = known, which other pages show.
 * The levels are rounded as everywhere else. A part of 0 stays 0. Null where there are no parts.
 */
export function shownParts({ told, known, to, parts }: Walked, digits: number): Shown | null {
  if (told === null || to === null || parts.length === 0) return null;
  const unit = 10 ** digits;
  // Adding 0 makes a zero of what would print as "-0".
  const rounded = (level: number) => Number(level.toFixed(digits)) + 0;
  const inUnits = (level: number) => Math.round(rounded(level) * unit);
  const isCorrection = (part: { why: string }) => part.why === 'corrected' && known !== null;
  const scaled = (those: Walked['parts']) => those.map((part) => part.value * unit);
  const middle = known ?? told;
  const corrections = wholeNumbers(scaled(parts.filter(isCorrection)), inUnits(middle) - inUnits(told));
  const others = wholeNumbers(
    scaled(parts.filter((part) => !isCorrection(part))),
    inUnits(to) - inUnits(middle),
  );
  return {
    told: rounded(told),
    known: known === null ? null : rounded(known),
    to: rounded(to),
    parts: parts.map((part) => ((isCorrection(part) ? corrections.shift() : others.shift()) ?? 0) / unit),
  };
}
