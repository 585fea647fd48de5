import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { villageQueries } from '#src/api/queries.ts';
import { BadPair, isBadPair, TooFewVisits } from '#src/parts/pair-notices.tsx';
import { PairPicker } from '#src/parts/pair-picker.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { LeftBehindList } from './left-behind-list.tsx';
import { useList } from './use-list.ts';

const route = getRouteApi('/villages/$villageId/left-behind');

/** Whom to visit next and what to ask there; printed, it is the next visit's agenda. */
export function LeftBehindPage() {
  const { villageId } = route.useParams();
  const { from, to, knownOn, reason } = route.useSearch();
  const navigate = route.useNavigate();
  const village = useQuery(villageQueries.page(villageId));
  const asked = { from, to, knownOn };
  const list = useList(villageId, asked, reason);
  const [first] = list.query.data?.pages ?? [];
  return (
    <QueryView
      query={village}
      isEmpty={(page) => page.visits.length === 0}
      empty={<TooFewVisits villageId={villageId} village={village.data?.village} />}
    >
      {(page) => (
        <>
          {page.visits.length > 1 ? (
            <PairPicker
              visits={page.visits}
              chosen={asked}
              shown={first?.from ? { from: first.from, to: first.to } : undefined}
              onChoose={(next) =>
                void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false })
              }
            />
          ) : null}
          {isBadPair(list.query) ? (
            <BadPair />
          ) : (
            <QueryView query={list.query} isEmpty={() => false} empty={null}>
              {() =>
                first ? (
                  <LeftBehindList page={page} answer={first} asked={asked} list={list} reason={reason} />
                ) : null
              }
            </QueryView>
          )}
        </>
      )}
    </QueryView>
  );
}
