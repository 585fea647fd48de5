import { Link } from '@tanstack/react-router';
import type { Snapshot } from '#src/domain/change.ts';
import { pairingOn } from '#src/domain/household.ts';
import { statusAt } from '#src/domain/incidence.ts';
import { incomeSources, guarantees } from '#src/domain/indicator.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useLocale, useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMark, SourceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { StatusBadge } from '#src/parts/status-badge.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import classes from './household-page.module.css';

interface Props {
  record: HouseholdRecord;
  now: Snapshot;
  today: string;
}

/** Who this is and how things stand, with what nobody knows said in one sentence. */
export function HouseholdBanner({ record, now, today }: Props) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const valueText = useValueText();
  const { household: h, village } = record;
  const status = now.level(h.id, 'status');
  const persons = now.level(h.id, 'persons');
  const helper = pairingOn(h, today);
  const last = record.visits.findLast((v) =>
    v.stops.some((s) => s.kind === 'household' && s.subjectId === h.id && s.outcome !== 'nobodyHome'),
  );
  return (
    <header className={classes.banner}>
      <p className={classes.crumbs}>
        <Link to="/villages/$villageId/households" params={{ villageId: village.id }}>
          {text(village.name)}
        </Link>{' '}
        › {t.number(h.number)}
      </p>
      <div className={classes.title}>
        <h1>{text(h.head)}</h1>
        {status ? (
          <ReadingLink readingId={status.id} className={classes.badge ?? ''}>
            <StatusBadge status={statusAt(now, h.id)} />
          </ReadingLink>
        ) : (
          <StatusBadge status="unknown" />
        )}
        {status ? <EvidenceMark grade={status.evidence} /> : <SourceMark source={h.source} />}
        <Link to="/log" search={{ village: village.id, household: h.id }} className={classes.action} data-no-print>
          {t.logVisit}
        </Link>
      </div>
      <dl className={classes.facts}>
        {persons ? (
          <div>
            <dt>{t.persons}</dt>
            <dd>
              <ReadingLink readingId={persons.id}>{valueText('persons', persons.value)}</ReadingLink>
            </dd>
          </div>
        ) : null}
        {h.mainCause === 'unknown' ? null : (
          <div>
            <dt>{t.mainCause}</dt>
            <dd>{[h.mainCause, ...h.otherCauses].map((cause) => term.cause[cause]).join(' · ')}</dd>
          </div>
        )}
        <div>
          <dt>{t.helper}</dt>
          <dd>{helper ? text(helper.helper) : t.noHelper}</dd>
        </div>
        <div>
          <dt>{t.lastVisit}</dt>
          <dd>
            {last ? (
              <Link to="/visits/$visitId" params={{ visitId: last.id }}>
                {last.on}
              </Link>
            ) : (
              t.never
            )}
          </dd>
        </div>
      </dl>
      <NotKnown record={record} now={now} />
    </header>
  );
}

/** Unknowns gathered in one calm sentence: what to ask next time. */
function NotKnown({ record: { household: h }, now }: Pick<Props, 'record' | 'now'>) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { locale } = useLocale();
  const isUnknown = (name: Parameters<Snapshot['level']>[1]) => {
    const level = now.level(h.id, name);
    return level === null || level.value === 'unknown';
  };
  const things = [
    ...(isUnknown('status') ? [term.indicator.status] : []),
    ...(isUnknown('persons') ? [term.indicator.persons] : []),
    ...(incomeSources.some(isUnknown) ? [t.income] : []),
    ...(h.mainCause === 'unknown' ? [t.mainCause] : []),
    ...guarantees.filter(isUnknown).map((name) => term.indicator[name]),
  ];
  if (things.length === 0) return null;
  const words = locale === 'zh-CN' ? things.join('、') : things.join(', ').toLowerCase();
  return <p className={classes.unknown}>{t.askNext(words)}</p>;
}
