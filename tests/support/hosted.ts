import { Writable } from 'node:stream';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { createHost, type HostParts } from '#server/host/host.ts';
import { listen } from '#server/host/listen.ts';
import { createLog } from '#server/host/log.ts';

export interface Sent {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

type Given = Partial<HostParts> & { lines?: string[]; port?: number };

/** The host on a port of this machine, over what a test gives it. What it logs is in `lines`. */
export async function hosted({ lines = [], port = 0, ...given }: Given) {
  const log = createLog(
    new Writable({
      write(line, _encoding, done) {
        lines.push(`${line}`);
        done();
      },
    }),
  );
  const trustProxy = given.trustProxy ?? false;
  const host = createHost({
    mount: () => async () => Response.json('answered'),
    ready: async () => undefined,
    dashboard: null,
    ...given,
    log,
    trustProxy,
  });
  const { url, close } = await listen(host, { port, hostname: '127.0.0.1' });
  return { url, close: () => close(60_000), lines };
}

interface Sending {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Iterable<string>;
}

/** Sends a request exactly as given: no header is added that a browser or `fetch` would add. */
export function send(url: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Sent> {
  return new Promise((done, failed) => {
    const sending = ask(url, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      answer.on('error', failed);
    });
    // A refusal may come before all was sent.
    sending.on('error', failed);
    if (typeof body === 'string') sending.setHeader('content-length', Buffer.byteLength(body));
    for (const part of typeof body === 'string' ? [body] : (body ?? [])) sending.write(part);
    sending.end();
  });
}

/** The same with a JSON body. */
export const sendJson = (url: string, method: string, body: unknown, headers: Record<string, string> = {}) =>
  send(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
