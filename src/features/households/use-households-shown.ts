import { useMemo, useState } from 'react';
import { filterBy, sortRows, type HouseholdRow } from '#src/domain/household-list.ts';
import { useTypedSearch } from '#src/parts/typed-search.ts';
import type { SearchAhead } from './use-search-ahead.ts';

/** The rows that are asked for, in their order. What is being typed counts at once, as what is chosen does. */
export function useHouseholdsShown(rows: HouseholdRow[], { search }: SearchAhead) {
  const { sort, desc, status, cause, guarantee, state, called, helper, project } = search;
  const [searched] = useTypedSearch();
  const [typed, setTyped] = useState(searched);
  const sorted = useMemo(() => sortRows(rows, sort, desc), [rows, sort, desc]);
  const shown = useMemo(() => {
    return sorted.filter(filterBy({ q: typed, status, cause, guarantee, state, called, helper, project }));
  }, [sorted, typed, status, cause, guarantee, state, called, helper, project]);
  return { shown, setTyped };
}
