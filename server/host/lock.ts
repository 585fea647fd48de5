import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readdir, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { StartRefused } from '#server/postgres/refusal.ts';
import { socketFolder } from '#server/postgres/socket-folder.ts';

export interface Lock {
  release: () => Promise<void>;
}

/** Another process holds the data folder. */
export class FolderInUse extends StartRefused {}

const SOCKET = /^(\d+)\.sock$/;
const nameOf = (number: number): string => `${number}.sock`;

/**
 * Takes a data folder for this process, or refuses at once. The lock is a socket
 * that is listened on, so it ends with its process, however that ends. Each lock
 * has the next number: only one can make a name, and no name is ever free again
 * for somebody who looked before others came and went.
 */
export async function lockDataFolder(dataDir: string): Promise<Lock> {
  const folder = await lockFolder(dataDir);
  const ours = join(folder, `${randomUUID().slice(0, 8)}.new`);
  const server = await listening(ours);
  // Its folder is for its owner alone, who may have let root start the service in between.
  await chmod(ours, 0o666);
  try {
    for (;;) {
      const last = await newest(folder);
      const holder = await holderOf(join(folder, nameOf(last)));
      if (holder)
        throw new FolderInUse(
          `The data folder ${dataDir} is in use by process ${holder}: stop that one, or choose another DATA_DIR`,
        );
      // What is seen under its number is listened on already: the name is made last.
      if (last === (await newest(folder)) && (await tookNext(folder, ours, last))) break;
    }
  } catch (error) {
    await closed(server);
    throw error;
  }
  return { release: () => closed(server) };
}

async function lockFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return await socketFolder(dataDir, 'lock');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new StartRefused(
      `The data folder ${dataDir} cannot be used (${code}): start the service as the user who owns it, or choose another DATA_DIR`,
    );
  }
}

async function tookNext(folder: string, ours: string, last: number): Promise<boolean> {
  const taken = join(folder, nameOf(last + 1));
  try {
    await link(ours, taken);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  // A look into a folder that changes meanwhile may miss a name.
  if ((await newest(folder)) > last + 1) {
    await rm(taken);
    return false;
  }
  const before = (await numbers(folder)).filter((number) => number <= last);
  await Promise.all(before.map((number) => rm(join(folder, nameOf(number)), { force: true })));
  await rm(ours);
  return true;
}

const numbers = async (folder: string): Promise<number[]> =>
  (await readdir(folder)).flatMap((name) => SOCKET.exec(name)?.[1] ?? []).map(Number);

const newest = async (folder: string): Promise<number> => Math.max(0, ...(await numbers(folder)));

function listening(path: string): Promise<Server> {
  const server = createServer((asking) => {
    asking.on('error', () => undefined);
    asking.end(`${process.pid}`);
  });
  // The lock keeps no process alive.
  server.unref();
  return new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(path, () => ready(server));
  });
}

const closed = (server: Server): Promise<void> => new Promise((done) => server.close(() => done()));

/** Who listens on a lock's socket: the process it names, or null for nobody. */
function holderOf(path: string): Promise<string | null> {
  return new Promise((done, failed) => {
    let said = '';
    const socket = createConnection(path);
    socket.setTimeout(500, () => socket.destroy());
    socket.on('connect', () => {
      said = 'unknown';
    });
    socket.on('data', (bytes) => {
      said = `${bytes}`;
    });
    socket.on('close', () => done(said || null));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EAGAIN') done('unknown');
      else if (!['ECONNREFUSED', 'ENOENT', 'ECONNRESET'].includes(error.code ?? '')) failed(error);
    });
  });
}
