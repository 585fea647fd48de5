import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { contactPointsQuery } from '#src/api/queries.ts';
import type { ContactPointSummary } from '#src/domain/overview.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { overviewWords } from '#src/messages/overview.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { ContactPointTable } from './contact-point-table.tsx';
import classes from './overview-page.module.css';
import { useReviewDuty } from './use-review-duty.ts';

/** Drawn after the table is there: the drawing library is no part of the first screen. */
const IncidenceByVillage = lazy(async () => ({
  default: (await import('./incidence-by-village.tsx')).IncidenceByVillage,
}));

/** Every contact point: where things stand, and where somebody has to go next. */
export function OverviewPage() {
  const t = useMessages(overviewWords);
  const loading = useMessages(queryWords).loading;
  const query = useQuery(contactPointsQuery());
  return (
    <div className={classes.page}>
      <h1>{t.title}</h1>
      <QueryView
        query={query}
        isEmpty={(points) => points.length === 0}
        empty={
          <Notice tone="plain" title={t.none}>
            {t.noneNext}
          </Notice>
        }
      >
        {(points) => (
          <>
            <Lead points={points} />
            <ReviewLead points={points} />
            <ContactPointTable points={points} />
            <p data-no-print>
              <Link to="/measures">{t.toMeasures}</Link>
            </p>
            <section className={classes.page}>
              <h2>{t.incidenceHeading}</h2>
              <Suspense fallback={<Waiting label={loading} />}>
                <IncidenceByVillage points={points} />
              </Suspense>
            </section>
          </>
        )}
      </QueryView>
    </div>
  );
}

function Lead({ points }: { points: ContactPointSummary[] }) {
  const t = useMessages(overviewWords);
  const { text, day } = useFormat();
  const due = points.filter((p) => p.followUpOverdue);
  const overdue = points.reduce((sum, p) => sum + p.overdueCommitments, 0);
  const first = due.toSorted((a, b) => ((a.followUpDueOn ?? '') < (b.followUpDueOn ?? '') ? -1 : 1))[0];
  return (
    <p className={classes.lead}>
      {t.lead(points.length)}
      {due.length > 0 ? (
        <Link to="/" search={{ show: 'followUpDue' }} resetScroll={false}>
          {t.leadDue(due.length)}
        </Link>
      ) : (
        t.leadDue(0)
      )}
      {t.leadParts[0]}
      {overdue > 0 ? (
        <Link to="/commitments" search={{ state: 'overdue' }}>
          {t.leadOverdue(overdue)}
        </Link>
      ) : (
        t.leadOverdue(0)
      )}
      {t.leadParts[1]}
      {first?.followUpDueOn ? t.first(text(first.village.name), day(first.followUpDueOn)) : null}
    </p>
  );
}

/** The visits that wait for whoever is looking; nothing where none does. */
function ReviewLead({ points }: { points: ContactPointSummary[] }) {
  const t = useMessages(overviewWords);
  const duty = useReviewDuty();
  const counts = points.map((p) => (duty === 'toReview' ? p.visitsToReview : p.visitsSentBack));
  const visits = counts.reduce((sum, n) => sum + n, 0);
  if (!duty || visits === 0) return null;
  const villages = counts.filter((n) => n > 0).length;
  return (
    <p className={classes.duty} data-no-print>
      <Link to="/" search={{ show: duty }} resetScroll={false}>
        {t.duty[duty](visits, villages)}
      </Link>
    </p>
  );
}
