import type { Pool } from 'pg';
import { onTestFinished } from 'vitest';
import { createAccounts, type AccountsParts } from '#server/accounts/postgres/create-accounts.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import type { Connection } from '#server/postgres/start.ts';
import type { Act } from '#src/domain/audit.ts';
import { TestClock, type Opened } from './accounts-suite.ts';
import { asOwner, emptyDatabase } from './postgres-store.ts';

export interface OpenedOnPostgres extends Opened, ReturnType<typeof createAccounts> {
  pool: Pool;
  connection: Connection;
}

export const SECRET = 'the secret of the tests and no other';

/** Hashes that cost nothing, and what was asked of them. */
export function cheapPasswords() {
  const asked: string[] = [];
  let meanwhile = async (): Promise<unknown> => undefined;
  return {
    asked,
    /** What happens while a password is compared. */
    during: (work: () => Promise<unknown>): void => {
      meanwhile = work;
    },
    hash: async (password: string) => `hash of ${password}`,
    async verify({ hash, password }: { hash: string; password: string }) {
      asked.push(password);
      await meanwhile();
      return hash === `hash of ${password}`;
    },
  };
}

/** The real accounts over a database of their own, until the test is over. */
export async function accountsOnPostgres(
  given: Partial<Omit<AccountsParts, 'pool' | 'clock'>> = {},
): Promise<OpenedOnPostgres> {
  const connection = await emptyDatabase();
  const pool = openPool({ ...connection, max: 5 });
  onTestFinished(() => pool.end());
  const clock = new TestClock();
  return {
    ...createAccounts({ pool, clock: clock.read, secret: SECRET, ...given }),
    clock,
    pool,
    connection,
    acts: () =>
      asOwner(connection, async (client) => {
        const { rows } = await client.query<{ payload: string }>(
          `select payload from app.audit_entry where chain = 'accounts' order by number`,
        );
        return rows.map(({ payload }) => JSON.parse(payload) as Act);
      }),
  };
}
