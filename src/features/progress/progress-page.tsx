import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { villageQueries } from '#src/api/queries.ts';
import { problemOf } from '#src/api/problem.ts';
import type { Village } from '#src/domain/place.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { LogVisitLink } from '#src/parts/log-visit-link.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PairPicker } from './pair-picker.tsx';
import { ProgressReport } from './progress-report.tsx';

const route = getRouteApi('/villages/$villageId/');

/** How a village changed between two visits, for whom, and what nobody knows. */
export function ProgressPage() {
  const { villageId } = route.useParams();
  const { from, to, knownOn } = route.useSearch();
  const village = useQuery(villageQueries.page(villageId));
  const progress = useQuery(villageQueries.progress(villageId, { from, to }, knownOn));
  const code = progress.isError ? problemOf(progress.error).code : null;
  return (
    <QueryView
      query={village}
      isEmpty={(page) => page.visits.length < 2}
      empty={<TooFewVisits villageId={villageId} village={village.data?.village} />}
    >
      {(page) => (
        <>
          <PairPicker visits={page.visits} shown={progress.data} />
          {code === 'PAIR_OUT_OF_ORDER' || code === 'VISIT_NOT_FOUND' || code === 'TOO_FEW_VISITS' ? (
            <BadPair villageId={villageId} />
          ) : (
            <QueryView query={progress} isEmpty={() => false} empty={null}>
              {(data) => <ProgressReport progress={data} page={page} />}
            </QueryView>
          )}
        </>
      )}
    </QueryView>
  );
}

function TooFewVisits({ villageId, village }: { villageId: string; village: Village | undefined }) {
  const t = useMessages(progressWords);
  return (
    <Notice
      tone="plain"
      title={t.tooFew}
      action={
        <>
          <LogVisitLink village={village} after=" · ">
            {t.logVisit}
          </LogVisitLink>
          <Link to="/villages/$villageId/households" params={{ villageId }}>
            {t.toHouseholds}
          </Link>
        </>
      }
    >
      {t.tooFewText}
    </Notice>
  );
}

function BadPair({ villageId }: { villageId: string }) {
  const t = useMessages(progressWords);
  return (
    <Notice
      tone="plain"
      title={t.badPair}
      action={
        <Link to="/villages/$villageId" params={{ villageId }}>
          {t.lastTwo}
        </Link>
      }
    >
      {t.badPairText}
    </Notice>
  );
}
