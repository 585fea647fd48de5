import { Pool, type PoolConfig } from 'pg';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { createApp } from '#server/app.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import type { Identifier } from '#src/domain/identifier.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { HostParts } from './host.ts';

/** What an empty database is filled with when it is asked for. */
export interface SampleData {
  records: readonly VillageRecord[];
  identifiers: readonly Identifier[];
}

export interface ServiceParts {
  database: PoolConfig;
  dataDir: string;
  sample: SampleData | null;
}

export interface Service extends Pick<HostParts, 'mount' | 'ready'> {
  /** The path of the one-time link for the first administrator; null when there is one already. */
  firstLink: string | null;
  close: () => Promise<void>;
}

/** Puts the service together: its store, its accounts, and the app over both. */
export async function composeService({ database, sample }: ServiceParts): Promise<Service> {
  const pool = new Pool({ ...database, max: 20, connectionTimeoutMillis: 5000 });
  // A connection that is lost while nobody uses it: the next request gets another.
  pool.on('error', () => undefined);
  const clock = () => new Date();
  const audit = new MemoryAudit();
  const stores = createMemoryStores({ ...(sample ?? { records: [], identifiers: [] }), audit });
  const { accounts, identity } = createMemoryAccounts({ actors: [], clock, audit });
  return {
    mount: ({ identity: seen, trouble }) =>
      createApp({ stores, accounts, clock, identity: seen(identity), trouble, sample: sample !== null }),
    ready: () => pool.query('select 1'),
    firstLink: null,
    close: () => pool.end(),
  };
}
