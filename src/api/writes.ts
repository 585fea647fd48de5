import { useMutation } from '@tanstack/react-query';
import { orpc } from './client.ts';
import { useReadAnew } from './read-anew.ts';

/** Records a whole visit. Sending the same visit twice is safe. */
export function useRecordVisit() {
  const refresh = useReadAnew();
  // The receipt is the end of it: on a weak signal nobody waits for the pages that follow.
  return useMutation(orpc.recordVisit.mutationOptions({ onSuccess: () => void refresh(), retry: 0 }));
}

/** Supersedes a reading with a reason. */
export function useCorrectReading() {
  const refresh = useReadAnew();
  return useMutation(orpc.correctReading.mutationOptions({ onSuccess: refresh, retry: 0 }));
}

/** An office accepts a visit or sends it back. The same id sent twice counts once. */
export function useReviewVisit() {
  const refresh = useReadAnew();
  return useMutation(orpc.reviewVisit.mutationOptions({ onSuccess: refresh, retry: 0 }));
}

/** The village says what it mended. The same id sent twice counts once. */
export function useAnswerReview() {
  const refresh = useReadAnew();
  return useMutation(orpc.answerReview.mutationOptions({ onSuccess: refresh, retry: 0 }));
}

/** Says something to a question that the checks raise. The same id sent twice counts once. */
export function useAnswerQuestion() {
  const refresh = useReadAnew();
  return useMutation(orpc.answerDataQuestion.mutationOptions({ onSuccess: refresh, retry: 0 }));
}

/** Records a step of a household's way out of the register. The same id sent twice counts once. */
export function useRecordStep() {
  const refresh = useReadAnew();
  return useMutation(orpc.recordProcedureStep.mutationOptions({ onSuccess: refresh, retry: 0 }));
}
