import { useQuery } from '@tanstack/react-query';
import { useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { contactPointsQuery } from '#src/api/queries.ts';
import { useMayAnywhere } from './use-may.ts';

const KEY = 'last-village';

/** Keeps the village in mind for the navigation of pages that belong to none. */
export function useRememberVillage(villageId: string | undefined): void {
  useEffect(() => {
    if (villageId) localStorage.setItem(KEY, villageId);
  }, [villageId]);
}

/** The village of this page, else the last one that was open, else the first of the list. */
export function useCurrentVillage(): string | null {
  const matches = useMatches();
  const enabled = useMayAnywhere('viewVillage');
  const points = useQuery({ ...contactPointsQuery(), enabled });
  const inPath = matches
    .map((m) => ('villageId' in m.params ? m.params.villageId : undefined))
    .find((villageId) => villageId !== undefined);
  const known = points.data?.map((p) => p.village.id) ?? [];
  const remembered = localStorage.getItem(KEY);
  return inPath ?? (remembered && known.includes(remembered) ? remembered : (known[0] ?? null));
}
