import { FIELD_HEADERS } from '#src/contract/receipt.ts';
import type { WireAnswer, WireCode } from './answers.ts';
import type { DeviceClock } from './outbox-storage.ts';
import type { WireRequest } from './payloads.ts';

/** How long one try may take: this, and a second for each so many characters on a bad line. */
const TRY_LIMIT = 30_000;
const CHARACTERS_A_SECOND = 1000;
const LONGEST_TRY = 300_000;

export interface AskParts {
  /** The API's address, without a slash at its end. */
  api: () => string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  clock: DeviceClock;
}

/** Asks, and reads the answer to its end within a limit of time; or says why there is none. */
export async function ask(
  { api, fetch, clock }: AskParts,
  { method, path, body }: WireRequest,
  accountId?: string,
): Promise<WireAnswer | WireCode> {
  const stop = new AbortController();
  const limit = Math.min(TRY_LIMIT + (body.length / CHARACTERS_A_SECOND) * 1000, LONGEST_TRY);
  let inTime = (): void => {};
  const tooSlow = new Promise<'TOO_SLOW'>((resolve) => {
    inTime = clock.after(limit, () => {
      resolve('TOO_SLOW');
      stop.abort();
    });
  });
  const answered = async (): Promise<WireAnswer> => {
    const response = await fetch(`${api()}${path}`, {
      method,
      ...(body !== '' && { body }),
      headers: {
        accept: 'application/json',
        [FIELD_HEADERS.clock]: isoOf(clock.now()),
        ...(body !== '' && { 'content-type': 'application/json' }),
        ...(accountId !== undefined && { [FIELD_HEADERS.account]: accountId }),
      },
      cache: 'no-store',
      // A page to sign in to a network stands behind a redirection, the service never does.
      redirect: 'manual',
      signal: stop.signal,
    });
    const { status, headers } = response;
    return {
      status,
      contentType: headers.get('content-type'),
      retryAfter: headers.get('retry-after'),
      date: headers.get('date'),
      text: await response.text(),
    };
  };
  try {
    return await Promise.race([answered().catch((): WireCode => 'NO_ANSWER'), tooSlow]);
  } finally {
    inTime();
  }
}

/** The device's clock as it is told to the service; one that is broken beyond words tells nothing. */
function isoOf(now: number): string {
  const date = new Date(now);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
