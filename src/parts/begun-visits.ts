import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { contactPointsQuery } from '#src/api/queries.ts';
import type { Text } from '#src/domain/text.ts';
import { begunBy } from '#src/offline/draft-key.ts';
import type { DraftStore } from '#src/offline/draft-store.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { useVaultState } from '#src/offline/use-outbox.tsx';
import { useActor } from './use-may.ts';

/** A visit that somebody began on this device and has not saved. */
export interface BegunVisit {
  villageId: string;
  /** Milliseconds since 1970, by this device's clock. */
  savedAt: number;
}

async function begunIn(store: DraftStore, accountId: string): Promise<BegunVisit[]> {
  const keys = await store.keys();
  const found = keys.map(async (key) => {
    const begun = begunBy(accountId, key);
    // A saved visit that is being mended stands in the outbox, with the way to its form.
    if (!begun || !('villageId' in begun)) return [];
    const draft = await store.read(key);
    return draft ? [{ villageId: begun.villageId, savedAt: draft.savedAt }] : [];
  });
  return (await Promise.all(found)).flat().toSorted((a, b) => b.savedAt - a.savedAt);
}

/** The reader's own, the newest first; none until they are read, and where this device keeps nothing. */
export function useBegunVisits(): BegunVisit[] {
  const store = useDraftStore();
  const accountId = useActor()?.id;
  const isOpen = useVaultState().is === 'open';
  const [begun, setBegun] = useState<BegunVisit[]>([]);
  useEffect(() => {
    let current = true;
    const look = (): void => {
      const reading = accountId === undefined || !isOpen ? Promise.resolve([]) : begunIn(store, accountId);
      reading.then(
        (found) => current && setBegun(found),
        () => current && setBegun([]),
      );
    };
    look();
    const unlisten = store.listen(look);
    return () => {
      current = false;
      unlisten();
    };
  }, [store, accountId, isOpen]);
  return begun;
}

/** The names of the villages that the reader sees, by their ids. */
export function useVillageNames(enabled: boolean): ReadonlyMap<string, Text> {
  const points = useQuery({ ...contactPointsQuery(), enabled });
  return new Map(points.data?.map(({ village }) => [village.id, village.name]));
}
