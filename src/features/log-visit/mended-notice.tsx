import { Button } from '@mantine/core';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import type { ItemProblem } from '#src/offline/outbox-item.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useLog } from './log-context.ts';
import type { Step } from './steps.ts';
import { takenIn } from './use-save-visit.ts';

interface Props {
  step: Step;
  /** What the service said of the visit as it was saved before. */
  told: Pick<ItemProblem, 'code'> | null;
}

/** That this visit was saved before; and what came of it, with the way to what can be done, which stands at the review. */
export function MendedNotice({ step, told }: Props) {
  const t = useMessages(logVisitWords);
  const { goTo } = useLog();
  const isReview = step === 'review';
  if (!told || (isReview && told.code !== 'ALREADY_RECEIVED')) return <Notice tone="plain">{t.mends}</Notice>;
  if (isReview) return null;
  const taken = takenIn(told);
  return (
    <Notice
      tone="problem"
      title={taken ? t.takenTitle[taken] : t.refusedTitle}
      action={
        <Button variant="default" onClick={() => goTo('review')}>
          {t.whatToDo}
        </Button>
      }
    />
  );
}
