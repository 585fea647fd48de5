import { useInfiniteQuery } from '@tanstack/react-query';
import { villageQueries, type LeftBehindAskedFor } from '#src/api/queries.ts';
import { isListedFor, type LeftBehindKind } from '#src/domain/left-behind-kinds.ts';

/**
 * The list, limited to one reason or not. A list that is here to its end is limited here, so that a
 * filter answers at once and without a network; of a longer one the service is asked.
 */
export function useList(
  villageId: string,
  asked: Omit<LeftBehindAskedFor, 'reason'>,
  reason: LeftBehindKind | undefined,
) {
  const whole = useInfiniteQuery(villageQueries.leftBehind(villageId, asked));
  const isHere = whole.data === undefined || !whole.hasNextPage;
  const part = useInfiniteQuery({
    ...villageQueries.leftBehind(villageId, { ...asked, reason }),
    enabled: reason !== undefined && !isHere,
  });
  const query = reason === undefined || isHere ? whole : part;
  const entries = (query.data?.pages ?? [])
    .flatMap((page) => page.entries)
    .filter((entry) => isListedFor(entry, reason));
  return { query, entries };
}
export type List = ReturnType<typeof useList>;
