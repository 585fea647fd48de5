import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { saveBlob } from '#src/charts/export-table.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { storageWords } from '#src/messages/storage.ts';
import { problemMessage, problems as problemWords } from '#src/messages/problems.ts';
import type { ItemProblem } from '#src/offline/outbox-item.ts';
import { exportOf } from '#src/offline/outbox-export.ts';
import { useActor } from '#src/parts/use-may.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useLog } from './log-context.ts';
import classes from './not-saved.module.css';

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
  const { form, built } = useLog();
  const actor = useActor();
  const toFile = () => {
    const item = {
      id: form.id,
      kind: 'visit',
      accountId: actor?.id ?? '',
      payload: { draft: built.draft },
    } as const;
    saveBlob(exportOf([item], new Date()), 'application/json', 'visit.json');
  };
  if (problem.code === 'VISIT_ID_TAKEN' || problem.code === 'ID_TAKEN') {
    return (
      <Notice
        tone="problem"
        title={t.takenTitle}
        action={
          <div className={classes.actions}>
            <Link to="/visits/$visitId" params={{ visitId: form.id }} className={classes.link}>
              {t.seeRecorded}
            </Link>
            <Button variant="default" onClick={saveAsAnother}>
              {t.saveAsAnother}
            </Button>
          </div>
        }
      >
        {t.takenText}
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
          {unkept ? (
            <Button variant="default" onClick={toFile}>
              {storage.exportForm}
            </Button>
          ) : null}
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
