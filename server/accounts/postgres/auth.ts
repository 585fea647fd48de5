import { betterAuth, type BetterAuthOptions, type BetterAuthPlugin } from 'better-auth';
import { PostgresDialect, type PostgresPool } from 'kysely';
import { v7 as uuid } from 'uuid';
import { ADDRESS_HEADER } from '../../host/address.ts';
import { SESSION } from '../lifetimes.ts';
import type { Rate } from './rates.ts';

/** better-auth is never reached from outside: it is asked under a name that leads nowhere. */
export const AUTH_URL = 'https://accounts.invalid/auth';
export const SESSION_COOKIE = '__Host-session';

const SECOND = 1000;

export interface AuthParts {
  pool: PostgresPool;
  /** Signs the session's cookie. */
  secret: string;
  /** Tries to sign in of one address. */
  rate: Rate;
  /** Told of a fault in better-auth's own words, without any value. */
  fault: (message: string) => void;
  plugin: BetterAuthPlugin;
}

/**
 * better-auth with all that is not needed off: nobody signs up, links or resets by
 * mail, and none of its own routes is mounted. It keeps passwords and sessions,
 * signs the cookie and counts tries; every word to it comes from our own routes.
 */
export function createAuth({ pool, secret, rate, fault, plugin }: AuthParts) {
  return betterAuth({
    ...authOptions(pool),
    secrets: [{ version: 1, value: secret }],
    rateLimit: {
      ...authOptions(pool).rateLimit,
      enabled: true,
      window: rate.seconds,
      max: rate.tries,
    },
    logger: { level: 'error', log: (_level, message) => fault(message) },
    plugins: [{ ...plugin, rateLimit: [{ pathMatcher: () => true, window: rate.seconds, max: rate.tries }] }],
  });
}

/** What decides better-auth's tables, and all that does not change from one service to another. */
export function authOptions(pool: PostgresPool) {
  return {
    baseURL: new URL(AUTH_URL).origin,
    basePath: new URL(AUTH_URL).pathname,
    database: {
      dialect: new PostgresDialect({ pool }),
      type: 'postgres',
      schemaName: 'auth',
      // Its own transactions would not know of ours: see `Transactions.shared`.
      transaction: false,
    },
    telemetry: { enabled: false },
    onAPIError: { throw: true },
    emailAndPassword: { enabled: false },
    user: { fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    account: {
      accountLinking: { enabled: false },
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    session: {
      expiresIn: SESSION.absolute / SECOND,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    rateLimit: {
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
    },
    advanced: {
      database: { generateId: () => uuid(), validateSchema: false },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // The prefix of ours is stricter than the one that better-auth would put before it.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: SESSION_COOKIE,
          attributes: { httpOnly: true, secure: true, sameSite: 'strict', path: '/' },
        },
      },
    },
  } satisfies BetterAuthOptions;
}
