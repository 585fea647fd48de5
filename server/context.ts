import type { ResponseHeadersPluginContext } from '@orpc/server/plugins';
import { dayInChina, type Day } from '#src/domain/day.ts';
import type { Actor } from '#src/domain/account.ts';
import type { Accounts } from './accounts/port.ts';
import type { Store, Stores } from './store/port.ts';

/** Says who sent a request, or null for nobody known. */
export type Identity = (request: Request) => Promise<Actor | null>;

/** The instant it is. Injected, so that the mock's can stand still. */
export type Clock = () => Date;

/** What a request brings along before anybody has asked whether it may. */
export interface Given extends ResponseHeadersPluginContext {
  stores: Stores;
  accounts: Accounts;
  actor: Actor | null;
  now: Date;
  sample: boolean;
  request: Request;
  /** Whether nobody waits for the answer any more. */
  gone: () => boolean;
}

/** What a handler is given once it is known that the actor may: a store limited to what that allows. */
export interface Allowed {
  /** Signed in, or a stand-in without any right on routes for anybody. */
  actor: Actor;
  store: Store;
  /** The service's today, in China. */
  today: Day;
}

export const todayOf = (now: Date): Day => dayInChina(now);
