import type { Pool } from 'pg';
import { afterEach } from 'vitest';
import { postgresStores } from '#tests/support/postgres-store.ts';
import { describeStore } from '#tests/support/store-suite.ts';

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});

for (const [name, options] of [
  ['PostgreSQL', {}],
  ['PostgreSQL without a cache', { cache: false }],
] as const) {
  describeStore(name, async (loaded) => {
    const { stores, pool } = await postgresStores(loaded, options);
    pools.push(pool);
    return stores;
  });
}
