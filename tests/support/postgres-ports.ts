import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { postgresStores } from './postgres-store.ts';
import type { OpenPorts } from './watched.ts';

/** The store in a database of its own. The accounts beside it are in memory, with a trail of theirs. */
export const inPostgres: OpenPorts = async (loaded, clock) => {
  const { stores, pool } = await postgresStores(loaded);
  const audit = new MemoryAudit();
  const { accounts } = createMemoryAccounts({ actors: [], clock, audit });
  return { stores, accounts, otherActs: () => audit.entries(), close: () => pool.end() };
};
