import { z } from 'zod';
import { compareDays, day, type Day } from './day.ts';
import { id } from './id.ts';
import { indicator, readingValue, subjectKinds, UNKNOWN, type Indicator } from './indicator.ts';
import { evidence, source } from './source.ts';
import { required, text, TEXT_LIMITS } from './text.ts';

export const subject = z.strictObject({ kind: z.enum(subjectKinds), id });
export type Subject = z.infer<typeof subject>;

/**
 * One number or code, true on one day, of one subject (DOMAIN §3.2). It is never
 * overwritten: a correction is a new reading that `supersedes` the old one.
 */
export const reading = z.strictObject({
  id,
  subject,
  indicator,
  value: readingValue,
  /** The day it was true. */
  trueOn: day,
  /** The day it was written down, by the server's clock. */
  recordedOn: day,
  /** Order of recording, given by the store; breaks ties within one day. */
  sequence: z.int(),
  recordedBy: text,
  source,
  evidence,
  /** What the person told or showed, when a few words were worth keeping. */
  note: text.optional(),
  supersedes: z.strictObject({ readingId: id, reason: text }).optional(),
});
export type Reading = z.infer<typeof reading>;

/** What a person sends to correct a reading; its day, subject and source stay as they were. */
export const correction = z.strictObject({
  id,
  value: readingValue,
  evidence,
  reason: required(TEXT_LIMITS.line),
});

/** Whether a correction would leave its reading as it is: then there is nothing to record. */
export const changesNothing = (
  old: Pick<Reading, 'value' | 'evidence'>,
  { value, evidence: grade }: Pick<Reading, 'value' | 'evidence'>,
): boolean => old.value === value && old.evidence === grade;

/** What a correcting reading says of another, as it was sent: this is what its hash is of. */
export const correctionIn = ({ id, value, evidence, supersedes }: Reading) => ({
  readingId: supersedes?.readingId ?? null,
  id,
  value,
  evidence,
  reason: supersedes?.reason ?? null,
});

/** The readings that stand: no other supersedes them. */
export function standing(readings: readonly Reading[]): Reading[] {
  const superseded = new Set(readings.flatMap((r) => (r.supersedes ? [r.supersedes.readingId] : [])));
  return superseded.size ? readings.filter((r) => !superseded.has(r.id)) : [...readings];
}

/** What stands in place of a reading that was corrected: the end of its corrections; null where it stands itself. */
export function correctionOf(readings: readonly Reading[], readingId: string): Reading | null {
  const next = new Map(readings.flatMap((r) => (r.supersedes ? [[r.supersedes.readingId, r] as const] : [])));
  let last = next.get(readingId) ?? null;
  for (let r = last; r; r = next.get(r.id) ?? null) last = r;
  return last;
}

/** Order of truth: by the day it was true, then as recorded. The last is the level. */
export function byTruth(a: Reading, b: Reading): number {
  return (
    compareDays(a.trueOn, b.trueOn) || compareDays(a.recordedOn, b.recordedOn) || a.sequence - b.sequence
  );
}

/** Its number, or null where it is unknown or was never read. */
export function numberOf(level: Reading | null | undefined): number | null {
  return typeof level?.value === 'number' ? level.value : null;
}

/** Its code, with `unknown` where it was never read. */
export function codeOf(level: Reading | null | undefined): string {
  return typeof level?.value === 'string' ? level.value : UNKNOWN;
}

/**
 * The level of every indicator of every subject on a day, made once for many look-ups: the
 * last of the standing readings true on or before it.
 */
export class Levels {
  readonly #bySubject = new Map<string, Map<Indicator, Reading>>();

  /** `readings` stand, in any order. */
  constructor(readings: Iterable<Reading>, on: Day) {
    for (const r of readings) {
      if (r.trueOn > on) continue;
      let ofSubject = this.#bySubject.get(r.subject.id);
      if (!ofSubject) {
        ofSubject = new Map();
        this.#bySubject.set(r.subject.id, ofSubject);
      }
      const level = ofSubject.get(r.indicator);
      if (!level || byTruth(level, r) < 0) ofSubject.set(r.indicator, r);
    }
  }

  /** Null where nobody ever read it, which is not the same as a reading of `unknown`. */
  of(subjectId: string, name: Indicator): Reading | null {
    return this.#bySubject.get(subjectId)?.get(name) ?? null;
  }
}
