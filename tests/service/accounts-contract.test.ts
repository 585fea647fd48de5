import type { Pool } from 'pg';
import { afterEach } from 'vitest';
import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import type { Act } from '#src/domain/audit.ts';
import { accountsPool } from '#tests/support/accounts-database.ts';
import { describeAccounts, TestClock } from '#tests/support/accounts-suite.ts';

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});

describeAccounts('PostgreSQL', async () => {
  const pool = await accountsPool();
  pools.push(pool);
  const clock = new TestClock();
  const opened = createAccounts({ pool, clock: clock.read, secret: 'x'.repeat(40) });
  return {
    ...opened,
    clock,
    async acts() {
      await pool.query('begin');
      await pool.query(`select app.enter('{cn}')`);
      const { rows } = await pool.query<{ payload: string }>(
        'select payload from app.audit_entry order by number',
      );
      await pool.query('commit');
      return rows.map(({ payload }) => JSON.parse(payload) as Act);
    },
  };
});
