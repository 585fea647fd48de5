import { useSyncExternalStore } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { aboutQuery } from '#src/api/queries.ts';
import type { Actor } from '#src/domain/account.ts';
import type { PhotoStore } from '#src/offline/photo-store.ts';
import type { OpenReads } from '#src/offline/reads.ts';
import { keepVillage, keptOf, type Keeping } from './keep-village.ts';

interface Shown {
  /** What is being kept just now. */
  now: Keeping | null;
  /** The village that could not be kept. */
  failed: string | null;
  /** How often something was kept to its end: whoever shows since when looks again. */
  ended: number;
}

let shown: Shown = { now: null, failed: null, ended: 0 };
const listeners = new Set<() => void>();
const show = (news: Partial<Shown>): void => {
  shown = { ...shown, ...news };
  for (const heard of listeners) heard();
};
const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};
const view = (): Shown => shown;

export const useKeeping = (): Shown => useSyncExternalStore(subscribe, view);

interface Parts {
  queries: QueryClient;
  openReads: OpenReads;
  actor: Actor;
  taken: Pick<PhotoStore, 'has'>;
}

/** One village after the other is kept on this device, each to its end. */
export const keeping = {
  of: keptOf,
  async start({ openReads, ...parts }: Parts, villageId: string): Promise<void> {
    const reads = await openReads();
    if (!reads || shown.now) return;
    show({ now: { villageId, what: 'households', done: 0, of: 0 }, failed: null });
    try {
      await keepVillage({ ...parts, reads }, villageId, (now) => show({ now }));
      show({ now: null, ended: shown.ended + 1 });
    } catch {
      const { queries, actor } = parts;
      // Whoever left broke it off: the service did not fail anybody.
      const isIn = queries.getQueryData(aboutQuery().queryKey)?.actor?.id === actor.id;
      show({ now: null, failed: isIn ? villageId : null });
    }
  },
};
