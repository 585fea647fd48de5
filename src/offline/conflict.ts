import type { ItemKind, OutboxItem } from './outbox-item.ts';

/** What somebody else changed first, by what was to be sent: these refusals say so. */
const CONFLICTS = {
  correction: ['ALREADY_CORRECTED'],
  visit: ['COMMITMENT_CLOSED', 'COMMITMENT_OPEN'],
  reviewAnswer: ['NOT_SENT_BACK'],
  procedureStep: ['STEP_NOT_NEXT', 'STEP_BEFORE_LAST'],
  // Answers to one question stand beside each other: none is refused for another's sake.
  questionAnswer: [],
  photo: [],
} satisfies Record<ItemKind, readonly string[]>;
/** What a later program kept may be of a kind that this one does not know. */
const known = new Map<string, readonly string[]>(Object.entries(CONFLICTS));

/** Whether it was refused because somebody else changed the same thing first: both are kept, and a person decides. */
export const conflictOf = ({ kind, state, lastProblem }: OutboxItem): boolean =>
  state === 'needsAttention' &&
  lastProblem !== null &&
  (known.get(kind)?.includes(lastProblem.code) ?? false);
