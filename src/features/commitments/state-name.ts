import type { LedgerState } from '#src/domain/ledger.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';

/** A state in words: a verdict, or how the commitment stands. */
export function useStateName(): (state: LedgerState) => string {
  const t = useMessages(commitmentsWords).standing;
  const verdict = useMessages(terms).verdict;
  return (state) =>
    state === 'owed' || state === 'due' || state === 'overdue' || state === 'noVerdict'
      ? t[state]
      : verdict[state];
}
