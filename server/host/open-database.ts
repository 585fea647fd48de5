import { Client, type PoolConfig } from 'pg';
import { StartRefused } from '#server/postgres/refusal.ts';
import { migrate, MigrationRefused } from '#server/store/postgres/migrate.ts';
import { isDatabaseTrouble } from './database-trouble.ts';

const OLDEST = 15;

/** Brings the database to this program's schema, or says in one line why it cannot be used. */
export async function openDatabase(database: PoolConfig): Promise<void> {
  await reachDatabase(database, () => migrate(database));
}

/** Sees that the database can be used, and does something to it, or says in one line why not. */
export async function reachDatabase<T>(database: PoolConfig, work: () => Promise<T>): Promise<T> {
  try {
    await checkVersion(database);
    return await work();
  } catch (error) {
    if (error instanceof MigrationRefused) throw new StartRefused(error.message);
    if (!isDatabaseTrouble(error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefused(
      `PostgreSQL cannot be used${code ? ` (${code})` : ''}: see that it runs and lets the service in`,
    );
  }
}

async function checkVersion(database: PoolConfig): Promise<void> {
  const client = new Client(database);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    const version = Math.floor(Number(rows[0]?.version) / 10_000);
    if (version < OLDEST)
      throw new StartRefused(`PostgreSQL ${version} is too old: the service needs ${OLDEST} or newer`);
  } finally {
    await client.end();
  }
}
