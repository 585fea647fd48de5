import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '../../postgres/refusal.ts';
import { newSecret } from '../secrets.ts';

const FILE = 'session-secret';
const LEAST = 32;

/**
 * What the sessions' cookies are signed with: AUTH_SECRET, or a file of the data
 * folder for its owner alone, made at the first start. Another secret ends every
 * session and nothing else.
 * @throws StartRefused when AUTH_SECRET or the file is too short to be one
 */
export async function signingSecret(
  dataDir: string,
  env: { AUTH_SECRET?: string | undefined } = {},
): Promise<string> {
  if (env.AUTH_SECRET !== undefined) return longEnough(env.AUTH_SECRET, 'AUTH_SECRET');
  const file = join(dataDir, FILE);
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return longEnough(kept ?? (await make(dataDir, file)), file);
}

/** Written whole beside its place and moved there; whoever starts holds the data folder's lock. */
async function make(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const secret = newSecret();
  const beside = `${file}.unfinished`;
  await rm(beside, { force: true });
  await writeFile(beside, `${secret}\n`, { mode: 0o600, flush: true });
  await rename(beside, file);
  return secret;
}

function longEnough(text: string, from: string): string {
  const secret = text.trim();
  if (secret.length < LEAST)
    throw new StartRefused(
      `${from} has fewer than ${LEAST} characters: give it a random text, such as openssl rand -base64 32 makes`,
    );
  return secret;
}
