import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { VisitSheet } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './log-visit.module.css';
import type { VisitForm } from './visit-form.ts';

/** Said only when the receipt is here. */
export function DonePanel({ form, sheet, onAnother }: { form: VisitForm; sheet: VisitSheet; onAnother: () => void }) {
  const t = useMessages(logVisitWords);
  const { text, day } = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const villageId = sheet.village.id;
  return (
    <div ref={box} tabIndex={-1} className={classes.form}>
      <Notice
        tone="done"
        title={t.doneTitle}
        action={
          <p className={classes.row}>
            <Link to="/villages/$villageId" params={{ villageId }} search={{ to: form.visitId }}>
              {t.seeProgress}
            </Link>
            <Link to="/visits/$visitId" params={{ visitId: form.visitId }}>
              {t.seeVisit}
            </Link>
            <Button variant="default" onClick={onAnother}>
              {t.logAnother}
            </Button>
          </p>
        }
      >
        {t.doneText(day(form.on), text(sheet.village.name))}
      </Notice>
    </div>
  );
}
