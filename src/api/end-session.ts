import { z } from 'zod';
import { FIELD_HEADERS } from '#src/contract/receipt.ts';
import { apiUrl } from './client.ts';

/** Whoever waits for it waits no longer, in milliseconds. */
const PATIENCE = 15_000;
/** What the service itself says of a session that it has ended, that is over, or that is somebody else's by now. */
const ended = z.union([
  z.object({ done: z.literal(true) }),
  z.object({ code: z.enum(['UNAUTHORIZED', 'OTHER_ACCOUNT']) }),
]);

/** `silent`: nothing came that the service wrote. */
export type SessionEnd = 'ended' | 'refused' | 'silent';

/** Ends that account's session, and nobody else's. */
export async function endSession(accountId: string): Promise<SessionEnd> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await globalThis.fetch(`${apiUrl()}/session`, {
      method: 'DELETE',
      headers: { accept: 'application/json', [FIELD_HEADERS.account]: accountId },
      cache: 'no-store',
      redirect: 'manual',
      signal: stop.signal,
    });
    return ended.safeParse(await answer.json()).success ? 'ended' : 'refused';
  } catch {
    return 'silent';
  } finally {
    clearTimeout(timer);
  }
}
