import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { useBegunVisits, useVillageNames } from '#src/parts/begun-visits.ts';
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
  const before = useBegunVisits().filter(({ savedAt }) => savedAt < performance.timeOrigin);
  const names = useVillageNames(before.length > 0);
  const [newest] = before;
  if (!isOver && TOLD.has(path)) setOver(true);
  if (isOver || !newest) return null;
  const { villageId, savedAt } = newest;
  return (
    <div className={classes.offer} role="status" data-no-print>
      <span>{t.begunAt(text(names.get(villageId) ?? villageId), moment(savedAt))}</span>
      <Link to="/log" search={{ village: villageId }} className={classes.go}>
        {t.goOn}
      </Link>
      {before.length > 1 ? (
        <Link to="/outbox" className={classes.go}>
          {t.begun(before.length)}
        </Link>
      ) : null}
      <button type="button" className={classes.later} onClick={() => setOver(true)}>
        {t.later}
      </button>
    </div>
  );
}
