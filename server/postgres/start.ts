import { chown, mkdir, open, readFile, realpath, rename } from 'node:fs/promises';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { findBinaries } from './binaries.ts';
import { openCluster, SUPERUSER } from './cluster.ts';
import { endOrphan, endProcess } from './orphan.ts';
import { StartRefused } from './refusal.ts';
import { chooseRunner } from './runner.ts';
import { socketFolder } from './socket-folder.ts';

export interface Connection {
  /** The folder of its Unix socket: it listens nowhere else. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export interface Postgres {
  connection: Connection;
  url: string;
  /** Done when PostgreSQL has ended, asked to or not. */
  ended: Promise<void>;
  /** Stops it without waiting for its clients; what was committed is on the disk. */
  stop: () => Promise<void>;
  /** Asks it to stop and does not wait for it. */
  letGo: () => void;
  /** Ends it with SIGKILL, as a test's accident. */
  kill: () => Promise<void>;
}

export interface PostgresOptions {
  /** A folder of ours alone; made when it is missing. Whoever starts holds its lock. */
  dataDir: string;
  /** False only for tests, whose data nobody misses after a power cut. */
  durable?: boolean;
}

/** Part of the socket's name alone. */
export const PORT = 5432;
/** Milliseconds for the workers of a PostgreSQL that was killed to notice that it is gone. */
const PATIENCE = 30_000;
const BETWEEN_LOOKS = 20;

/** Starts PostgreSQL on a data folder, makes its cluster the first time, and is done when it answers. */
export async function startPostgres({ dataDir, durable = true }: PostgresOptions): Promise<Postgres> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const home = await realpath(dataDir);
  const cluster = join(home, 'postgres');
  const binaries = await findBinaries();
  const runner = await chooseRunner(binaries, home, cluster);
  const password = await openCluster(binaries, runner, cluster);
  const sockets = await socketFolder(home, 'sockets');
  await chown(sockets, runner.uid, runner.gid);
  const args = ['-D', cluster, ...settings(sockets, durable)];
  const connection = { host: sockets, port: PORT, user: SUPERUSER, password, database: 'postgres' };

  const log = join(home, 'postgres.log');
  await rename(log, `${log}.before`).catch(() => undefined);
  const until = performance.now() + PATIENCE;
  for (;;) {
    // A number that the old lock file names in vain is one that PostgreSQL lets pass under this name.
    const named = await endOrphan(cluster);
    const env = named === null ? {} : { PG_GRANDPARENT_PID: `${named}` };
    const output = await open(log, 'w', 0o600);
    await output.chown(runner.uid, runner.gid);
    const process = runner.start(binaries.postgres, args, { cwd: cluster, output: output.fd, env });
    const ended = new Promise<void>((done) => {
      process.once('exit', () => done());
      process.once('error', () => done());
    });
    await output.close();
    if (await answers(connection, ended)) return running(process, ended, connection);
    const said = (await readFile(log, 'utf8')).trim();
    if (!said.includes('pre-existing shared memory block') || performance.now() > until)
      throw new StartRefused(
        `PostgreSQL did not start, and said: ${said.split('\n').slice(-3).join(' / ') || 'nothing'}`,
      );
    await pause(BETWEEN_LOOKS);
  }
}

function settings(sockets: string, durable: boolean): string[] {
  const kept = durable ? 'on' : 'off';
  return Object.entries({
    listen_addresses: '',
    port: PORT,
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    fsync: kept,
    synchronous_commit: kept,
    full_page_writes: kept,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A statement that fails is told to whoever sent it. In the log, its values would be people's data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** True as soon as it answers, however long it repairs itself after a power cut; false when it ended instead. */
async function answers(connection: Connection, ended: Promise<void>): Promise<boolean> {
  const over = ended.then(() => true);
  for (;;) {
    const client = new Client(connection);
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (isWrongPassword(error)) throw error;
      if (await Promise.race([over, pause(BETWEEN_LOOKS, false)])) return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

const isWrongPassword = (error: unknown): boolean => error instanceof DatabaseError && error.code === '28P01';

function running(process: ChildProcess, ended: Promise<void>, connection: Connection): Postgres {
  const { user, password, host, port, database } = connection;
  return {
    connection,
    url: `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    ended,
    async stop() {
      if (process.pid !== undefined && process.exitCode === null && process.signalCode === null)
        await endProcess(process.pid);
      await ended;
    },
    letGo: () => void process.kill('SIGINT'),
    async kill() {
      process.kill('SIGKILL');
      await ended;
    },
  };
}
