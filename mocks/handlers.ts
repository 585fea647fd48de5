import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import { createApp } from '#server/app.ts';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import type { Accounts } from '#server/accounts/port.ts';
import type { Identity } from '#server/context.ts';
import type { MemoryAudit } from '#server/store/memory-audit.ts';
import type { Stores } from '#server/store/port.ts';
import type { Actor } from '#src/domain/account.ts';
import { role } from '#src/domain/permission.ts';
import { chosenRole, cookieOf, type Kept } from './eyes.ts';
import { keptAccounts } from './kept-accounts.ts';
import { networkOf } from './network.ts';
import { sampleActors } from './sample/actors.ts';
import { SAMPLE_TODAY } from './sample/sample.ts';

export interface MockParts {
  stores: Stores;
  audit: MemoryAudit;
  /** Where accounts, the session, the chosen role and the chosen network are kept. */
  kept: Kept;
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
  kept,
  latency = 0,
  api = '*/api',
}: MockParts): HttpHandler[] {
  const clock = () => SAMPLE_NOW;
  const { accounts, identity } = keptAccounts(
    createMemoryAccounts({
      actors: Object.values(sampleActors),
      clock,
      audit,
      cookiesOf: () => cookieOf(kept),
    }),
    kept,
  );
  const whoever: Identity = async (request) => {
    const named = role.safeParse(request.headers.get('authorization')?.replace('Bearer ', '')).data;
    const chosen = named ?? chosenRole(kept);
    return (await identity(request)) ?? (chosen && (await seatedNow(accounts, sampleActors[chosen])));
  };
  const app = createApp({ stores, accounts, identity: whoever, clock, sample: true });
  return [
    http.all(`${api}/*`, async ({ request }) => {
      if (networkOf(kept) === 'none') return HttpResponse.error();
      const answer = await app(await atRoot(request));
      // It acts when it is asked; it is the answer that takes its time, and may get lost.
      await delay(latency);
      const isLost = networkOf(kept) === 'losesAnswers' && request.method !== 'GET';
      return isLost ? HttpResponse.error() : answer;
    }),
  ];
}

/** The sample's person as an administrator of the sample has left them; nobody when disabled. */
async function seatedNow(accounts: Accounts, { id, via }: Actor): Promise<Actor | null> {
  const account = await accounts.find(id);
  if (account?.state !== 'active') return null;
  return { id, name: account.name, role: account.role, places: account.places, via };
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
