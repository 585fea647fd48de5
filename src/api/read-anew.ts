import { useQueryClient, type QueryClient } from '@tanstack/react-query';

/**
 * After a write: all that was read is stale, and what is on screen is asked for again. A first
 * question that is under way was asked before the write and may be answered without it; it is not
 * asked anew by invalidating alone, so it is once it has its answer.
 *
 * @returns when all that is on screen was read anew
 */
export async function readAnew(queries: QueryClient): Promise<void> {
  const early = queries
    .getQueryCache()
    .findAll({ fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
    .map(({ queryKey, promise }) => ({ queryKey, promise }));
  const all = queries.invalidateQueries();
  const late = early.map(async ({ queryKey, promise }) => {
    await promise?.catch(() => {});
    await queries.invalidateQueries({ queryKey, exact: true });
  });
  await Promise.all([all, ...late]);
}

/** What a write does when it was taken: nearly every figure hangs on a visit or a reading. */
export function useReadAnew(): () => Promise<void> {
  const queries = useQueryClient();
  return () => readAnew(queries);
}
