import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { load, type Asked } from './load.ts';

const CLIENTS = 50;
/** Long enough for one request to be sent for certain; of those that follow nothing is taken. */
const FIRST_MS = 50;
/** Milliseconds: some are cut while the request is read, some while it is worked on, some while it is answered. */
const AFTER = [1, 5, 20, 60];

/** Milliseconds in which what was accepted must have been finished, or let go of. */
const CLOSED_MS = 5000;

/**
 * Cuts clients off in the middle of their requests.
 * @returns the milliseconds after which no transaction was open any more (what was accepted is
 *   finished first), how many still were after {@link CLOSED_MS}, and what the next request took
 */
export async function cutOff(
  base: URL,
  next: () => Asked,
  watching: Client,
): Promise<{ open: number; closedMs: number; nextMs: number }> {
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, at) => {
      const { method, path, headers = {}, body = '' } = next();
      const socket = connect(Number(base.port), base.hostname);
      socket.on('error', () => undefined);
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const length =
        body && `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: ${base.host}\r\norigin: ${base.origin}\r\n${lines.join('')}${length}\r\n${body}`,
      );
      await pause(AFTER[at % AFTER.length]);
      socket.destroy();
    }),
  );
  const cut = performance.now();
  const { times } = await load(base, 1, FIRST_MS, () => [next()]);
  for (;;) {
    const open = await openTransactions(watching);
    const closedMs = performance.now() - cut;
    if (open === 0 || closedMs > CLOSED_MS) return { open, closedMs, nextMs: times[0] ?? Number.NaN };
    await pause(10);
  }
}

async function openTransactions(watching: Client): Promise<number> {
  const { rows } = await watching.query<{ open: number }>(
    "select count(*)::int as open from pg_stat_activity where application_name = 'contact-points' and xact_start is not null",
  );
  return rows[0]?.open ?? 0;
}
