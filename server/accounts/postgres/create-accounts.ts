import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Pool } from 'pg';
import type { Clock, Identity } from '../../context.ts';
import type { Accounts } from '../port.ts';
import { newSecret } from '../secrets.ts';
import { createAuth } from './auth.ts';
import { administratorsOf, type Administrators } from './first-administrator.ts';
import { identityOf } from './identity.ts';
import { invitationsOf } from './invitations.ts';
import type { Log, Parts, PasswordHash } from './parts.ts';
import { usualSignInRates, type SignInRates } from './rates.ts';
import { seatsOf } from './seats.ts';
import { sessionsOf } from './sessions.ts';
import { signIn, signInPlugin } from './sign-in.ts';
import { tokensOf } from './tokens.ts';
import { createTransactions } from './transactions.ts';

export interface AccountsParts {
  /** To a database whose migrations were applied. */
  pool: Pool;
  clock: Clock;
  /** Signs the sessions' cookies: see `signingSecret`. */
  secret: string;
  log?: Log;
  rates?: SignInRates;
  passwords?: PasswordHash;
}

const silent: Log = { info: () => undefined, error: () => undefined };

/** better-auth's: scrypt with N = 16384, r = 16, p = 1 and a salt for each. */
const scrypt: PasswordHash = { hash: hashPassword, verify: verifyPassword };

/** The real accounts: on PostgreSQL, with better-auth for passwords and sessions. */
export function createAccounts({
  pool,
  clock,
  secret,
  log = silent,
  rates = usualSignInRates,
  passwords = scrypt,
}: AccountsParts): { accounts: Accounts; identity: Identity } & Administrators {
  const transactions = createTransactions(pool);
  const nobodysPassword = passwords.hash(newSecret());
  // Whoever signs in is told of it.
  nobodysPassword.catch(() => undefined);
  const auth = createAuth({
    pool: transactions.shared,
    secret,
    rate: rates.address,
    fault: (message) => log.error({ event: 'betterAuth' }, message),
    plugin: signInPlugin(() => parts),
  });
  const parts: Parts = { pool, transactions, auth, clock, secret, passwords, nobodysPassword, rates, log };

  const accounts: Accounts = {
    ...seatsOf(parts),
    ...invitationsOf(parts),
    ...sessionsOf(parts),
    ...tokensOf(parts),
    signIn: signIn(parts),
  };
  return { accounts, identity: identityOf(parts), ...administratorsOf(parts, accounts) };
}
