import { ORPCError } from '@orpc/server';
import type { Identity } from '#server/context.ts';
import { Gone } from '#server/store/port.ts';
import { isDatabaseTrouble } from './database-trouble.ts';
import type { createLimits } from './limits.ts';
import { traceOf, type Log } from './log.ts';

/** What the host puts around the app that it hosts. */
export interface Around {
  /** The same identity, seen by the host: for its log and for the limit of an account. */
  identity: (inner: Identity) => Identity;
  /**
   * Told what went wrong without any route expecting it. Throws the refusal that is
   * the better answer: what the database cannot do now, it may do later.
   */
  trouble: (error: unknown) => void;
  /** Whether whoever sent it has gone away. */
  gone: (request: Request) => boolean;
}

/** Too much from one address or account: how many seconds to wait. */
export class TooMany extends Error {
  constructor(readonly seconds: number) {
    super('too many requests');
  }
}

export function createAround(log: Log, limits: ReturnType<typeof createLimits>) {
  const accounts = new WeakMap<Request, string>();
  const askers = new WeakMap<Request, () => boolean>();
  const around: Around = {
    identity: (inner) => async (request) => {
      const actor = await inner(request);
      if (!actor) return null;
      accounts.set(request, actor.id);
      const seconds = await limits.account(actor.id);
      if (seconds !== null) throw new TooMany(seconds);
      return actor;
    },
    trouble(error) {
      // Nobody hears it.
      if (error instanceof Gone) throw new ORPCError('UNAVAILABLE', { status: 503 });
      if (isDatabaseTrouble(error)) {
        log.warn(traceOf(error), 'the database cannot be used');
        throw new ORPCError('UNAVAILABLE', { status: 503 });
      }
      if (!(error instanceof ORPCError) || error.status >= 500) log.error(traceOf(error), 'unexpected');
    },
    gone: (request) => askers.get(request)?.() ?? false,
  };
  return {
    around,
    accountOf: (request: Request): string | undefined => accounts.get(request),
    /** Says how to see whether whoever sent the request has gone away. */
    watch: (request: Request, isGone: () => boolean) => void askers.set(request, isGone),
  };
}
