import { Client, type Pool } from 'pg';
import type { Connection } from '#server/postgres/start.ts';
import type { Loaded } from '#server/store/memory.ts';
import type { Stores } from '#server/store/port.ts';
import { loadRecords } from '#server/store/postgres/load.ts';
import { migrate } from '#server/store/postgres/migrate.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import { createPostgresStores, type PostgresStoresOptions } from '#server/store/postgres/store.ts';
import { freshDatabase } from './postgres.ts';

/** A database with the schema and nothing in it. */
export const emptyDatabase = (): Promise<Connection> =>
  freshDatabase({ name: 'schema', prepare: (connection) => migrate(connection) });

/** Does some work on a connection of the owner of a database. */
export async function asOwner<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface OpenStores {
  stores: Stores;
  pool: Pool;
  connection: Connection;
}

/** Stores over a database of their own. Whoever opens them ends the pool. */
export async function postgresStores(
  { records, identifiers = [] }: Loaded,
  options: Omit<PostgresStoresOptions, 'pool'> = {},
): Promise<OpenStores> {
  const connection = await emptyDatabase();
  await asOwner(connection, (client) => loadRecords(client, { records, identifiers }));
  const pool = openPool({ ...connection, max: 5 });
  return { stores: createPostgresStores({ pool, ...options }), pool, connection };
}
