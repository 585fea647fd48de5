import { useState } from 'react';
import type { VisitSheet } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useLocale, useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import classes from './log-visit.module.css';
import type { DraftState } from './use-visit-draft.ts';
import type { VisitForm } from './visit-form.ts';

interface Props {
  sheet: VisitSheet;
  state: DraftState;
  /** When the draft that was found was kept. */
  restored: string | null;
  form: VisitForm;
  fresh: () => VisitForm;
  onForget: (next: VisitForm) => void;
  onChange: (next: VisitForm) => void;
}

/** Says truthfully whether what is typed is kept, and offers a way out with a way back. */
export function DraftLine({ sheet, state, restored, form, fresh, onForget, onChange }: Props) {
  const t = useMessages(logVisitWords);
  const { locale } = useLocale();
  const { text } = useFormat();
  const [discarded, setDiscarded] = useState<VisitForm | null>(null);
  const time = (iso: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
  if (state === 'broken') return <p className={classes.draft}>{t.notKept}</p>;
  if (discarded) {
    return (
      <p className={classes.draft} role="status">
        {t.discarded}{' '}
        <button
          type="button"
          className={classes.plain}
          onClick={() => {
            onChange(discarded);
            setDiscarded(null);
          }}
        >
          {t.undo}
        </button>
      </p>
    );
  }
  if (state !== 'kept') return null;
  return (
    <p className={classes.draft} role="status">
      {restored ? t.draft(text(sheet.village.name), time(restored)) : t.kept}{' '}
      <button
        type="button"
        className={classes.plain}
        onClick={() => {
          setDiscarded(form);
          onForget(fresh());
        }}
      >
        {t.discard}
      </button>
    </p>
  );
}
