import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from './client.ts';

/**
 * Nearly every figure hangs on a visit or a reading, so a write makes all that
 * was read stale, and what is on screen is fetched again at once.
 */
function useRefreshAll() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}

/** Records a whole visit. Sending the same visit twice is safe. */
export function useRecordVisit() {
  const refresh = useRefreshAll();
  // The receipt is the end of it: on a weak signal nobody waits for the pages that follow.
  return useMutation(orpc.recordVisit.mutationOptions({ onSuccess: () => void refresh(), retry: 0 }));
}

/** Supersedes a reading with a reason. */
export function useCorrectReading() {
  const refresh = useRefreshAll();
  return useMutation(orpc.correctReading.mutationOptions({ onSuccess: refresh, retry: 0 }));
}

/** An office accepts a visit or sends it back. The same id sent twice counts once. */
export function useReviewVisit() {
  const refresh = useRefreshAll();
  return useMutation(orpc.reviewVisit.mutationOptions({ onSuccess: refresh, retry: 0 }));
}

/** The village says what it mended. The same id sent twice counts once. */
export function useAnswerReview() {
  const refresh = useRefreshAll();
  return useMutation(orpc.answerReview.mutationOptions({ onSuccess: refresh, retry: 0 }));
}

/** Records a step of a household's way out of the register. The same id sent twice counts once. */
export function useRecordStep() {
  const refresh = useRefreshAll();
  return useMutation(orpc.recordProcedureStep.mutationOptions({ onSuccess: refresh, retry: 0 }));
}
