import { Button } from '@mantine/core';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { Notice } from '#src/ui/notice.tsx';
import { ExportForm } from './export-form.tsx';
import classes from './not-saved.module.css';

interface Props {
  again: () => void;
  without: () => void;
}

/** The visit is saved, but this device did not take all of its photos: they wait here, or it goes without them. */
export function PhotosNotSaved({ again, without }: Props) {
  const t = useMessages(logVisitWords);
  return (
    <Notice
      tone="problem"
      title={t.photosLeftTitle}
      action={
        <div className={classes.actions}>
          <Button onClick={again}>{t.photosAgain}</Button>
          <ExportForm />
          <Button variant="default" onClick={without}>
            {t.photosWithout}
          </Button>
        </div>
      }
    >
      {t.photosLeftText}
    </Notice>
  );
}
