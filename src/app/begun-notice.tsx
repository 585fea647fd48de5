import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '#src/messages/format.ts';
import { begunWords } from '#src/messages/begun.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { BegunForm } from '#src/parts/begun-form.tsx';
import { useBegun, useVillageNames } from '#src/parts/begun.ts';
import { useMoment } from '#src/parts/moment.ts';
import classes from './begun-notice.module.css';

/** Where drafts are told of anyway. */
const TOLD = new Set(['/log', '/outbox']);

/**
 * Offers at the opening what a crash or a flat battery broke off. Once: whoever has been at the forms since, or
 * says later, knows of it.
 */
export function BegunNotice() {
  const t = useMessages(outboxWords);
  const { text } = useFormat();
  const { moment } = useMoment();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [isOver, setOver] = useState(false);
  const begun = useBegun();
  const words = useMessages(begunWords);
  const isBefore = ({ savedAt }: { savedAt: number }): boolean => savedAt < performance.timeOrigin;
  const [visit, ...visits] = begun.visits.filter(isBefore);
  const [form, ...forms] = begun.forms.filter(isBefore);
  const names = useVillageNames(visit !== undefined);
  if (!isOver && TOLD.has(path)) setOver(true);
  if (isOver || !(visit ?? form)) return null;
  const isForm = form && (!visit || form.savedAt > visit.savedAt);
  const all = [visit, ...visits, form, ...forms].filter((one) => one !== undefined).length;
  return (
    <div className={classes.offer} role="status" data-no-print>
      {isForm ? (
        <BegunForm
          key={form.form}
          begun={form}
          looks={{ actions: classes.actions, link: classes.go, button: classes.later }}
          mayLetGo={all === 1}
          onGo={() => setOver(true)}
        />
      ) : visit ? (
        <>
          <span>{t.begunAt(text(names.get(visit.villageId) ?? visit.villageId), moment(visit.savedAt))}</span>
          <Link to="/log" search={{ village: visit.villageId }} className={classes.go}>
            {t.goOn}
          </Link>
        </>
      ) : null}
      {all > 1 ? (
        <Link to="/outbox" className={classes.go}>
          {form ? words.all(all) : t.begun(all)}
        </Link>
      ) : null}
      <button type="button" className={classes.later} onClick={() => setOver(true)}>
        {t.later}
      </button>
    </div>
  );
}
