import { delay, http, type HttpHandler } from 'msw';
import { createApp } from '#server/app.ts';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import type { Identity } from '#server/context.ts';
import type { MemoryAudit } from '#server/store/memory-audit.ts';
import type { Stores } from '#server/store/port.ts';
import { role, type Role } from '#src/domain/permission.ts';
import { sampleActors } from './sample/actors.ts';
import { SAMPLE_TODAY } from './sample/sample.ts';

export interface MockParts {
  stores: Stores;
  audit: MemoryAudit;
  /** With whose eyes the sample is seen; null is signed out. */
  seenAs?: () => Role | null;
  latency?: 'real' | 0;
  api?: string;
}

/** Noon in China, so that the day is the same in every time zone. */
const SAMPLE_NOW = new Date(`${SAMPLE_TODAY}T04:00:00.000Z`);

/**
 * The whole service behind one handler, at every path under `api`. Its today
 * stands still, so that "overdue" means something. Who asks is whoever signed
 * in, a role named as bearer, or the chosen one.
 */
export function createHandlers({
  stores,
  audit,
  seenAs = () => 'villageCadre',
  latency = 0,
  api = '*/api',
}: MockParts): HttpHandler[] {
  const clock = () => SAMPLE_NOW;
  const { accounts, identity } = createMemoryAccounts({
    actors: Object.values(sampleActors),
    clock,
    audit,
  });
  const whoever: Identity = async (request) => {
    const named = role.safeParse(request.headers.get('authorization')?.replace('Bearer ', '')).data;
    const chosen = named ?? seenAs();
    return (await identity(request)) ?? (chosen ? sampleActors[chosen] : null);
  };
  const app = createApp({ stores, accounts, identity: whoever, clock, sample: true });
  return [
    http.all(`${api}/*`, async ({ request }) => {
      await delay(latency);
      return app(await atRoot(request));
    }),
  ];
}

/**
 * The demo may live under a sub-path; the service always lives at /api. Made anew
 * from its parts: Node takes no method, Firefox no body from a request given as options.
 */
async function atRoot(request: Request): Promise<Request> {
  const url = new URL(request.url);
  const at = url.pathname.indexOf('/api/');
  if (at === 0) return request;
  url.pathname = url.pathname.slice(at);
  const { method, headers } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.text();
  return new Request(url, { method, headers, body });
}
