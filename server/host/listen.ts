import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { createHost } from './host.ts';
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
  at: { port: number; hostname: string },
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => void host.answer(incoming, outgoing));
  server.headersTimeout = HEAD;
  server.requestTimeout = WHOLE;
  server.keepAliveTimeout = IDLE;
  await new Promise<void>((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(portRefusal(error, at.port, at.hostname)));
    server.listen(at.port, at.hostname, ready);
  });
  const { port } = server.address() as AddressInfo;
  const name = nameOf(at.hostname);
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

/** How this machine calls an address of its own in a link. */
function nameOf(hostname: string): string {
  if (['0.0.0.0', '::'].includes(hostname)) return 'localhost';
  return hostname.includes(':') ? `[${hostname}]` : hostname;
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
