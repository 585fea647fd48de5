import { Link } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { isUnsent, type ItemKind } from '#src/offline/outbox-item.ts';
import { openPayload, type Payloads } from '#src/offline/payloads.ts';
import { useOutboxView } from '#src/offline/use-outbox.tsx';
import classes from './small-form.module.css';

/** What was saved here of one thing and is on this phone alone: a page that the service told knows nothing of it. */
export function useUnsentOf<K extends ItemKind>(kind: K, isOf: (payload: Payloads[K]) => boolean) {
  const { items } = useOutboxView();
  return items.flatMap((item) => {
    if (item.kind !== kind || !isUnsent(item)) return [];
    const payload = openPayload({ ...item, kind });
    return payload && isOf(payload) ? [{ id: item.id, payload }] : [];
  });
}

/** Says it, and leads to where it is mended, exported or taken out. */
export function UnsentHere({ said }: { said: string }) {
  const t = useMessages(outboxWords);
  return (
    <p className={classes.unsent}>
      {t.unsentHere} {said} <Link to="/outbox">{t.seeOutbox}</Link>
    </p>
  );
}
