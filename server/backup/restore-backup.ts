import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client, DatabaseError, type ClientBase, type ClientConfig } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ZodError } from 'zod';
import { migrateOn, migrations, MIGRATION_LOCK, type Migration } from '../store/postgres/migrate.ts';
import { headsIn, sealOf } from '../store/postgres/verify-audit.ts';
import { SERVICE_NAME } from '../store/postgres/pool.ts';
import { FrameReader } from './framing.ts';
import { FORMAT, manifest, totals, type Manifest } from './manifest.ts';
import { BackupRefused } from './refusal.ts';
import { columnsOf, nameOf, ONE_WAY, SCHEMAS, tablesIn, type Table } from './tables.ts';

export interface Restored {
  madeAt: string;
  rows: number;
  seal: string;
}

export interface RestoreOptions {
  /** Whether what the database holds is thrown away. */
  replace: boolean;
  /** Told of bytes of the file that were read. */
  told?: (bytes: number) => void;
}

/**
 * Puts a backup into a database, at its own schema first and then at this program's, in
 * one transaction: all of it or nothing. The database begins a new epoch. Throws
 * `BackupRefused` for a backup that is damaged, cut off or of a newer program, and for a
 * database that holds something, unless that is to be replaced.
 */
export async function restoreBackup(
  database: ClientConfig,
  file: string,
  { replace, told = () => undefined }: RestoreOptions,
): Promise<Restored> {
  const bytes = createReadStream(file);
  bytes.on('data', (chunk) => told(chunk.length));
  const unpacked = createGunzip({ chunkSize: 65_536 });
  // Whoever reads it is told of what is wrong with it; nobody else needs to be.
  unpacked.on('error', () => undefined);
  void pipeline(bytes, unpacked).catch(() => undefined);
  const client = new Client(database);
  try {
    await client.connect();
    const frames = new FrameReader(unpacked);
    const about = await manifestIn(frames);
    const steps = await migrations();
    check(about, steps);
    await client.query(ONE_WAY);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await refuseInUse(client);
    await makeRoom(client, replace);
    const restored = await fill(client, frames, about, steps);
    await client.query('commit');
    await client.query('analyze');
    return restored;
  } catch (error) {
    throw refusalOf(error, file);
  } finally {
    bytes.destroy();
    unpacked.destroy();
    await client.end();
  }
}

function refusalOf(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new BackupRefused(`There is no file ${file}`);
  const isDamage = code?.startsWith('Z_') || error instanceof SyntaxError || error instanceof ZodError;
  // Rows that the tables do not take: the database refuses them before their checksum is reached.
  const isNoRow = error instanceof DatabaseError && /^2[23]/.test(error.code ?? '');
  return isDamage || isNoRow ? new BackupRefused('The backup is damaged or ends too soon') : error;
}

async function manifestIn(frames: FrameReader): Promise<Manifest> {
  const format = await frames.line();
  if (format !== FORMAT) throw new BackupRefused('This is no backup that this program knows');
  return manifest.parse(JSON.parse(await frames.line()));
}

function check({ steps: made }: Manifest, steps: readonly Migration[]): void {
  if (made.length > steps.length) {
    throw new BackupRefused(
      `The backup was made by a newer program: it is of schema ${made.length}, this program knows ${steps.length}`,
    );
  }
  if (made.some((checksum, at) => checksum !== steps[at]?.checksum)) {
    throw new BackupRefused('The backup was made by another program: its schema is not this one’s');
  }
}

async function refuseInUse(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = current_database() and application_name = $1`,
    [SERVICE_NAME],
  );
  if (rowCount) throw new BackupRefused('A service uses the database: stop it first');
}

async function makeRoom(client: ClientBase, replace: boolean): Promise<void> {
  if (!replace && (await holdsSomething(client))) {
    throw new BackupRefused(
      'The database holds something already: restore into an empty one, or give --replace to throw that away',
    );
  }
  for (const schema of [...SCHEMAS, 'migration'])
    await client.query(`drop schema if exists ${schema} cascade`);
}

async function holdsSomething(client: ClientBase): Promise<boolean> {
  for (const table of await tablesIn(client)) {
    // A new database has the head of one chain, at its start.
    const started = table.name === 'audit_head' ? 'where number > 0' : '';
    const { rows } = await client.query(`select from ${nameOf(table)} ${started} limit 1`);
    if (rows.length > 0) return true;
  }
  return false;
}

async function fill(
  client: ClientBase,
  frames: FrameReader,
  about: Manifest,
  steps: readonly Migration[],
): Promise<Restored> {
  await migrateOn(client, steps.slice(0, about.steps.length));
  const tables = await tablesIn(client);
  if (JSON.stringify(tables) !== JSON.stringify(about.tables)) {
    throw new BackupRefused('The backup is damaged: it tells of other tables than its schema has');
  }
  const counts: number[] = [];
  for (const table of tables) counts.push(await fillTable(client, table, frames));
  const { rows, seal } = totals.parse(JSON.parse(await frames.line()));
  await frames.close();
  if (JSON.stringify(counts) !== JSON.stringify(rows)) {
    throw new BackupRefused('The backup is damaged: rows are missing');
  }
  await migrateOn(client, steps);
  await client.query('set local role contact_points_keeper');
  const sealNow = sealOf(await headsIn(client));
  await client.query('reset role');
  if (sealNow !== seal) throw new BackupRefused('The backup is damaged: its audit trail has another end');
  return { madeAt: about.madeAt, rows: counts.reduce((sum, n) => sum + n, 0), seal };
}

/** Policies that hold the owner too would let no rows in; nobody else sees the table before the end. */
async function fillTable(client: ClientBase, table: Table, frames: FrameReader): Promise<number> {
  const name = nameOf(table);
  const { rows } = await client.query<{ held: boolean }>(
    `select relforcerowsecurity as held from pg_class where oid = $1::regclass`,
    [name],
  );
  const held = rows[0]?.held ?? false;
  if (held) await client.query(`alter table ${name} no force row level security`);
  await client.query(`delete from ${name}`);
  const copy = client.query(copyFrom(`copy ${name} (${columnsOf(table)}) from stdin`));
  await pipeline(Readable.from(frames.stream()), copy);
  if (held) await client.query(`alter table ${name} force row level security`);
  return copy.rowCount;
}
