import type { ItemKind, OutboxItem } from './outbox-item.ts';

/** What somebody else changed first, by what was to be sent: these refusals say so. */
const CONFLICTS: Record<ItemKind, readonly string[]> = {
  correction: ['ALREADY_CORRECTED'],
  visit: ['COMMITMENT_CLOSED', 'COMMITMENT_OPEN'],
  reviewAnswer: ['NOT_SENT_BACK'],
  procedureStep: ['STEP_NOT_NEXT', 'STEP_BEFORE_LAST'],
  // Answers to one question stand beside each other: none is refused for another's sake.
  questionAnswer: [],
};

/** Whether it was refused because somebody else changed the same thing first: both are kept, and a person decides. */
export const conflictOf = ({ kind, state, lastProblem }: OutboxItem): boolean =>
  state === 'needsAttention' && lastProblem !== null && CONFLICTS[kind].includes(lastProblem.code);
