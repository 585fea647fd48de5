import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { load, type Asked } from './load.ts';

const CLIENTS = 50;
/** Long enough for one request to be sent for certain; of those that follow nothing is taken. */
const FIRST_MS = 50;
/** Milliseconds: some are cut while the request is read, some while it is worked on, some while it is answered. */
const AFTER = [1, 5, 20, 60];

/**
 * Cuts clients off in the middle of their requests.
 * @returns transactions that are still open half a second later, and the
 *   milliseconds that the next request took
 */
export async function cutOff(
  base: URL,
  next: () => Asked,
  watching: Client,
): Promise<{ open: number; nextMs: number }> {
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
  const { times } = await load(base, 1, FIRST_MS, () => [next()]);
  await pause(500);
  const { rows } = await watching.query<{ open: number }>(
    "select count(*)::int as open from pg_stat_activity where application_name = 'contact-points' and xact_start is not null",
  );
  return { open: rows[0]?.open ?? 0, nextMs: times[0] ?? Number.NaN };
}
