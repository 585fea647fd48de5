import { IconCloudUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { summaryOf } from '#src/offline/outbox-summary.ts';
import { useOutboxView } from '#src/offline/use-outbox.tsx';
import { useLost } from '#src/offline/use-storage.ts';
import { useMoment } from '#src/parts/moment.ts';
import { useActor } from '#src/parts/use-may.ts';
import classes from './outbox-count.module.css';

/** How much is saved on this phone and not yet received; nothing where nothing is. */
export function OutboxCount() {
  const t = useMessages(outboxWords);
  const { moment } = useMoment();
  const actor = useActor();
  const { unsent, needsAttention, oldest, ofOthers } = summaryOf(useOutboxView(), actor?.id ?? null);
  const lost = useLost();
  if (lost > 0) {
    return (
      <Link to="/outbox" className={classes.count} aria-label={t.lostLong(lost)} data-attention data-no-print>
        <IconCloudUp aria-hidden stroke={1.6} />
        <span className={classes.long}>{t.lost(lost)}</span>
        <span className={classes.short}>{lost}</span>
      </Link>
    );
  }
  if (oldest === null) {
    if (ofOthers === 0 || !actor) return null;
    return (
      <Link to="/outbox" className={classes.count} aria-label={t.ofOthers(ofOthers)} data-no-print>
        <IconCloudUp aria-hidden stroke={1.6} />
        <span className={classes.long}>{t.ofOthersShort(ofOthers)}</span>
        <span className={classes.short}>{ofOthers}</span>
      </Link>
    );
  }
  const long = t.inShellLong(unsent, moment(oldest));
  return (
    <Link
      to="/outbox"
      className={classes.count}
      data-attention={needsAttention > 0 || undefined}
      aria-label={needsAttention > 0 ? `${long}. ${t.inShellAttention(needsAttention)}` : long}
      data-no-print
    >
      <IconCloudUp aria-hidden stroke={1.6} />
      <span className={classes.long}>{t.inShell(unsent)}</span>
      <span className={classes.short}>{unsent}</span>
    </Link>
  );
}
