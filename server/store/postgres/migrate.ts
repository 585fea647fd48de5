import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client, type ClientBase, type ClientConfig } from 'pg';

/** Why a database is not one that this program can use. Shown as it is. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

export interface Migration {
  number: number;
  name: string;
  sql: string;
  checksum: string;
}

const FOLDER = fileURLToPath(new URL('migrations/', import.meta.url));
/** Any number that nobody else locks in this database: held while its schema changes. */
export const MIGRATION_LOCK = 220_882_003;

/** All steps of the schema in their order, from 1 on. Steps that were released stay as they are. */
export async function migrations(): Promise<Migration[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (file, at) => {
      const [, number, name = ''] = /^(\d{4})-(.+)\.sql$/.exec(file) ?? [];
      if (Number(number) !== at + 1) throw new Error(`${file} does not follow the migration before it`);
      const sql = await readFile(FOLDER + file, 'utf8');
      return { number: at + 1, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings a database to this program's schema, one step a transaction; services that
 * start at once wait for each other. The connection is of whoever shall own the
 * schema. Throws `MigrationRefused` where the database is newer than the program or
 * was made by other steps.
 */
export async function migrate(connection: ClientConfig, steps?: readonly Migration[]): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateOn(client, steps ?? (await migrations()), inTransaction(client));
  } finally {
    await client.end();
  }
}

/** The same on a connection that holds the lock; without `around`, in the transaction that it is in. */
export async function migrateOn(
  client: ClientBase,
  steps: readonly Migration[],
  around: Around = (work) => work(),
): Promise<void> {
  await client.query(
    `create schema if not exists migration;
     create table if not exists migration.done (
       number integer primary key, name text not null, checksum text not null,
       done_at timestamptz not null default now()
     )`,
  );
  const { rows } = await client.query<Pick<Migration, 'number' | 'name' | 'checksum'>>(
    'select number, name, checksum from migration.done order by number',
  );
  check(rows, steps);
  for (const step of steps.slice(rows.length)) await around(() => take(client, step));
}

type Around = (work: () => Promise<void>) => Promise<void>;

const inTransaction =
  (client: ClientBase): Around =>
  async (work) => {
    await client.query('begin');
    try {
      await work();
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  };

/** Refuses a database whose steps are not the first ones of this program's. */
function check(
  done: readonly Pick<Migration, 'number' | 'name' | 'checksum'>[],
  steps: readonly Migration[],
): void {
  if (done.length > steps.length) {
    throw new MigrationRefused(
      `The database is newer than this program: it is at schema ${done.length}, the program knows ${steps.length}. Start the newer program, or restore a backup`,
    );
  }
  for (const [at, { number, name, checksum }] of done.entries()) {
    const step = steps[at];
    if (step?.number !== number || step.checksum !== checksum) {
      throw new MigrationRefused(
        `The database was made by another program: step ${number} (${name}) of its schema is not this program's`,
      );
    }
  }
}

async function take(client: ClientBase, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into migration.done (number, name, checksum) values ($1, $2, $3)', [
    number,
    name,
    checksum,
  ]);
}
