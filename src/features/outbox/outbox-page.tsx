import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { isUnsent, wentOnAs, type OutboxItem } from '#src/offline/outbox-item.ts';
import { summaryOf } from '#src/offline/outbox-summary.ts';
import { useOutboxView, useSenderStatus } from '#src/offline/use-outbox.tsx';
import { LostNotice } from '#src/parts/lost-notice.tsx';
import { useMoment } from '#src/parts/moment.ts';
import { useActor } from '#src/parts/use-may.ts';
import { Notice } from '#src/ui/notice.tsx';
import { BegunSection } from './begun-section.tsx';
import { ItemRow } from './item-row.tsx';
import { MendItem } from './mend-item.tsx';
import { RoomSection } from './room-section.tsx';
import { SendNow } from './send-now.tsx';
import classes from './outbox.module.css';

/** A clock that is further off is told of, in milliseconds. */
const CLOCK_OFF = 300_000;

/** What is saved on this device: what waits to be received and why, and what was received or removed lately. */
export function OutboxPage() {
  const t = useMessages(outboxWords);
  const { moment } = useMoment();
  const view = useOutboxView();
  const actor = useActor();
  const { obstacle, clockAhead } = useSenderStatus();
  const { unsent, oldest, ofOthers, everythingReceived } = summaryOf(view, actor?.id ?? null);
  const mine = view.items.filter((item) => item.accountId === actor?.id);
  const waiting = mine.filter(isUnsent);
  const removed = mine.filter((item) => item.state === 'removed');
  // What was taken out is not received, and nobody is to think so.
  const out = removed.filter((item) => wentOnAs(item) === null).length;
  const nothing = out > 0 ? t.nothingWaitsBut(out) : t.nothingWaits;
  return (
    <div className={classes.page}>
      <h1>{t.title}</h1>
      <LostNotice />
      <p role="status" className={classes.summary}>
        {everythingReceived ? nothing : oldest !== null ? t.waits(unsent, moment(oldest)) : null}
      </p>
      {view.ready ? null : <Notice tone="plain">{t.notRead}</Notice>}
      {obstacle !== null && waiting.length > 0 ? <Notice tone="plain">{t.obstacle[obstacle]}</Notice> : null}
      {clockAhead !== null && Math.abs(clockAhead) > CLOCK_OFF ? (
        <Notice tone="plain">{t.clockOff(Math.round(Math.abs(clockAhead) / 60_000))}</Notice>
      ) : null}
      {waiting.length > 0 ? (
        <>
          <SendNow items={waiting} />
          <Items items={waiting} />
        </>
      ) : null}
      <BegunSection />
      {ofOthers > 0 ? <p>{t.ofOthers(ofOthers)}</p> : null}
      <Lately title={t.removedLately} items={removed} />
      <Lately title={t.receivedLately} items={mine.filter((item) => item.state === 'received')} />
      <RoomSection />
      <MendItem items={mine} />
    </div>
  );
}

function Items({ items }: { items: readonly OutboxItem[] }) {
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <ItemRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

/** The last first, behind a touch. */
function Lately({ title, items }: { title: (n: number) => string; items: readonly OutboxItem[] }) {
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{title(items.length)}</summary>
      <Items items={items.toReversed()} />
    </details>
  );
}
