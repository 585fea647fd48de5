import type { Pool } from 'pg';
import type { Clock } from '../../context.ts';
import type { createAuth } from './auth.ts';
import type { SignInRates } from './rates.ts';
import type { Transactions } from './transactions.ts';

/** Where faults and refused sign-ins are written: pino's shape. No line holds a name or a value that was typed. */
export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** How passwords are hashed: slowly. */
export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
}

/** What the pieces of the real accounts are made of. */
export interface Parts {
  pool: Pool;
  transactions: Transactions;
  auth: ReturnType<typeof createAuth>;
  clock: Clock;
  secret: string;
  passwords: PasswordHash;
  /** The hash of a password that nobody has: a name that nobody has takes as long as any other. */
  nobodysPassword: Promise<string>;
  rates: SignInRates;
  log: Log;
}
