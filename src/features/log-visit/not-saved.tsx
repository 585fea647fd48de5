import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { storageWords } from '#src/messages/storage.ts';
import { problemMessage, problems as problemWords } from '#src/messages/problems.ts';
import type { ItemProblem } from '#src/offline/outbox-item.ts';
import { Notice } from '#src/ui/notice.tsx';
import { ExportForm } from './export-form.tsx';
import { useLog } from './log-context.ts';
import classes from './not-saved.module.css';
import { takenIn } from './use-save-visit.ts';

interface Props {
  problem: Pick<ItemProblem, 'code' | 'status'>;
  /** This device did not keep it either. */
  unkept: boolean;
  /** It is what the service said of the visit before it was opened again. */
  refusedBefore: boolean;
  retry: () => void;
  saveAsAnother: () => void;
}

/** The service has not got the visit: why, that nothing is lost, and what to do. */
export function NotSaved({ problem, unkept, refusedBefore, retry, saveAsAnother }: Props) {
  const t = useMessages(logVisitWords);
  const words = useMessages(problemWords);
  const storage = useMessages(storageWords);
  const { form } = useLog();
  const taken = takenIn(problem);
  if (taken) {
    const isThere = taken !== 'ID_TAKEN';
    return (
      <Notice
        tone="problem"
        title={t.takenTitle[taken]}
        action={
          <div className={classes.actions}>
            {isThere ? (
              <Link to="/visits/$visitId" params={{ visitId: form.id }} className={classes.link}>
                {t.seeRecorded}
              </Link>
            ) : null}
            <Button variant="default" onClick={saveAsAnother}>
              {t.saveAsAnother}
            </Button>
          </div>
        }
      >
        {t.takenText[taken]}
      </Notice>
    );
  }
  return (
    <Notice
      tone="problem"
      title={refusedBefore ? t.refusedTitle : t.failedTitle}
      action={
        <div className={classes.actions}>
          <Button onClick={retry}>{t.tryAgain}</Button>
          {unkept ? <ExportForm /> : null}
        </div>
      }
    >
      <p>
        {
          words[
            problem.status !== null && problem.status >= 500
              ? 'INTERNAL_SERVER_ERROR'
              : problemMessage(problem.code)
          ]
        }
      </p>
      <p>{t.failedKept}</p>
      {unkept ? <p>{storage.onlyHere}</p> : null}
    </Notice>
  );
}
