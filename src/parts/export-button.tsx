import { Button } from '@mantine/core';
import { useState } from 'react';
import { saveBlob } from '#src/charts/export-table.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { storageWords } from '#src/messages/storage.ts';
import { exportOf, type Exported } from '#src/offline/outbox-export.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import classes from './export-button.module.css';

interface Props {
  /** Asked when the button is touched. */
  items: () => readonly Exported[];
  /** Of the file, without its ending. */
  name: string;
  /** On the button, where there are others beside it. */
  label?: string;
}

/** Puts items into a file with their photos, and says how many photos are not in it. */
export function ExportButton({ items, name, label }: Props) {
  const t = useMessages(storageWords);
  const { photos } = useFieldWork();
  const [busy, setBusy] = useState(false);
  const [unread, setUnread] = useState(0);
  const [failed, setFailed] = useState(false);
  const toFile = async () => {
    setBusy(true);
    setFailed(false);
    try {
      const file = await exportOf(items(), { photos, now: new Date(), name });
      saveBlob(file.content, file.type, file.name);
      setUnread(file.unread);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.export}>
      <Button variant="default" loading={busy} onClick={() => void toFile()}>
        {label ?? t.exportForm}
      </Button>
      {failed ? <p role="alert">{t.exportFailed}</p> : null}
      {unread > 0 ? <p role="alert">{t.unread(unread)}</p> : null}
    </div>
  );
}
