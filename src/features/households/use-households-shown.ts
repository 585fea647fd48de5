import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { matchesFilter, sortRows, type HouseholdRow } from '#src/domain/household-list.ts';
import { useTypedSearch } from '#src/parts/typed-search.ts';

const route = getRouteApi('/villages/$villageId/households');

/**
 * The rows that the link asks for, in its order. What is being typed counts at
 * once: the history follows when the typing pauses, the rows do not wait for it.
 */
export function useHouseholdsShown(rows: HouseholdRow[]) {
  const { sort, desc, status, cause, guarantee, state, called, helper, project } = route.useSearch();
  const [searched] = useTypedSearch();
  const [typed, setTyped] = useState(searched);
  const looked = useDeferredValue(typed);
  const sorted = useMemo(() => sortRows(rows, sort, desc), [rows, sort, desc]);
  const shown = useMemo(() => {
    const filter = { q: looked, status, cause, guarantee, state, called, helper, project };
    return sorted.filter((row) => matchesFilter(row, filter));
  }, [sorted, looked, status, cause, guarantee, state, called, helper, project]);
  return { shown, setTyped };
}
