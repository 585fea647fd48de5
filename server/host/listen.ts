import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ADDRESS_HEADER, clientAddress } from './address.ts';
import type { createHost } from './host.ts';
import { problem } from './problem.ts';
import { StartRefused } from '#server/postgres/refusal.ts';

/** Milliseconds for a request's head, and for all of it: two megabytes over a village's line. */
const HEAD = 20_000;
const WHOLE = 180_000;
/** Longer than proxies usually keep an idle connection, so that they close it and not we. */
const IDLE = 65_000;

export interface Listening {
  url: string;
  /** Takes nothing new and is done when everything that was accepted is answered, or the time is up. */
  close: (patience: number) => Promise<void>;
}

/** Opens the service's port. Port 0 takes any that is free. */
export async function listen(
  host: ReturnType<typeof createHost>,
  at: { port: number; hostname: string; trustProxy: boolean },
): Promise<Listening> {
  const answer = getRequestListener(host.fetch, { errorHandler: () => problem(400, 'BAD_REQUEST') });
  const server = createServer((incoming, outgoing) => {
    nameAddress(incoming, at.trustProxy);
    void answer(incoming, outgoing);
  });
  server.headersTimeout = HEAD;
  server.requestTimeout = WHOLE;
  server.keepAliveTimeout = IDLE;
  await new Promise<void>((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(portRefusal(error, at.port, at.hostname)));
    server.listen(at.port, at.hostname, ready);
  });
  const { port } = server.address() as AddressInfo;
  const name = at.hostname.includes(':') ? `[${at.hostname}]` : at.hostname;
  return {
    url: `http://${name}:${port}`,
    close(patience) {
      host.stopping();
      return new Promise((closed) => {
        const late = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearTimeout(late);
          closed();
        });
        server.closeIdleConnections();
      });
    },
  };
}

/** Puts the client's address where the rest of the service finds it, in place of what the client says it is. */
function nameAddress(incoming: IncomingMessage, trustProxy: boolean): void {
  const { rawHeaders } = incoming;
  let forwarded: string | undefined;
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    const name = rawHeaders[at]?.toLowerCase();
    if (name === ADDRESS_HEADER) rawHeaders.splice(at, 2);
    else if (name === 'x-forwarded-for') forwarded ??= rawHeaders[at + 1];
  }
  const address = clientAddress(incoming.socket.remoteAddress, trustProxy ? forwarded : undefined);
  rawHeaders.push(ADDRESS_HEADER, address);
  // Node may have read the list before we did.
  incoming.headers[ADDRESS_HEADER] = address;
}

function portRefusal(error: NodeJS.ErrnoException, port: number, hostname: string): Error {
  if (error.code === 'EADDRINUSE')
    return new StartRefused(`Port ${port} is in use: choose another with PORT`);
  if (error.code === 'EACCES')
    return new StartRefused(`Port ${port} needs more rights: choose one above 1023 with PORT`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartRefused(`This machine has no address ${hostname}: choose another with HOST`);
  return error;
}
