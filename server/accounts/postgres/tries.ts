import { createHmac } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Parts } from './parts.ts';
import { statements } from './statements.ts';

const SECOND = 1000;

/**
 * What is kept of a name that was tried. Without the secret nobody finds the name:
 * it may be a password that was typed into the wrong field.
 */
const digestOfName = (secret: string, signInName: string): string =>
  createHmac('sha256', secret).update(`tried name\n${signInName}`).digest('hex');

/** Counts a try under the name, also where nobody has it; the seconds to wait when there were too many. */
export async function countTry(
  { pool, secret, clock, rates }: Parts,
  signInName: string,
): Promise<number | null> {
  const now = clock();
  const over = new Date(now.getTime() - rates.name.seconds * SECOND);
  const { rows } = await pool.query<{ tries: number; since: Date }>({
    ...statements.countTry,
    values: [digestOfName(secret, signInName), now, over],
  });
  const counted = rows[0];
  if (!counted || counted.tries <= rates.name.tries) return null;
  return Math.max(1, Math.ceil((counted.since.getTime() - over.getTime()) / SECOND));
}

/** Who got in starts from nothing again; counts that are over go too. */
export async function forgetTries(
  client: ClientBase,
  { secret, clock, rates }: Parts,
  signInName: string,
): Promise<void> {
  const over = new Date(clock().getTime() - rates.name.seconds * SECOND);
  await client.query({ ...statements.forgetTries, values: [digestOfName(secret, signInName), over] });
}
