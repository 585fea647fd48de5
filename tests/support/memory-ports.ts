import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import type { OpenPorts } from './watched.ts';

/** Store and accounts in memory, with one trail for both. */
export const inMemory: OpenPorts = async (loaded, clock) => {
  const audit = new MemoryAudit();
  const { accounts } = createMemoryAccounts({ actors: [], clock, audit });
  return { stores: createMemoryStores({ ...loaded, audit }), accounts };
};
