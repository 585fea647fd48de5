import type { ItemKind, OutboxItem } from '#src/offline/outbox-item.ts';
import { AnswerConflict } from './answer-conflict.tsx';
import { ReadingConflict } from './reading-conflict.tsx';
import { StepConflict } from './step-conflict.tsx';
import { VerdictConflict } from './verdict-conflict.tsx';

const panels: Record<ItemKind, typeof ReadingConflict> = {
  correction: ReadingConflict,
  visit: VerdictConflict,
  reviewAnswer: AnswerConflict,
  procedureStep: StepConflict,
  questionAnswer: () => null,
  photo: () => null,
};

/** What somebody else recorded first, beside what waits here, and how to decide between them. */
export function ConflictPanel({ item }: { item: OutboxItem }) {
  const Panel = panels[item.kind];
  return <Panel item={item} />;
}
