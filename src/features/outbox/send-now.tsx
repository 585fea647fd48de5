import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { ExportButton } from '#src/parts/export-button.tsx';
import classes from './outbox.module.css';

/** Sends all that waits, with how far it has come; or puts it into a file. */
export function SendNow({ items }: { items: readonly OutboxItem[] }) {
  const t = useMessages(outboxWords);
  const { outbox, sender } = useFieldWork();
  const [total, setTotal] = useState<number | null>(null);
  const toSend = items.filter(({ state }) => state !== 'needsAttention').length;
  const send = async () => {
    setTotal(toSend);
    try {
      await outbox.hurry('all');
      await sender.wake();
    } finally {
      setTotal(null);
    }
  };
  const done = total === null ? 0 : Math.max(0, total - toSend);
  return (
    <div className={classes.send}>
      <div className={classes.actions}>
        <Button onClick={() => void send()} loading={total !== null} disabled={toSend === 0}>
          {t.sendNow}
        </Button>
        <ExportButton items={() => items} name="outbox" label={t.exportAll} />
      </div>
      {total ? (
        <>
          <progress value={done} max={total} aria-label={t.sendingOf(done, total)} />
          <p className={classes.calm}>{t.sendingOf(done, total)}</p>
        </>
      ) : null}
      <p className={classes.calm}>{t.exportWarning}</p>
    </div>
  );
}
