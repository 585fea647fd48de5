/**
 * Exact numbers: what is added up in them leaves no residue, however often. Every finite
 * `number` is one (a whole number over a power of two). The denominator is above 0, in lowest terms.
 */
export interface Fraction {
  over: bigint;
  under: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

const size = (n: bigint): bigint => (n < 0n ? -n : n);

/** In lowest terms. Throws a RangeError for a division by nothing. */
export function fraction(over: bigint, under: bigint): Fraction {
  if (under === 0n) throw new RangeError('a fraction of nothing');
  // Most of what is counted is whole.
  if (under === 1n) return { over, under };
  const common = gcd(size(over), size(under)) * (under < 0n ? -1n : 1n);
  return { over: over / common, under: under / common };
}

export const ZERO: Fraction = { over: 0n, under: 1n };

/** Exactly that number. Throws a RangeError where it is not finite. */
export function exactly(value: number): Fraction {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number to count with`);
  let [whole, under] = [value, 1n];
  while (!Number.isInteger(whole)) {
    whole *= 2;
    under *= 2n;
  }
  // Doubled no further than it has to be, so these are lowest terms.
  return { over: BigInt(whole), under };
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.under === b.under
    ? fraction(a.over + b.over, a.under)
    : fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
export const dividedBy = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);

const bits = (n: bigint): number => size(n).toString(2).length;

/** The `number` nearest to it; below 1e-290 it may come out as 0. */
export function toNumber({ over, under }: Fraction): number {
  // Enough binary digits for a correct rounding, and one that says whether anything is left.
  const shift = Math.max(0, 66 - bits(over) + bits(under));
  const scaled = size(over) << BigInt(shift);
  const digits = (scaled / under) | (scaled % under === 0n ? 0n : 1n);
  const value = Number(digits) / 2 ** shift;
  return over < 0n ? -value : value;
}
