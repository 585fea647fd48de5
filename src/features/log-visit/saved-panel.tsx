import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { visitQuery } from '#src/api/queries.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './saved-panel.module.css';

interface Props {
  visitId: string;
  villageId: string | null;
}

/** The service has the visit: what was saved, and where it shows. */
export function SavedPanel({ visitId, villageId }: Props) {
  const t = useMessages(logVisitWords);
  const { text, day } = useFormat();
  const { data } = useQuery(visitQuery(visitId));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const counts = data && [
    data.readings.length ? t.readingsTitle(data.readings.length) : t.noReadings,
    ...(data.verified.length ? [t.verdictsTitle(data.verified.length)] : []),
    ...(data.made.length ? [t.commitmentsTitle(data.made.length)] : []),
  ];
  const pair = data?.previousId ? { from: data.previousId, to: visitId } : {};
  return (
    <div className={classes.panel}>
      <h1 ref={heading} tabIndex={-1}>
        {t.savedTitle}
      </h1>
      <Notice tone="done">
        {data ? (
          <>
            <p>{t.savedText(text(data.village.name), day(data.visit.on))}</p>
            <p>{counts?.join(' · ')}</p>
          </>
        ) : (
          t.savedTitle
        )}
      </Notice>
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
            <li>
              <Link to="/log" search={{ village: villageId }}>
                {t.logAnother}
              </Link>
            </li>
          </>
        ) : null}
      </ul>
    </div>
  );
}
