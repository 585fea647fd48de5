import { standing, type Reading } from './reading.ts';

/** One thing that visits of one day read differently; the last recorded counts. */
export interface Disagreement {
  /** As they stand, the first recorded first. */
  readings: Reading[];
}

/**
 * What visits of one day disagree about, of all readings of some subjects: two people may call at one household
 * on one day, and neither is thrown away. What a person corrected to the same value disagrees no more.
 */
export function disagreementsIn(readings: readonly Reading[]): Disagreement[] {
  const told = new Map<string, Reading[]>();
  for (const r of standing(readings)) {
    if (r.source.kind !== 'visit') continue;
    const key = `${r.subject.id} ${r.indicator} ${r.trueOn}`;
    const of = told.get(key);
    if (of) of.push(r);
    else told.set(key, [r]);
  }
  return [...told.values()]
    .filter((of) => new Set(of.map(({ value }) => value)).size > 1)
    .map((of) => ({ readings: of.toSorted((a, b) => a.sequence - b.sequence) }));
}
