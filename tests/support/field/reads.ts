import { createKeptReads } from '#src/offline/kept-reads.ts';
import type { ReadStorage, StoredRead } from '#src/offline/read-store.ts';
import { createMemoryKeys } from './vault.ts';

/** Storage in memory, with what it holds. */
function createMemoryReads() {
  const lying = new Map<string, StoredRead>();
  const keyOf = (accountId: string, id: string): string => JSON.stringify([accountId, id]);
  const removeWhere = (is: (read: StoredRead) => boolean): void => {
    for (const [key, read] of lying) if (is(read)) lying.delete(key);
  };
  const storage: ReadStorage = {
    get: async (accountId, id) => lying.get(keyOf(accountId, id)) ?? null,
    has: async (accountId, id) => lying.has(keyOf(accountId, id)),
    idsUnderOtherKeys: async (accountId, key) =>
      [...lying.values()].filter((r) => r.accountId === accountId && r.sealed.key !== key).map((r) => r.id),
    put: async (reads) => reads.forEach((r) => lying.set(keyOf(r.accountId, r.id), r)),
    remove: async (accountId, ids) => removeWhere((r) => r.accountId === accountId && ids.includes(r.id)),
    removeOf: async (accountId) => removeWhere((r) => accountId === null || r.accountId === accountId),
    removeOthers: async (accountId) => removeWhere((r) => r.accountId !== accountId),
  };
  return { lying, storage };
}

/** A phone's memory of what was read, and a page that is open on it. */
export function createPhone() {
  const memory = createMemoryReads();
  const keys = createMemoryKeys();
  const page = () => {
    const vault = keys.open();
    const reads = createKeptReads(memory.storage, vault);
    vault.add(reads);
    return { vault, reads };
  };
  return { ...memory, page };
}
