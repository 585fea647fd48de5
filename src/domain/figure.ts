import { z } from 'zod';
import { units, type Unit } from './indicator.ts';
import type { Reading } from './reading.ts';
import { evidence, evidenceGrades, type Evidence } from './source.ts';

/**
 * A number computed from readings. `known` of `of` says how many of the things
 * that should be in it are in it: no figure is shown without them (DOMAIN §3.1).
 */
export const figure = z.strictObject({
  /** Null where nothing is known. */
  value: z.number().nullable(),
  unit: z.enum(units),
  known: z.int(),
  of: z.int(),
  /** What `known` and `of` count. */
  countedIn: z.enum(['household', 'person', 'village', 'project']),
  /** Each grade that any reading behind it has, best first. */
  evidence: z.array(evidence),
});
export type Figure = z.infer<typeof figure>;

/** The grades of the readings behind a figure, each once, best first. */
export function gradesOf(readings: Iterable<Pick<Reading, 'evidence'> | null>): Evidence[] {
  const found = new Set<Evidence>();
  for (const r of readings) if (r) found.add(r.evidence);
  return evidenceGrades.filter((grade) => found.has(grade));
}

/** A figure over households. */
export function householdFigure(
  value: number | null,
  unit: Unit,
  known: number,
  of: number,
  behind: Iterable<Reading | null>,
): Figure {
  return { value, unit, known, of, countedIn: 'household', evidence: gradesOf(behind) };
}
