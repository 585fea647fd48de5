import { AsyncLocalStorage } from 'node:async_hooks';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { Account } from '#src/domain/account.ts';
import type { Act } from '#src/domain/audit.ts';
import { ADDRESS_HEADER } from '../../host/address.ts';
import { sessionEnd } from '../lifetimes.ts';
import type { Accounts, SignIn } from '../port.ts';
import { appendAccountsAct } from './append.ts';
import { AUTH_URL } from './auth.ts';
import type { Parts } from './parts.ts';
import { lockAccount, passwordOf } from './seats.ts';
import { statements } from './statements.ts';
import { countTry, forgetTries } from './tries.ts';

type Given = Parameters<Accounts['signIn']>[0];
type Refusal = 'unknownName' | 'wrongPassword' | 'noPassword' | 'disabled';

interface Trial {
  given: Given;
  agent: string;
  actFor: (account: Account) => Act;
  outcome?: SignIn;
}

/** What is tried now: so that neither the password nor the act is written into a request. */
const trials = new AsyncLocalStorage<Trial>();
const SIGN_IN = '/sign-in';
const MOST_AGENT = 120;

/**
 * Our way in, as a route of better-auth's: so it counts tries before anything else,
 * and makes and signs the cookie.
 */
export function signInPlugin(parts: () => Parts) {
  return {
    id: 'sign-in-by-name',
    endpoints: {
      signInByName: createAuthEndpoint(SIGN_IN, { method: 'POST' }, async (ctx) => {
        const trial = trials.getStore();
        if (!trial) throw ctx.error('NOT_FOUND');
        const opened = await tryIt(parts(), trial);
        if (opened) await setSessionCookie(ctx, opened);
        return ctx.json({});
      }),
    },
  } satisfies BetterAuthPlugin;
}

export const signIn =
  ({ auth }: Parts): Accounts['signIn'] =>
  async (given, request, actFor) => {
    const headers = new Headers();
    for (const name of [ADDRESS_HEADER, 'user-agent']) {
      const value = request.headers.get(name);
      if (value) headers.set(name, value);
    }
    const agent = (headers.get('user-agent') ?? '').slice(0, MOST_AGENT);
    const trial: Trial = { given, agent, actFor };
    const response = await trials.run(trial, () =>
      auth.handler(new Request(`${AUTH_URL}${SIGN_IN}`, { method: 'POST', headers })),
    );
    if (response.status === 429)
      return { outcome: 'limited', retryAfter: Number(response.headers.get('x-retry-after')) || 1 };
    if (!trial.outcome) throw new Error(`the sign-in was answered ${response.status}`);
    return trial.outcome.outcome === 'signedIn'
      ? { ...trial.outcome, cookies: response.headers.getSetCookie() }
      : trial.outcome;
  };

/** What better-auth makes the cookie of, or null with the outcome said. Every way takes as long as the others. */
async function tryIt(parts: Parts, trial: Trial) {
  const { pool, passwords, log, clock } = parts;
  const { signInName, password } = trial.given;
  const wait = await countTry(parts, signInName);
  if (wait !== null) {
    trial.outcome = { outcome: 'limited', retryAfter: wait };
    log.info({ event: 'signInLimited' }, 'too many tries under one name');
    return null;
  }
  const { rows } = await pool.query<{ account_id: string; disabled: boolean; password: string | null }>({
    ...statements.passwordFor,
    values: [signInName],
  });
  const found = rows[0];
  const right = await passwords.verify({ hash: found?.password ?? (await parts.nobodysPassword), password });
  const opened = right && found?.password && (await open(parts, trial, found.account_id, found.password));
  if (opened) return opened;
  const refusal: Refusal = !found
    ? 'unknownName'
    : found.disabled
      ? 'disabled'
      : found.password
        ? 'wrongPassword'
        : 'noPassword';
  log.info({ event: 'signInRefused', refusal, at: clock().toISOString() }, 'a sign-in was refused');
  trial.outcome = { outcome: 'refused' };
  return null;
}

/** Begins a session, together with its act; null if the account was disabled or its password changed meanwhile. */
function open(parts: Parts, trial: Trial, accountId: string, checked: string) {
  const { transactions, auth, clock } = parts;
  return transactions.inTransaction(async (client) => {
    const now = clock();
    const account = await lockAccount(client, accountId, now);
    const password = await passwordOf(client, accountId);
    if (!account || account.state === 'disabled' || password !== checked) return null;
    const { internalAdapter } = await auth.$context;
    await client.query({ ...statements.forgetEnded, values: [accountId, now] });
    const session = await internalAdapter.createSession(
      accountId,
      false,
      {
        createdAt: now,
        updatedAt: now,
        expiresAt: sessionEnd(now, now),
        userAgent: trial.agent,
        // Where people are is not ours to keep.
        ipAddress: '',
      },
      true,
    );
    await client.query({ ...statements.seen, values: [accountId, now] });
    await forgetTries(client, parts, trial.given.signInName);
    await appendAccountsAct(client, trial.actFor(account));
    const user = await internalAdapter.findUserById(accountId);
    if (!user) throw new Error('there is a seat without its user');
    trial.outcome = { outcome: 'signedIn', accountId, cookies: [] };
    return { session, user };
  });
}
