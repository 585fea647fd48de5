import type { Accounts } from '#server/accounts/port.ts';
import { createApp } from '#server/app.ts';
import type { Stores, Viewer } from '#server/store/port.ts';
import type { Loaded } from '#server/store/memory.ts';
import type { Actor } from '#src/domain/account.ts';
import { EVERYWHERE } from '#src/domain/place.ts';

/** What a service is made of, in memory or in a database; a new one is empty but for what it was given. */
export interface Ports {
  stores: Stores;
  accounts: Accounts;
  close?: () => Promise<void>;
}
export type OpenPorts = (loaded: Loaded, clock: () => Date) => Promise<Ports>;

export const TODAY = '2018-07-16';
export const clock = (): Date => new Date(`${TODAY}T04:00:00.000Z`);
const everywhere: Viewer = { accountId: 'watcher', places: [EVERYWHERE] };

/** The service over some ports, asked by whom a test says, with an eye on everything that it keeps. */
export async function watched(open: OpenPorts, loaded: Loaded) {
  const ports = await open(loaded, clock);
  const { stores, accounts } = ports;
  const asking = new WeakMap<Request, Actor>();
  const identity = async (request: Request) => asking.get(request) ?? null;
  const app = createApp({ stores, accounts, clock, identity });
  const all = stores.as(everywhere);
  return {
    stores,
    accounts,
    app,
    close: async () => ports.close?.(),
    /** Sends it on behalf of somebody, or of nobody. */
    async ask(actor: Actor | null, request: Request) {
      if (actor) asking.set(request, actor);
      const response = await app(request);
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, headers: response.headers, text, isJson };
    },
    /** Everything that is kept, as one text: the same text is the same state. And how many acts are told in it. */
    async state(): Promise<{ text: string; acts: number }> {
      const records = [...(await all.villageRecords())].toSorted((a, b) =>
        a.village.id < b.village.id ? -1 : 1,
      );
      const { entries } = await all.audit({ limit: 1_000_000 });
      const text = JSON.stringify([records, entries, await accounts.all(), await accounts.tokens()]);
      return { text, acts: entries.length };
    },
  };
}
export type Watched = Awaited<ReturnType<typeof watched>>;
