import { partialMatchKey, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { problemOf } from '#src/api/problem.ts';
import { householdsRead, readingHistoryQuery } from '#src/api/queries.ts';
import { historyIn } from '#src/domain/reading-history.ts';
import type { HouseholdRecord, ReadingHistory } from '#src/domain/records.ts';
import { useIsSilent } from './connection.ts';

/**
 * A reading's history. Where the service does not answer, the household's record that this page has read tells
 * it as well: that holds every reading of the household, those that were superseded too.
 */
export function useReadHistory(readingId: string) {
  const queries = useQueryClient();
  const isSilent = useIsSilent();
  const query = useQuery(readingHistoryQuery(readingId));
  // A refusal is an answer.
  const status = query.isError ? problemOf(query.error).status : null;
  const isAway = query.isError ? status === null || status >= 500 : isSilent;
  const isNeeded = query.data === undefined && isAway;
  useEffect(() => {
    if (!isNeeded) return;
    const { queryKey } = readingHistoryQuery(readingId);
    const look = (): void => {
      const told = toldByHouseholds(queries, readingId);
      if (told) queries.setQueryData(queryKey, told.history, { updatedAt: told.at });
    };
    look();
    // Where a link opens both, the household's record may come after.
    const cache = queries.getQueryCache();
    return cache.subscribe(({ type, query: { queryKey: changed } }) => {
      if (type === 'updated' && partialMatchKey(changed, householdsRead())) look();
    });
  }, [isNeeded, queries, readingId]);
  return query;
}

function toldByHouseholds(
  queries: QueryClient,
  readingId: string,
): { history: ReadingHistory; at: number } | null {
  for (const { state } of queries.getQueryCache().findAll({ queryKey: householdsRead() })) {
    const record = state.data as HouseholdRecord | undefined;
    const found = record && historyIn(record.readings, readingId);
    if (!record || !found || found.subject.id !== record.household.id) continue;
    const { id, name, countyCode, townshipId } = record.village;
    const subject = { ...found.subject, name: record.household.head };
    const village = { id, name, countyCode, townshipId };
    return { history: { subject, village, readings: found.readings }, at: state.dataUpdatedAt };
  }
  return null;
}
