import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { villageQueries } from '#src/api/queries.ts';
import { daysBetween } from '#src/domain/day.ts';
import type { VillagePage } from '#src/domain/records.ts';
import {
  isAskedFor,
  reviewFilter,
  reviewFilters,
  reviewState,
  type ReviewState,
} from '#src/domain/review.ts';
import { visitKind, visitKinds, type Visit } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { reviewWords } from '#src/messages/reviews.ts';
import { terms } from '#src/messages/terms.ts';
import { visitsWords } from '#src/messages/visits.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { LogVisitLink } from '#src/parts/log-visit-link.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { ReviewBadge } from '#src/parts/review-badge.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './visits.module.css';

const route = getRouteApi('/villages/$villageId/visits');

/** Every visit to the village, the last first. */
export function VisitsPage() {
  const t = useMessages(visitsWords);
  const { villageId } = route.useParams();
  const query = useQuery(villageQueries.page(villageId));
  const logLink = <LogVisitLink village={query.data?.village}>{t.logVisit}</LogVisitLink>;
  return (
    <section className={classes.page}>
      <h2>{t.title}</h2>
      <QueryView
        query={query}
        isEmpty={({ visits }) => visits.length === 0}
        empty={<Notice tone="plain" title={t.none} action={logLink} />}
      >
        {(page) => <Timeline page={page} />}
      </QueryView>
    </section>
  );
}

function Timeline({ page: { visits, reviews, village } }: { page: VillagePage }) {
  const t = useMessages(visitsWords);
  const { kind, review } = route.useSearch();
  const shown = visits.flatMap((visit, at) => {
    const state = reviewState(visit.id, reviews);
    const asked = (!kind || visit.kind === kind) && (!review || isAskedFor(state, review));
    return asked ? [{ visit, state, previous: visits[at - 1] ?? null }] : [];
  });
  return (
    <>
      <Filters />
      {shown.length === 0 ? <p className={classes.calm}>{t.noneFound}</p> : null}
      <ol className={classes.timeline} reversed>
        {shown.toReversed().map((item) => (
          <VisitItem key={item.visit.id} {...item} villageId={village.id} />
        ))}
      </ol>
    </>
  );
}

function Filters() {
  const t = useMessages(visitsWords);
  const term = useMessages(terms);
  const words = useMessages(reviewWords);
  const { kind, review } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={classes.filter} data-no-print>
      <NativeSelect
        label={t.kind}
        value={kind ?? ''}
        data={[
          { value: '', label: t.all },
          ...visitKinds.map((value) => ({ value, label: term.visitKind[value] })),
        ]}
        onChange={(event) => {
          const chosen = visitKind.safeParse(event.currentTarget.value);
          void navigate({ search: (now) => ({ ...now, kind: chosen.data }), replace: true });
        }}
      />
      <NativeSelect
        label={words.filter}
        value={review ?? ''}
        data={[
          { value: '', label: words.all },
          ...reviewFilters.map((value) => ({ value, label: words.filters[value] })),
        ]}
        onChange={(event) => {
          const chosen = reviewFilter.safeParse(event.currentTarget.value);
          void navigate({ search: (now) => ({ ...now, review: chosen.data }), replace: true });
        }}
      />
    </div>
  );
}

interface ItemProps {
  visit: Visit;
  state: ReviewState;
  previous: Visit | null;
  villageId: string;
}

function VisitItem({ visit, state, previous, villageId }: ItemProps) {
  const t = useMessages(visitsWords);
  const term = useMessages(terms);
  const { day, text } = useFormat();
  const households = visit.stops.filter((s) => s.kind === 'household').length;
  return (
    <li className={classes.item}>
      <p className={classes.day}>
        <Link to="/visits/$visitId" params={{ visitId: visit.id }}>
          {day(visit.on)}
        </Link>
      </p>
      <div className={classes.body}>
        <p>
          <strong>{term.visitKind[visit.kind]}</strong>
          {visit.present.length > 0 ? ` · ${visit.present.map(text).join(', ')}` : null}
        </p>
        <p className={classes.calm}>
          {t.counts(households, visit.stops.length - households)}
          {previous ? ` · ${t.days(daysBetween(previous.on, visit.on))}` : null}
        </p>
        <p className={classes.links}>
          <ReviewBadge state={state} />
          <SourceMark source={visit.source} />
          {previous ? (
            <Link
              to="/villages/$villageId"
              params={{ villageId }}
              search={{ from: previous.id, to: visit.id }}
            >
              {t.compare}
            </Link>
          ) : null}
        </p>
      </div>
    </li>
  );
}
