import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { begunWords } from '#src/messages/begun.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { BegunForm } from '#src/parts/begun-form.tsx';
import { useBegun } from '#src/parts/begun.ts';
import classes from './begun-notice.module.css';

/** Where drafts are told of anyway. */
const TOLD = new Set(['/log', '/outbox']);
const looks = { actions: classes.actions, link: classes.go, button: classes.later };

/**
 * Offers at the opening what a crash or a flat battery broke off. Once: whoever has been at the forms since, or
 * says later, knows of it.
 */
export function BegunNotice() {
  const t = useMessages(begunWords);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [isOver, setOver] = useState(false);
  const before = useBegun().filter(({ savedAt }) => savedAt < performance.timeOrigin);
  const [newest] = before;
  if (!isOver && TOLD.has(path)) setOver(true);
  if (isOver || !newest) return null;
  return (
    <div className={classes.offer} role="status" data-no-print>
      <BegunForm
        key={newest.form}
        begun={newest}
        looks={looks}
        mayLetGo={before.length === 1}
        onGo={() => setOver(true)}
      />
      {before.length > 1 ? (
        <Link to="/outbox" className={classes.go}>
          {t.all(before.length)}
        </Link>
      ) : null}
      <button type="button" className={classes.later} onClick={() => setOver(true)}>
        {t.later}
      </button>
    </div>
  );
}
