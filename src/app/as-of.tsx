import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { aboutQuery } from '#src/api/queries.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { programWords } from '#src/messages/program.ts';
import { useReads } from '#src/offline/reads.ts';
import { useVaultState } from '#src/offline/use-outbox.tsx';
import { connection, useIsSilent } from '#src/parts/connection.ts';
import { useMoment } from '#src/parts/moment.ts';
import { useSession } from '#src/parts/session.tsx';
import classes from './as-of.module.css';
import { isKeptRead } from './kept-queries.ts';

/** Milliseconds between two looks whether the service answers again. */
const LOOK_AGAIN = 15_000;

/** When the oldest of what is on screen was read, if it is not of this visit to the page or could not be read anew. */
function oldestShown(queries: QueryClient): number | null {
  const old = queries
    .getQueryCache()
    .findAll({ type: 'active', predicate: isKeptRead })
    .map(({ state }) => state)
    .filter(({ data }) => data !== undefined)
    .filter(
      (s) => s.dataUpdatedAt < performance.timeOrigin || (s.status === 'error' && connection.isSilent()),
    )
    .map(({ dataUpdatedAt }) => dataUpdatedAt);
  return old.length > 0 ? Math.min(...old) : null;
}

/** Says on every page that what it shows was not read just now, and of when it is. */
export function AsOf() {
  const t = useMessages(programWords);
  const { moment } = useMoment();
  const queries = useQueryClient();
  const isSilent = useIsSilent();
  const cache = queries.getQueryCache();
  const asOf = useSyncExternalStore(
    (heard) => cache.subscribe(heard),
    () => oldestShown(queries),
  );
  useReturn(queries);
  useOpening(queries);
  const isOut = useSession().state === 'signedOut';
  if (!isSilent && asOf === null) return null;
  return (
    <p className={classes.line} role="status">
      {isSilent ? <strong>{t.noConnection}</strong> : null}{' '}
      {asOf !== null ? t.asOf(moment(asOf)) : isOut ? null : t.goOn}
    </p>
  );
}

/** While the service is silent it is asked again and again; when it answers, everything is read anew. */
function useReturn(queries: QueryClient): void {
  const isSilent = useIsSilent();
  useEffect(() => {
    if (!isSilent) return;
    const { queryKey } = aboutQuery();
    const ask = (): void => void queries.refetchQueries({ queryKey });
    const timer = setInterval(ask, LOOK_AGAIN);
    addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      removeEventListener('online', ask);
      if (!connection.isSilent()) void queries.invalidateQueries({ predicate: isKeptRead });
    };
  }, [isSilent, queries]);
}

/** What was locked when it was asked for is asked for again, and who it is that is in has a name then. */
function useOpening(queries: QueryClient): void {
  const openReads = useReads();
  const isOpen = useVaultState().is === 'open';
  useEffect(() => {
    if (!isOpen || !connection.isSilent()) return;
    void queries.refetchQueries({
      type: 'active',
      predicate: (query) => isKeptRead(query) && query.state.data === undefined,
    });
    const { queryKey } = aboutQuery();
    void openReads()
      .then((reads) => reads?.recallAccount(Date.now()))
      .then((known) => {
        if (known && queries.getQueryData(queryKey)?.actor?.id === known.data.actor.id) {
          queries.setQueryData(queryKey, known.data, { updatedAt: known.at });
        }
      });
  }, [isOpen, queries, openReads]);
}
