import { createHash } from 'node:crypto';
import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartRefused } from './refusal.ts';

/** Bytes of a folder's path that leave room for any socket of ours: macOS allows 104 in all. */
const LONGEST = 80;

/**
 * The folder for the sockets of a data folder, for its owner alone: inside it, or,
 * where that path is too long for a socket, one that is named after it.
 */
export async function socketFolder(dataDir: string, name: string): Promise<string> {
  const inside = join(await realpath(dataDir), name);
  if (Buffer.byteLength(inside) <= LONGEST) {
    await mkdir(inside, { recursive: true, mode: 0o700 });
    await chmod(inside, 0o700);
    return inside;
  }
  const named = createHash('sha256').update(inside).digest('hex').slice(0, 24);
  const outside = join(tmpdir(), `contact-points-${named}`);
  await mkdir(outside, { recursive: true, mode: 0o700 });
  await forUsAlone(outside, dataDir);
  return outside;
}

/** Anybody can make a folder under a name that can be guessed in a place that all share. */
async function forUsAlone(folder: string, dataDir: string): Promise<void> {
  const [{ uid, mode }, data] = await Promise.all([stat(folder), stat(dataDir)]);
  const ours = uid === (process.getuid?.() ?? uid) || uid === data.uid;
  if (!ours || (mode & 0o077) !== 0)
    throw new StartRefused(`${folder} belongs to somebody else: choose a data folder with a shorter path`);
}
