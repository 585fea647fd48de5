/** Seeded chance: the same seed gives the same run on every machine (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    /** Whether something of that probability happens. */
    hits: (probability: number): boolean => next() < probability,
    /** A whole number from `low` up to and without `high`. */
    whole: (low: number, high: number): number => low + Math.floor(next() * (high - low)),
    between: (low: number, high: number): number => low + next() * (high - low),
    /** One of them. */
    of: <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(next() * choices.length)] ?? choices[0],
    /** Mostly near `mean`, seldom many times as long. */
    delay: (mean: number): number => -Math.log(1 - next()) * mean,
    /** Another one that this one's further course does not touch. */
    fork: (salt: number) => chance(Math.imul(seed ^ 0x9e3779b9, salt + 1) >>> 0),
  };
}
export type Chance = ReturnType<typeof chance>;
