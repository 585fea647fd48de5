import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { ORPCError } from '@orpc/server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ADDRESS_HEADER, nameAddress } from './address.ts';
import { MAX_BODY } from '../incoming.ts';
import { countAddress, refusedAtTheGate } from './api-gate.ts';
import { createAround, TooMany, type Around } from './around.ts';
import { createAtOnce } from './at-once.ts';
import type { Dashboard } from './dashboard.ts';
import { createHealth } from './health.ts';
import { createLimits, usualRates, type Rates } from './limits.ts';
import type { Log } from './log.ts';
import { packedFor } from './packing.ts';
import { problem } from '../problem.ts';
import { findRoute } from '../find-route.ts';
import { EVERYWHERE, STRICT_TRANSPORT } from './security-headers.ts';

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

interface Bindings extends HttpBindings {
  /** Who asked, once that is known: for the log. */
  account?: string | undefined;
}
interface Env {
  Bindings: Bindings;
}

/**
 * Requests that are worked on at once. More reads would share the same processor and be answered no
 * sooner; writes wait for the disk, and PostgreSQL brings those that wait together there at one go.
 */
const READS_AT_ONCE = 3;
const WRITES_AT_ONCE = 6;
/** Seconds after which it is worth trying again when the database is away. */
const RETRY = '5';

/** Hosts the app and the dashboard: everything between a socket and them. */
export function createHost({ mount, ready, dashboard, log, trustProxy, rates = usualRates }: HostParts) {
  const limits = createLimits(rates);
  const { around, accountOf, watch } = createAround(log, limits);
  const app = mount(around);
  const [reads, writes] = [createAtOnce(READS_AT_ONCE), createAtOnce(WRITES_AT_ONCE)];
  const health = createHealth(ready);
  let stopping = false;

  const forwarded = ({ headers }: Request, name: string): string | null =>
    trustProxy ? headers.get(name) : null;
  const hostOf = (request: Request): string =>
    forwarded(request, 'x-forwarded-host') ?? request.headers.get('host') ?? '';

  const hono = new Hono<Env>({ getPath: ({ url }) => pathOf(url) });

  hono.get('/api/health/*', async (c) => (await health(c.req.path)) ?? problem(404, 'NOT_FOUND'));

  const limitBody = bodyLimit({ maxSize: MAX_BODY, onError: () => problem(413, 'PAYLOAD_TOO_LARGE') });
  hono.all('/api/*', async (c) => {
    const { path, raw } = c.req;
    await countAddress(limits, raw, path, raw.headers.get(ADDRESS_HEADER) ?? '');
    const refused = refusedAtTheGate(raw, path, hostOf(raw));
    if (refused) return refused;
    if (raw.headers.has('transfer-encoding')) {
      // What says how long it is was measured at the gate.
      const tooLarge = await limitBody(c, async () => undefined);
      if (tooLarge) return tooLarge;
    }
    try {
      const { outgoing } = c.env;
      const isGone = () => outgoing.destroyed;
      watch(raw, isGone);
      const inTurn = raw.method === 'GET' ? reads : writes;
      return await packedFor(raw.headers, await inTurn(() => app(raw), isGone));
    } finally {
      c.env.account = accountOf(c.req.raw);
    }
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

  /** Answers, with what an answer bears whatever it is; what the answer says itself comes before that. */
  async function fetch(request: Request, env: Bindings): Promise<Response> {
    const began = performance.now();
    const id = randomUUID();
    const { outgoing } = env;
    const path = pathOf(request.url);
    outgoing.setHeader('x-request-id', id);
    if (isApi(path)) outgoing.setHeader('cache-control', 'no-store');
    if (forwarded(request, 'x-forwarded-proto') === 'https')
      outgoing.setHeader('strict-transport-security', STRICT_TRANSPORT);
    const response = await hono.fetch(request, env);
    const { status } = response;
    if (status === 503) outgoing.setHeader('retry-after', RETRY);
    if (stopping) outgoing.setHeader('connection', 'close');
    const ms = Math.round((performance.now() - began) * 10) / 10;
    const line = { id, method: request.method, route: routeOf(path), status, account: env.account, ms };
    log[status >= 500 && !outgoing.destroyed ? 'error' : 'info'](line);
    return response;
  }
  const answer = getRequestListener((request, env) => fetch(request, env as Bindings), {
    errorHandler: () => problem(400, 'BAD_REQUEST'),
  });

  return {
    async answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
      nameAddress(incoming, trustProxy);
      for (const [name, value] of EVERYWHERE) outgoing.setHeader(name, value);
      await answer(incoming, outgoing);
    },
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
