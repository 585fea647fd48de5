import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { ORPCError } from '@orpc/server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ADDRESS_HEADER } from './address.ts';
import { countAddress, MAX_BODY, refusedAtTheGate } from './api-gate.ts';
import { createAround, TooMany, type Around } from './around.ts';
import type { Dashboard } from './dashboard.ts';
import { createHealth } from './health.ts';
import { createLimits, usualRates, type Rates } from './limits.ts';
import type { Log } from './log.ts';
import { packedFor } from './packing.ts';
import { problem } from './problem.ts';
import { findRoute } from './routes.ts';
import { everywhere, NOTHING_ALLOWED, STRICT_TRANSPORT } from './security-headers.ts';

export interface HostParts {
  /** Makes the app with what the host puts around it. */
  mount: (around: Around) => (request: Request) => Promise<Response>;
  /** Rejects while the service cannot do its work. */
  ready: () => Promise<unknown>;
  dashboard: Dashboard | null;
  log: Log;
  /** Whether what a proxy says of address, name and TLS is believed. */
  trustProxy: boolean;
  rates?: Rates;
}

interface Env {
  Bindings: HttpBindings;
}

/** Seconds after which it is worth trying again when the database is away. */
const RETRY = '5';

/** Hosts the app and the dashboard: everything between a socket and them. */
export function createHost({ mount, ready, dashboard, log, trustProxy, rates = usualRates }: HostParts) {
  const limits = createLimits(rates);
  const { around, accountOf } = createAround(log, limits);
  const app = mount(around);
  const health = createHealth(ready);
  let stopping = false;

  const forwarded = (c: Context<Env>, name: string): string | undefined =>
    trustProxy ? c.req.header(name) : undefined;
  const hostOf = (c: Context<Env>): string => forwarded(c, 'x-forwarded-host') ?? c.req.header('host') ?? '';

  const hono = new Hono<Env>({ getPath: ({ url }) => pathOf(url) });

  hono.use(async (c, next) => {
    const began = performance.now();
    const id = randomUUID();
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(everywhere)) headers.set(name, value);
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', NOTHING_ALLOWED);
    if (forwarded(c, 'x-forwarded-proto') === 'https')
      headers.set('strict-transport-security', STRICT_TRANSPORT);
    if (isApi(c.req.path)) headers.set('cache-control', 'no-store');
    headers.set('x-request-id', id);
    if (c.res.status === 503 && !headers.has('retry-after')) headers.set('retry-after', RETRY);
    if (stopping) headers.set('connection', 'close');
    const { method } = c.req;
    const line = {
      id,
      method,
      route: routeOf(c.req.path),
      status: c.res.status,
      account: accountOf(c.req.raw),
    };
    log[c.res.status >= 500 ? 'error' : 'info']({
      ...line,
      ms: Math.round((performance.now() - began) * 10) / 10,
    });
  });

  hono.get('/api/health/*', async (c) => (await health(c.req.path)) ?? problem(404, 'NOT_FOUND'));

  const limitBody = bodyLimit({ maxSize: MAX_BODY, onError: () => problem(413, 'PAYLOAD_TOO_LARGE') });
  hono.all('/api/*', async (c, next) => {
    const { path, raw } = c.req;
    await countAddress(limits, raw, path, raw.headers.get(ADDRESS_HEADER) ?? '');
    return refusedAtTheGate(raw, path, hostOf(c)) ?? limitBody(c, next);
  });
  hono.all('/api/*', async (c) => {
    // An answer to HEAD is one to GET whose body is not sent.
    if (c.req.method === 'HEAD') c.req.raw = new Request(c.req.url, { headers: c.req.raw.headers });
    return packedFor(c.req.raw.headers, await app(c.req.raw));
  });

  hono.get(
    '*',
    async (c) => (await dashboard?.answer(c.req.path, c.req.raw.headers)) ?? plain(404, 'Not found'),
  );
  hono.all('*', () => plain(405, 'Method not allowed', { allow: 'GET, HEAD' }));

  hono.onError((error) => {
    if (error instanceof TooMany)
      return problem(429, 'TOO_MANY_REQUESTS', { 'retry-after': `${error.seconds}` });
    try {
      around.trouble(error);
    } catch (refusal) {
      if (refusal instanceof ORPCError && refusal.status === 503) return problem(503, 'UNAVAILABLE');
    }
    return problem(500, 'INTERNAL_SERVER_ERROR');
  });

  return {
    fetch: hono.fetch,
    /** From now on every answer is the last one on its connection. */
    stopping: () => {
      stopping = true;
    },
  };
}

const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

/** The path as it was sent: decoding is the app's. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.slice(start).search(/[?#]/);
  return end < 0 ? url.slice(start) : url.slice(start, start + end);
}

/** What may stand in a log: no id, no file, nothing that was typed. */
function routeOf(path: string): string {
  if (!isApi(path)) return 'dashboard';
  if (path === '/api/health' || path.startsWith('/api/health/')) return '/health';
  return findRoute(path.slice('/api'.length))?.template ?? 'none';
}

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
