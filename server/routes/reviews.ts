import { contentHash } from '#src/domain/content-hash.ts';
import { reviewIn, reviewState, type Review, type ReviewOutcome } from '#src/domain/review.ts';
import { placeOf } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { api } from '../authorize.ts';
import type { Allowed, Given } from '../context.ts';
import type { Recorded } from '../store/port.ts';
import { actOf } from './act-of.ts';
import { clockFacts } from './clock-facts.ts';

interface Said {
  id: string;
  visitId: string;
  outcome: ReviewOutcome;
  note: string;
}

function record(context: Given & Allowed, village: VillageRecord, said: Said): Promise<Recorded<Review>> {
  const { store, actor, today } = context;
  const act = actOf(context, 'reviewVisit', {
    place: placeOf(village.village),
    subject: { kind: 'visit', id: said.visitId },
    reason: said.note || null,
    before: { state: reviewState(said.visitId, village.reviews) },
    after: { state: said.outcome, reviewId: said.id, ...clockFacts(context) },
  });
  return store.recordReview({ ...said, by: actor.name, recordedOn: today }, act);
}

/** The hash is of what is recorded, which need not be what was sent. */
const receipted = async (given: Review, { stores }: Given) => ({
  ...given,
  hash: await contentHash(reviewIn(given)),
  epoch: await stores.epoch(),
});

/** An office accepts a visit or sends it back; sending back takes a reason. */
export const reviewVisit = api.reviewVisit.handler(async ({ input, context, errors }) => {
  const village = await context.store.recordOf('visit', input.visitId);
  if (!village) throw errors.VISIT_NOT_FOUND();
  if (input.outcome === 'sentBack' && input.note === '') {
    throw errors.REASON_REQUIRED({ data: { field: 'note' } });
  }
  const recorded = await record(context, village, input);
  if (recorded.outcome === 'conflict') throw errors.REVIEW_ID_TAKEN();
  return receipted(recorded.answer, context);
});

/** The village says what it mended in a visit that was sent back. Sent again, it is answered as before. */
export const answerReview = api.answerReview.handler(async ({ input, context, errors }) => {
  const village = await context.store.recordOf('visit', input.visitId);
  if (!village) throw errors.VISIT_NOT_FOUND();
  const again = village.reviews.some((r) => r.id === input.id);
  if (!again && reviewState(input.visitId, village.reviews) !== 'sentBack') throw errors.NOT_SENT_BACK();
  if (input.note === '') throw errors.REASON_REQUIRED({ data: { field: 'note' } });
  const recorded = await record(context, village, { ...input, outcome: 'answered' });
  if (recorded.outcome === 'conflict') throw errors.REVIEW_ID_TAKEN();
  return receipted(recorded.answer, context);
});
