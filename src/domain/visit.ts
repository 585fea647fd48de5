import { z } from 'zod';
import { commitmentDraft, verdictDraft } from './commitment.ts';
import { compareDays, day } from './day.ts';
import { id } from './id.ts';
import { indicator, readingValue, valueProblem } from './indicator.ts';
import { subject } from './reading.ts';
import { evidence, source } from './source.ts';
import { required, text, TEXT_LIMITS, typed } from './text.ts';

export const visitKinds = ['leader', 'helper', 'workTeam', 'thirdParty'] as const;
export const visitKind = z.enum(visitKinds);
export type VisitKind = z.infer<typeof visitKind>;

export const stopKinds = ['village', 'projectSite', 'household', 'seminar'] as const;
export const stopKind = z.enum(stopKinds);
export type StopKind = z.infer<typeof stopKind>;

/** "Nobody at home" is a valid outcome of a visit (DOMAIN §3.11). */
export const outcomes = ['met', 'nobodyHome', 'declined', 'seen'] as const;
export const outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof outcome>;

export const stop = z.strictObject({
  kind: stopKind,
  /** The household or project; null for the village itself and for a seminar. */
  subjectId: id.nullable(),
  outcome,
  said: text.nullable(),
  source,
});
export type Stop = z.infer<typeof stop>;

export const visit = z.strictObject({
  id,
  villageId: id,
  kind: visitKind,
  on: day,
  present: z.array(text),
  stops: z.array(stop),
  note: text.nullable(),
  recordedOn: day,
  sequence: z.int(),
  recordedBy: text,
  source,
});
export type Visit = z.infer<typeof visit>;

/** Order of visits: by day, then as recorded. */
export function byVisitOrder(a: Visit, b: Visit): number {
  return compareDays(a.on, b.on) || a.sequence - b.sequence;
}

const stopDraft = z.strictObject({
  kind: stopKind,
  subjectId: id.nullable(),
  outcome,
  said: typed(TEXT_LIMITS.note),
});

const readingDraft = z
  .strictObject({ id, subject, indicator, value: readingValue, evidence })
  .superRefine((draft, context) => {
    const problem = valueProblem(draft.indicator, draft.value);
    if (problem) context.addIssue({ code: 'custom', message: problem, path: ['value'] });
  });

/** Limits of one visit: far above what a day allows, below what would hurt the service. */
export const VISIT_LIMITS = { present: 50, stops: 200, readings: 4000, commitments: 50 } as const;

/** A whole visit as one person typed it once: everything else is derived from it. */
export const visitDraft = z.strictObject({
  villageId: id,
  kind: visitKind,
  on: day,
  present: z.array(required(TEXT_LIMITS.name)).max(VISIT_LIMITS.present, { error: 'tooMany' }),
  stops: z.array(stopDraft).min(1, { error: 'required' }).max(VISIT_LIMITS.stops, { error: 'tooMany' }),
  readings: z.array(readingDraft).max(VISIT_LIMITS.readings, { error: 'tooMany' }),
  verdicts: z.array(verdictDraft).max(VISIT_LIMITS.commitments, { error: 'tooMany' }),
  commitments: z.array(commitmentDraft).max(VISIT_LIMITS.commitments, { error: 'tooMany' }),
  note: typed(TEXT_LIMITS.note),
});
export type VisitDraft = z.infer<typeof visitDraft>;
