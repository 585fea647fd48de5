import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LeftBehindEntry } from '#src/domain/left-behind-answer.ts';
import type { Village } from '#src/domain/place.ts';
import { useFormat } from '#src/messages/format.ts';
import { leftBehindWords } from '#src/messages/left-behind.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { EvidenceMark, SourceMark } from './evidence-mark.tsx';
import { useHouseholdName } from './household-name.ts';
import classes from './left-behind-item.module.css';
import { LogVisitLink } from './log-visit-link.tsx';
import { useReasonLines } from './use-reason-lines.ts';

interface Props {
  entry: LeftBehindEntry;
  village: Village;
  /** The two visits, as a link carries them. */
  pair: { from?: string | undefined; to: string; knownOn?: string | undefined };
  /** Room to write in, on paper. */
  children?: ReactNode;
}

/** One household to visit: why it is on the list, and what to ask there. */
export function LeftBehindItem({ entry, village, pair, children }: Props) {
  const t = useMessages(leftBehindWords);
  const { text } = useFormat();
  const nameOf = useHouseholdName();
  const lines = useReasonLines()(entry);
  const { household: h, helper } = entry;
  const name = nameOf(h);
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <h3 className={classes.name}>
          <Link to="/households/$householdId" params={{ householdId: h.id }} search={pair}>
            {name}
          </Link>
        </h3>
        <p className={classes.facts}>
          {name.endsWith(h.number) ? null : <span>{h.number}</span>}
          <span>{t.persons(entry.persons)}</span>
          {helper === null ? null : <span>{t.helper(text(helper))}</span>}
          {entry.joined ? <span>{t.joined}</span> : null}
          {h.source.kind === 'report' ? (
            <EvidenceMark grade="reportedInPress" />
          ) : (
            <SourceMark source={h.source} />
          )}
        </p>
        <LogVisitLink village={village} householdId={h.id} className={classes.log} label={t.logVisitTo(name)}>
          {t.logVisit}
        </LogVisitLink>
      </div>
      <ul className={classes.lines}>
        {lines.map(({ key, kind, why, ask, source }) => (
          <li key={key} className={classes.line}>
            <span className={classes.chip} data-kind={kind}>
              {t.kinds[kind]}
            </span>
            <div className={classes.words}>
              <p>
                {why} {source && source.kind !== h.source.kind ? <SourceMark source={source} /> : null}
              </p>
              <p className={classes.ask}>
                <span className={classes.askLabel}>{t.askLabel}</span> {ask}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {children}
    </li>
  );
}
