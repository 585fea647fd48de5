import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { villageQueries, visitQuery } from '#src/api/queries.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { outboxWords } from '#src/messages/outbox.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { useOutboxView, useSenderStatus } from '#src/offline/use-outbox.tsx';
import { ItemStanding } from '#src/parts/item-standing.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './saved-panel.module.css';

interface Props {
  visitId: string;
  villageId: string | null;
}

/** The visit is saved: on this phone from the first second, and then on the service. */
export function SavedPanel({ visitId, villageId }: Props) {
  const t = useMessages(logVisitWords);
  const { ready, items } = useOutboxView();
  const item = items.find(({ id }) => id === visitId) ?? null;
  const { obstacle } = useSenderStatus();
  // What is not in the outbox (any more) is looked for on the service.
  const isThere = item ? item.state === 'received' : ready || obstacle === 'STORAGE_FAILS';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={classes.panel}>
      <h1 ref={heading} tabIndex={-1}>
        {t.savedTitle}
      </h1>
      {item ? <ItemStanding item={item} /> : null}
      {isThere ? (
        <Recorded visitId={visitId} villageId={villageId} />
      ) : item ? (
        <Waiting item={item} villageId={villageId} />
      ) : null}
    </div>
  );
}

/** What the service has recorded, and where it shows. */
function Recorded({ visitId, villageId }: Props) {
  const t = useMessages(logVisitWords);
  const { text, day } = useFormat();
  const { data, isPending } = useQuery(visitQuery(visitId));
  const counts = data && [
    data.readings.length ? t.readingsTitle(data.readings.length) : t.noReadings,
    ...(data.verified.length ? [t.verdictsTitle(data.verified.length)] : []),
    ...(data.made.length ? [t.commitmentsTitle(data.made.length)] : []),
  ];
  const pair = data?.previousId ? { from: data.previousId, to: visitId } : {};
  // The links come with what stands above them: one that moved under a thumb would be missed.
  if (isPending) return null;
  return (
    <>
      {data ? (
        <Notice tone="done">
          <p>{t.savedText(text(data.village.name), day(data.visit.on))}</p>
          <p>{counts?.join(' · ')}</p>
        </Notice>
      ) : null}
      <ul className={classes.links}>
        <li>
          <Link to="/visits/$visitId" params={{ visitId }}>
            {t.seeVisit}
          </Link>
        </li>
        {villageId ? (
          <>
            <li>
              <Link to="/villages/$villageId" params={{ villageId }} search={pair}>
                {t.seeChanges}
              </Link>
            </li>
            <LogAnother villageId={villageId} />
          </>
        ) : null}
      </ul>
    </>
  );
}

/** What this phone holds, until the service has it. */
function Waiting({ item, villageId }: { item: OutboxItem; villageId: string | null }) {
  const t = useMessages(logVisitWords);
  const words = useMessages(outboxWords);
  const { text, day } = useFormat();
  const draft = openPayload({ ...item, kind: 'visit' })?.draft;
  // Only what the form has read already: without a network there is nothing to ask.
  const sheet = useQuery({ ...villageQueries.visitSheet(villageId ?? ''), enabled: false });
  return (
    <>
      {draft ? (
        <Notice tone="plain">
          <p>{sheet.data ? t.savedText(text(sheet.data.village.name), day(draft.on)) : day(draft.on)}</p>
          <p>{words.counts(draft.readings.length, draft.verdicts.length, draft.commitments.length)}</p>
        </Notice>
      ) : null}
      <ul className={classes.links}>
        {villageId && item.state === 'needsAttention' ? (
          <li>
            <Link to="/log" search={{ village: villageId, mend: item.id, step: 'review' }}>
              {words.edit}
            </Link>
          </li>
        ) : null}
        <li>
          <Link to="/outbox">{words.seeOutbox}</Link>
        </li>
        {villageId ? <LogAnother villageId={villageId} /> : null}
      </ul>
    </>
  );
}

function LogAnother({ villageId }: { villageId: string }) {
  const t = useMessages(logVisitWords);
  return (
    <li>
      <Link to="/log" search={{ village: villageId }}>
        {t.logAnother}
      </Link>
    </li>
  );
}
