import { z } from 'zod';
import { day } from './day.ts';
import { id } from './id.ts';
import { text, TEXT_LIMITS, typed } from './text.ts';

/** An office accepts a visit or sends it back with a reason; the village answers what it mended. */
export const reviewOutcomes = ['accepted', 'sentBack', 'answered'] as const;
export const reviewOutcome = z.enum(reviewOutcomes);
export type ReviewOutcome = z.infer<typeof reviewOutcome>;

/** Appended, never overwritten: the last one of a visit counts. */
export const review = z.strictObject({
  id,
  visitId: id,
  outcome: reviewOutcome,
  /** Why it was sent back, or what was mended; may be empty when accepted. */
  note: text,
  by: text,
  recordedOn: day,
  sequence: z.int(),
});
export type Review = z.infer<typeof review>;

/** As typed. A reason is asked for by the route where the outcome needs one. */
export const reviewDraft = z.strictObject({ id, outcome: reviewOutcome, note: typed(TEXT_LIMITS.note) });

/** What a review says, as it was sent: this is what its hash is of. */
export const reviewIn = ({
  id,
  visitId,
  outcome,
  note,
}: Pick<Review, 'id' | 'visitId' | 'outcome' | 'note'>) => ({
  id,
  visitId,
  outcome,
  note,
});

export const reviewStates = ['notReviewed', 'accepted', 'sentBack', 'answered'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** The state of a visit's review: its last outcome. `reviews` in any order. */
export function reviewState(visitId: string, reviews: readonly Review[]): ReviewState {
  let last: Review | null = null;
  for (const r of reviews) {
    if (r.visitId === visitId && (last === null || r.sequence > last.sequence)) last = r;
  }
  return last?.outcome ?? 'notReviewed';
}

/** What a list of visits can be asked for. `toReview` waits for an office's word: new, or answered. */
export const reviewFilters = ['toReview', 'sentBack', 'accepted'] as const;
export const reviewFilter = z.enum(reviewFilters);
export type ReviewFilter = z.infer<typeof reviewFilter>;

/** Whether a visit in that state is among those asked for. */
export function isAskedFor(state: ReviewState, filter: ReviewFilter): boolean {
  return filter === 'toReview' ? state === 'notReviewed' || state === 'answered' : state === filter;
}
