import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { villageQueries } from '#src/api/queries.ts';
import { BadPair, isBadPair, TooFewVisits } from '#src/parts/pair-notices.tsx';
import { PairPicker } from '#src/parts/pair-picker.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { LeftBehind } from './left-behind.tsx';
import { Lead } from './lead.tsx';
import { ProgressReport } from './progress-report.tsx';

const route = getRouteApi('/villages/$villageId/');

/** What changed in one sentence, whom to visit next, and how the village changed, for whom, and what nobody knows. */
export function ProgressPage() {
  const { villageId } = route.useParams();
  const { from, to, knownOn } = route.useSearch();
  const village = useQuery(villageQueries.page(villageId));
  const progress = useQuery(villageQueries.progress(villageId, { from, to }, knownOn));
  const navigate = route.useNavigate();
  return (
    <QueryView
      query={village}
      isEmpty={(page) => page.visits.length < 2}
      empty={
        <>
          <TooFewVisits villageId={villageId} village={village.data?.village} />
          {village.data && village.data.visits.length > 0 ? (
            <LeftBehind village={village.data.village} asked={{}} />
          ) : null}
        </>
      }
    >
      {(page) => (
        <>
          {progress.data ? <Lead progress={progress.data} /> : null}
          <LeftBehind village={page.village} asked={{ from, to, knownOn }} />
          <PairPicker
            visits={page.visits}
            chosen={{ from, to, knownOn }}
            shown={progress.data}
            onChoose={(next) => void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false })}
          />
          {isBadPair(progress) ? (
            <BadPair />
          ) : (
            <QueryView query={progress} isEmpty={() => false} empty={null}>
              {(data) => <ProgressReport progress={data} page={page} asked={{ from, to, knownOn }} />}
            </QueryView>
          )}
        </>
      )}
    </QueryView>
  );
}
