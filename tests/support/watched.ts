import type { Accounts } from '#server/accounts/port.ts';
import { createApp } from '#server/app.ts';
import type { Stores, Viewer } from '#server/store/port.ts';
import type { Loaded } from '#server/store/memory.ts';
import type { AuditEntry } from '#src/domain/audit.ts';
import type { Actor } from '#src/domain/account.ts';
import { EVERYWHERE } from '#src/domain/place.ts';

/** What a service is made of, in memory or in a database; a new one is empty but for what it was given. */
export interface Ports {
  stores: Stores;
  accounts: Accounts;
  /** Acts that are kept apart from the store's. */
  otherActs?: () => readonly AuditEntry[];
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
  /** All acts so far. */
  const acts = async (): Promise<AuditEntry[]> => [
    ...(await all.audit({ limit: 1_000_000 })).entries,
    ...(ports.otherActs?.() ?? []),
  ];
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
    acts,
    /** Everything that is kept, as one text: the same text is the same state. */
    async state(): Promise<string> {
      const records = [...(await all.villageRecords())].toSorted((a, b) =>
        a.village.id < b.village.id ? -1 : 1,
      );
      return JSON.stringify([records, await acts(), await accounts.all(), await accounts.tokens()]);
    },
  };
}
export type Watched = Awaited<ReturnType<typeof watched>>;
