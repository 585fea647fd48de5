import { Link } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { isElsewhere } from '#src/offline/answers.ts';
import { conflictOf } from '#src/offline/conflict.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import action from '#src/ui/action-link.module.css';
import { isMendedHere } from './mend-item.tsx';
import classes from './outbox.module.css';

/**
 * The way to the form that an unsent item opens in; none for a photo, of which nothing can be written, and for what
 * this account is not shown: there no form opens.
 */
export function MendLink({ item }: { item: OutboxItem }) {
  const { edit } = useMessages(outboxWords);
  if (item.state === 'needsAttention' && item.lastProblem && isElsewhere(item.lastProblem)) return null;
  // Where it was refused it is what there is to do; where two stand against each other, to see both comes first.
  const isNext = item.state === 'needsAttention' && !conflictOf(item);
  const className = isNext ? action.link : classes.link;
  if (item.kind === 'visit') {
    const village = openPayload({ ...item, kind: 'visit' })?.draft.villageId;
    if (village === undefined) return null;
    return (
      <Link to="/log" search={{ village, mend: item.id, step: 'review' }} className={className}>
        {edit}
      </Link>
    );
  }
  if (!isMendedHere(item)) return null;
  return (
    <Link to="/outbox" search={{ mend: item.id }} resetScroll={false} className={className}>
      {edit}
    </Link>
  );
}
