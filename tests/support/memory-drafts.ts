import type { Draft, DraftStore } from '#src/offline/draft-store.ts';

/** Drafts in memory, as one device keeps them: hand the same one to two renderings for a reload. */
export function createMemoryDrafts() {
  const drafts = new Map<string, Draft>();
  const listeners = new Set<Parameters<DraftStore['listen']>[0]>();
  const store: DraftStore = {
    read: async (key) => structuredClone(drafts.get(key) ?? null),
    keep: async (draft) => void drafts.set(draft.key, structuredClone(draft)),
    remove: async (key) => void drafts.delete(key),
    keys: async () => [...drafts.keys()],
    listen: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  };
  return {
    store,
    drafts,
    /** As if another tab had written it. */
    writeElsewhere: (draft: Draft) => {
      drafts.set(draft.key, draft);
      for (const heard of listeners) heard(draft.key, structuredClone(draft));
    },
  };
}
