/** Values in steps of 1, 2 or 5 times a power of ten within the domain, about `most` of them, zero among them. */
export function roundTicks([low, high]: readonly [number, number], most: number): number[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  // From whole multiples, so that 0.1 + 0.2 is written 0.3.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
