import type { Decomposition } from './decompose.ts';

export interface Shown {
  told: number;
  to: number;
  /** In the order of the decomposition's parts. */
  parts: number[];
}

/**
 * A decomposition as it is printed, with so many digits after the point: told + parts = to holds
 * for the printed digits as well. The two levels are rounded as everywhere else; what rounding
 * leaves goes to the parts that lost most by it. A part of 0 stays 0. Null where there are no parts.
 */
export function shownParts({ told, to, parts }: Decomposition, digits: number): Shown | null {
  if (told === null || to === null || parts.length === 0) return null;
  const unit = 10 ** digits;
  // Adding 0 makes a zero of what would print as "-0".
  const rounded = (level: number) => Number(level.toFixed(digits)) + 0;
  const inUnits = (level: number) => Math.round(rounded(level) * unit);
  const scaled = parts.map((part) => part.value * unit);
  const whole = scaled.map(Math.floor);
  let left = inUnits(to) - inUnits(told) - whole.reduce((sum, n) => sum + n, 0);
  const byLoss = scaled
    .map((value, at) => ({ at, value, lost: value - Math.floor(value) }))
    .filter((part) => part.value !== 0)
    .toSorted((a, b) => b.lost - a.lost);
  for (const { at } of byLoss) {
    whole[at] = (whole[at] ?? 0) + Math.sign(left);
    left -= Math.sign(left);
  }
  return { told: rounded(told), to: rounded(to), parts: whole.map((n) => n / unit) };
}
