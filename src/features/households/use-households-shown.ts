import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { matchesFilter, sortRows, type HouseholdRow } from '#src/domain/household-list.ts';

const route = getRouteApi('/villages/$villageId/households');

/** The rows that the link asks for, in its order. */
export function useHouseholdsShown(rows: HouseholdRow[]): HouseholdRow[] {
  const search = route.useSearch();
  return useMemo(
    () => sortRows(rows.filter((row) => matchesFilter(row, search)), search.sort, search.desc),
    [rows, search],
  );
}
