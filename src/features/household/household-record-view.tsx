import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { Snapshot } from '#src/domain/change.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { queryWords } from '#src/messages/query-words.ts';
import { CommitmentItem } from '#src/parts/commitment-item.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { HouseholdBanner } from './household-banner.tsx';
import { HouseholdHistory } from './household-history.tsx';
import { HouseholdVisits } from './household-visits.tsx';
import { GuaranteesOverTime } from './guarantees-over-time.tsx';
import { HelperHistory, MeasureList, MemberTable, ProjectList } from './household-facts.tsx';
import classes from './household-page.module.css';
import { PairChoice, usePair } from './pair-choice.tsx';

const route = getRouteApi('/households/$householdId');

const HouseholdIncome = lazy(async () => ({
  default: (await import('./household-income.tsx')).HouseholdIncome,
}));

/** The record as it is known, or as it was known on the day in the link. */
export function HouseholdRecordView({ record, today }: { record: HouseholdRecord; today: string }) {
  const t = useMessages(householdWords);
  const loading = useMessages(queryWords).loading;
  const format = useFormat();
  const { knownOn } = route.useSearch();
  const known = useMemo(
    () => ({
      visits: knownOn ? record.visits.filter((v) => v.recordedOn <= knownOn) : record.visits,
      readings: knownOn ? record.readings.filter((r) => r.recordedOn <= knownOn) : record.readings,
    }),
    [record, knownOn],
  );
  const now = useMemo(() => new Snapshot(known, today), [known, today]);
  const pair = usePair(known.visits);
  const snapshots = useMemo(
    () => pair && { from: new Snapshot(known, pair.from), to: new Snapshot(known, pair.to) },
    [known, pair],
  );
  return (
    <article className={classes.record}>
      <HouseholdBanner record={record} now={now} today={today} />
      {knownOn ? (
        <Notice
          tone="done"
          action={
            <Link from={route.id} to="." search={(search) => ({ ...search, knownOn: undefined })}>
              {t.knownToday}
            </Link>
          }
        >
          {t.knownNotice(format.day(knownOn))}
        </Notice>
      ) : null}
      <PairChoice visits={known.visits} pair={pair} today={today} />
      <section>
        <h2>{t.incomeTitle}</h2>
        {snapshots ? (
          <Suspense fallback={<Waiting label={loading} />}>
            <HouseholdIncome householdId={record.household.id} head={record.household.head} {...snapshots} />
          </Suspense>
        ) : (
          <p>{t.noPair}</p>
        )}
      </section>
      <GuaranteesOverTime household={record.household} known={known} />
      <HouseholdVisits record={record} visits={known.visits} />
      <MeasureList household={record.household} />
      <ProjectList projects={record.projects} />
      {record.commitments.length > 0 ? (
        <section>
          <h2>{t.commitments}</h2>
          <ul className={classes.list}>
            {record.commitments.map(({ commitment, verdicts, open, overdue }) => (
              <CommitmentItem key={commitment.id} commitment={commitment} verdict={verdicts.at(-1) ?? null} open={open} overdue={overdue} />
            ))}
          </ul>
        </section>
      ) : null}
      <MemberTable household={record.household} />
      <HelperHistory household={record.household} />
      <HouseholdHistory readings={known.readings} />
    </article>
  );
}
