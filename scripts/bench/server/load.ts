import { Agent, request } from 'node:http';
import type { Counted } from './counted.ts';

/** One request of a scenario. */
export interface Asked {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Sends requests from so many connections at once, each waiting for its answer
 * before the next, for so long.
 * @param next the requests of one connection, in turn; a group counts as one (a phone's sync)
 * @param forMs milliseconds
 */
export async function load(
  base: URL,
  connections: number,
  forMs: number,
  next: () => Asked[],
): Promise<Counted> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let refused = 0;
  const until = performance.now() + forMs;
  const begin = performance.now();
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      const group = next();
      const started = performance.now();
      for (const asked of group) {
        const status = await send(base, agent, asked);
        if (status !== 200) refused += 1;
      }
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  return { times, refused, seconds };
}

/** @returns the status of the answer, when it has come whole */
function send(base: URL, agent: Agent, { method, path, headers, body }: Asked): Promise<number> {
  return new Promise((done, failed) => {
    const sent = request(
      {
        host: base.hostname,
        port: base.port,
        method,
        path,
        agent,
        headers: {
          // A write with a cookie is believed only from the service's own pages.
          origin: base.origin,
          ...headers,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      (answer) => {
        answer.on('data', () => {});
        answer.on('end', () => done(answer.statusCode ?? 0));
        answer.on('error', failed);
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}
