import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client, type ClientBase, type ClientConfig } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { headsIn, sealOf } from '../store/postgres/verify-audit.ts';
import { FrameWriter } from './framing.ts';
import { FORMAT, type Manifest } from './manifest.ts';
import { BackupRefused } from './refusal.ts';
import { columnsOf, nameOf, ONE_WAY, SCHEMAS, tablesIn, type Table } from './tables.ts';

export interface Backup {
  tables: number;
  rows: number;
  seal: string;
}

const ROW_END = '\n'.charCodeAt(0);

/**
 * Writes everything that the database holds at one moment into a file, while the service
 * goes on. The file appears under its name when it is whole; it holds identifiers in the
 * clear and is for its owner alone. Throws `BackupRefused` where there is such a file.
 */
export async function makeBackup(
  database: ClientConfig,
  file: string,
  told: (rows: number) => void = () => undefined,
): Promise<Backup> {
  const unfinished = `${file}.unfinished`;
  if (await stat(file).catch(() => null)) {
    throw new BackupRefused(`${file} is there already: choose another name`);
  }
  const client = new Client(database);
  try {
    await client.connect();
    await client.query(ONE_WAY);
    await client.query('begin isolation level repeatable read, read only');
    const backup = await write(client, unfinished, told);
    await rename(unfinished, file);
    return backup;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function write(client: Client, file: string, told: (rows: number) => void): Promise<Backup> {
  const about = await manifestOf(client);
  await client.query('set local role contact_points_keeper');
  const seal = sealOf(await headsIn(client));
  const gzip = createGzip();
  // Whole on the disk before it gets its name.
  const written = pipeline(gzip, createWriteStream(file, { mode: 0o600, flush: true }));
  written.catch(() => undefined);
  try {
    const frames = new FrameWriter(gzip);
    await frames.line(FORMAT);
    await frames.line(JSON.stringify(about));
    const rows: number[] = [];
    for (const table of about.tables) {
      rows.push(0);
      await frames.stream(
        counted(copied(client, table), (more) => {
          rows[rows.length - 1] = (rows.at(-1) ?? 0) + more;
          told(more);
        }),
      );
    }
    await frames.line(JSON.stringify({ rows, seal }));
    frames.close();
    await written;
    return { tables: rows.length, rows: rows.reduce((sum, n) => sum + n, 0), seal };
  } catch (error) {
    gzip.destroy();
    await written.catch(() => undefined);
    throw error;
  }
}

async function manifestOf(client: ClientBase): Promise<Manifest> {
  const { rows: steps } = await client.query<{ checksum: string }>(
    'select checksum from migration.done order by number',
  );
  const { rows } = await client.query<{ epoch: string }>('select epoch::text as epoch from app.service');
  return {
    madeAt: new Date().toISOString(),
    epoch: rows[0]?.epoch ?? '',
    steps: steps.map(({ checksum }) => checksum),
    tables: await tablesIn(client),
  };
}

const copied = (client: ClientBase, table: Table): AsyncIterable<Buffer> =>
  client.query(copyTo(`copy ${nameOf(table)} (${columnsOf(table)}) to stdout`));

/** In the text format each row is a line, and no line has an end within. */
async function* counted(source: AsyncIterable<Buffer>, told: (rows: number) => void): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    let rows = 0;
    for (const byte of bytes) if (byte === ROW_END) rows += 1;
    told(rows);
    yield bytes;
  }
}

/** About how many rows there are, as the database guesses it. */
export async function guessedRows(database: ClientConfig): Promise<number> {
  const client = new Client(database);
  await client.connect();
  try {
    const { rows } = await client.query<{ rows: number }>(
      `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows from pg_class
       where relkind = 'r' and relnamespace::regnamespace::text = any ($1)`,
      [SCHEMAS],
    );
    return rows[0]?.rows ?? 0;
  } finally {
    await client.end();
  }
}
