import { usePrefetchInfiniteQuery, usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useMatch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { villageQueries, type Pair } from '#src/api/queries.ts';
import type { Day } from '#src/domain/day.ts';
import type { VillagePage } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { useRememberVillage } from '#src/parts/last-village.ts';
import classes from './village-frame.module.css';
import { VillageReviews } from './village-reviews.tsx';
import { whenIdle } from './when-idle.ts';

const KeptVillage = lazy(async () => ({
  default: (await whenIdle(() => import('./kept-village.tsx'))).KeptVillage,
}));

const route = getRouteApi('/villages/$villageId');

/** What the first page of a village shows is asked for with the village, and not after it. */
function ProgressAhead({
  villageId,
  asked,
}: {
  villageId: string;
  asked: Pair & { knownOn?: Day | undefined };
}) {
  const { knownOn, ...pair } = asked;
  usePrefetchQuery(villageQueries.progress(villageId, pair, knownOn));
  usePrefetchInfiniteQuery(villageQueries.leftBehind(villageId, asked));
  return null;
}

/** What all of a village's pages share: its name, its place, who answers for it, and the way between them. */
export function VillageFrame() {
  const { villageId } = route.useParams();
  const query = useQuery(villageQueries.page(villageId));
  useRememberVillage(query.data?.village.id);
  const asked = useMatch({
    from: '/villages/$villageId/',
    shouldThrow: false,
    select: ({ search: { from, to, knownOn } }) => ({ from, to, knownOn }),
    structuralSharing: true,
  });
  return (
    <>
      {asked ? <ProgressAhead villageId={villageId} asked={asked} /> : null}
      <QueryView query={query} isEmpty={() => false} empty={null}>
        {(page) => (
          <>
            <VillageHeading page={page} />
            <VillageReviews page={page} />
            <VillageTabs villageId={villageId} />
            <Outlet />
            <Suspense fallback={null}>
              <KeptVillage villageId={villageId} />
            </Suspense>
          </>
        )}
      </QueryView>
    </>
  );
}

function VillageHeading({ page: { village, contactPoint } }: { page: VillagePage }) {
  const t = useMessages(shellWords);
  const { text } = useFormat();
  const place = [village.province, village.prefecture, village.county, village.township].map(text);
  return (
    <header className={classes.heading}>
      <p className={classes.place}>
        {place.join(' › ')}
        {village.fictional ? <span className={classes.fictional}>{t.fictional}</span> : null}
      </p>
      <h1>{text(village.name)}</h1>
      <p className={classes.leader}>
        {t.contactLeader(text(contactPoint.leader.name), text(contactPoint.leader.title))}
      </p>
    </header>
  );
}

const active = { className: classes.active ?? '', 'aria-current': 'page' } as const;

function VillageTabs({ villageId }: { villageId: string }) {
  // Counted where they were read already: the checks look through the whole register.
  const asked = useQuery({ ...villageQueries.questions(villageId), enabled: false });
  const open = asked.data?.entries.filter(({ state }) => state === 'open').length ?? 0;
  const t = useMessages(shellWords);
  const shared = {
    params: { villageId },
    className: classes.tab,
    activeProps: active,
    activeOptions: { exact: true, includeSearch: false },
  };
  return (
    <nav className={classes.tabs} aria-label={t.villageNavigation} data-no-print>
      <Link to="/villages/$villageId" {...shared}>
        {t.progress}
      </Link>
      <Link to="/villages/$villageId/left-behind" {...shared}>
        {t.leftBehind}
      </Link>
      <Link to="/villages/$villageId/why" {...shared}>
        {t.why}
      </Link>
      <Link to="/villages/$villageId/measures" {...shared}>
        {t.measures}
      </Link>
      <Link to="/villages/$villageId/households" {...shared}>
        {t.households}
      </Link>
      <Link to="/villages/$villageId/projects" {...shared}>
        {t.projects}
      </Link>
      <Link to="/villages/$villageId/visits" {...shared}>
        {t.visits}
      </Link>
      <Link to="/villages/$villageId/exit" {...shared}>
        {t.exit}
      </Link>
      <Link to="/villages/$villageId/questions" {...shared}>
        {t.questions(open)}
      </Link>
    </nav>
  );
}
