import { useMayAnywhere } from '#src/parts/use-may.ts';

/** What of the visits' reviews is for whoever is looking: an office reviews, a village mends, others do neither. */
export function useReviewDuty(): 'toReview' | 'sentBack' | null {
  const reviews = useMayAnywhere('reviewVisit');
  const answers = useMayAnywhere('answerReview');
  return reviews ? 'toReview' : answers ? 'sentBack' : null;
}
