import type { AccessToken, Account, Actor, Invitation, Session } from '#src/domain/account.ts';
import { ACCOUNTS_CHAIN, type Act } from '#src/domain/audit.ts';
import type { Clock, Identity } from '../context.ts';
import { MemoryAudit } from '../store/memory-audit.ts';
import { daysLong, INVITATION, later, SEEN, sessionEnd } from './lifetimes.ts';
import type { Accounts } from './port.ts';
import { digestOf, newSecret, TOKEN_MARK, tokenIn } from './secrets.ts';

const COOKIE = 'sample-session';

interface Kept {
  account: Omit<Account, 'sessions'>;
  /** A digest of it. */
  password: string | null;
}

/** All of it as plain data: pairs of key and value. */
interface Snapshot {
  kept: [string, Kept][];
  invitations: [string, { accountId: string; expiresAt: string }][];
  sessions: [string, { session: Session; accountId: string }][];
  tokens: [string, { token: AccessToken; digest: string }][];
}

export interface MemoryAccounts {
  accounts: Accounts;
  identity: Identity;
  /** What is there now, and how to go on from it: the mock keeps it over a reload. */
  dump: () => Snapshot;
  restore: (snapshot: Snapshot) => void;
}

/** Accounts in memory: the mock's and the tests', and the executable model of the real ones. */
export function createMemoryAccounts({
  actors,
  clock,
  audit = new MemoryAudit(),
  cookiesOf = (request) => request.headers.get('cookie') ?? '',
}: {
  /** People who are there from the start; they have no password until somebody invites them again. */
  actors: readonly Actor[];
  clock: Clock;
  audit?: MemoryAudit;
  /** The cookies that came with a request. */
  cookiesOf?: (request: Request) => string;
}): MemoryAccounts {
  const now = (): string => clock().toISOString();
  /** Whether it is time to note again that somebody was there. */
  const isStale = (seenAt: string | null): boolean =>
    seenAt === null || later(new Date(seenAt), SEEN) <= now();
  const kept = new Map<string, Kept>();
  const invitations = new Map<string, { accountId: string; expiresAt: string }>();
  /** By secret. */
  const sessions = new Map<string, { session: Session; accountId: string }>();
  const tokens = new Map<string, { token: AccessToken; digest: string }>();
  const write = (act: Act): Promise<void> => audit.append(ACCOUNTS_CHAIN, act);

  for (const { id, name, role, places } of actors) {
    kept.set(id, {
      account: {
        id,
        signInName: id,
        name,
        role,
        places,
        state: 'active',
        createdAt: now(),
        lastSeenAt: null,
      },
      password: null,
    });
  }

  const openSessions = (accountId: string) =>
    [...sessions].filter(([, s]) => s.accountId === accountId && s.session.expiresAt > now());
  const shown = ({ account }: Kept): Account => ({
    ...account,
    sessions: openSessions(account.id).length,
  });
  const endAll = (accountId: string): void => {
    for (const [secret] of openSessions(accountId)) sessions.delete(secret);
  };
  const secretOf = (request: Request): string | undefined =>
    new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(cookiesOf(request))?.[1];
  const invited = async (accountId: string): Promise<Invitation> => {
    for (const [digest, i] of invitations) if (i.accountId === accountId) invitations.delete(digest);
    const secret = newSecret();
    const expiresAt = later(clock(), INVITATION);
    invitations.set(await digestOf(secret), { accountId, expiresAt });
    return { accountId, secret, expiresAt };
  };
  const valid = async (secret: string): Promise<Kept | null> => {
    const found = invitations.get(await digestOf(secret));
    return (found && found.expiresAt > now() && kept.get(found.accountId)) || null;
  };

  const accounts: Accounts = {
    async all() {
      return [...kept.values()].map(shown);
    },

    async find(accountId) {
      const found = kept.get(accountId);
      return found ? shown(found) : null;
    },

    async invite(accountId, { signInName, ...seating }, act) {
      if ([...kept.values()].some(({ account }) => account.signInName === signInName)) return null;
      // At once, before anything else can happen: of several who ask, one gets the name.
      kept.set(accountId, {
        account: {
          id: accountId,
          signInName,
          ...seating,
          state: 'invited',
          createdAt: now(),
          lastSeenAt: null,
        },
        password: null,
      });
      await write(act);
      return invited(accountId);
    },

    async inviteAgain(accountId, act) {
      if (!kept.has(accountId)) return null;
      await write(act);
      return invited(accountId);
    },

    async greeting(secret) {
      const found = await valid(secret);
      return (
        found && {
          accountId: found.account.id,
          signInName: found.account.signInName,
          name: found.account.name,
        }
      );
    },

    async accept(secret, password, act) {
      const found = await valid(secret);
      // Of several who use it at once, one finds it there.
      if (!found || !invitations.delete(await digestOf(secret))) return false;
      await write(act);
      endAll(found.account.id);
      found.password = await digestOf(password);
      if (found.account.state === 'invited') found.account = { ...found.account, state: 'active' };
      return true;
    },

    async change(accountId, seating, act) {
      const found = kept.get(accountId);
      if (!found) return null;
      await write(act);
      found.account = { ...found.account, ...seating };
      return shown(found);
    },

    async setDisabled(accountId, disabled, act) {
      const found = kept.get(accountId);
      if (!found) return null;
      await write(act);
      if (disabled) endAll(accountId);
      const state = disabled ? 'disabled' : found.password === null ? 'invited' : 'active';
      found.account = { ...found.account, state };
      return shown(found);
    },

    async sessionsOf(accountId, request) {
      const current = secretOf(request);
      return openSessions(accountId).map(([secret, { session }]) => ({
        ...session,
        current: secret === current,
      }));
    },

    async endSession(accountId, sessionId, act) {
      const found = openSessions(accountId).find(([, { session }]) => session.id === sessionId);
      if (!found) return false;
      sessions.delete(found[0]);
      await write(act);
      return true;
    },

    async signIn({ signInName, password }, request, actFor) {
      const found = [...kept.values()].find(({ account }) => account.signInName === signInName);
      const right = found?.password === (await digestOf(password)) && found.account.state === 'active';
      if (!found || !right) return { outcome: 'refused' };
      await write(actFor(shown(found)));
      const secret = newSecret();
      const session: Session = {
        id: crypto.randomUUID(),
        startedAt: now(),
        lastSeenAt: now(),
        expiresAt: sessionEnd(clock(), clock()).toISOString(),
        agent: request.headers.get('user-agent')?.slice(0, 120) ?? null,
        current: true,
      };
      sessions.set(secret, { session, accountId: found.account.id });
      found.account = { ...found.account, lastSeenAt: now() };
      return {
        outcome: 'signedIn',
        accountId: found.account.id,
        cookies: [`${COOKIE}=${secret}; Path=/; SameSite=Strict`],
      };
    },

    async signOut(request, act) {
      const secret = secretOf(request);
      if (secret && sessions.delete(secret) && act) await write(act);
      return [`${COOKIE}=; Path=/; Max-Age=0; SameSite=Strict`];
    },

    async tokens() {
      return [...tokens.values()].map(({ token }) => token);
    },

    async createToken(tokenId, { days, ...draft }, act) {
      await write(act);
      const secret = TOKEN_MARK + newSecret();
      const token: AccessToken = {
        id: tokenId,
        ...draft,
        createdAt: now(),
        createdBy: act.actor?.name ?? '',
        lastUsedAt: null,
        expiresAt: later(clock(), daysLong(days)),
        revokedAt: null,
      };
      tokens.set(tokenId, { token, digest: await digestOf(secret) });
      return { token, secret };
    },

    async revokeToken(tokenId, act) {
      const found = tokens.get(tokenId);
      if (!found) return null;
      if (found.token.revokedAt !== null) return found.token;
      const token = { ...found.token, revokedAt: now() };
      tokens.set(tokenId, { ...found, token });
      await write(act);
      return token;
    },
  };

  const identity: Identity = async (request) => {
    const bearer = tokenIn(request);
    if (bearer) {
      const digest = await digestOf(bearer);
      const found = [...tokens.values()].find((t) => t.digest === digest);
      if (!found || found.token.revokedAt !== null || found.token.expiresAt <= now()) return null;
      const { token } = found;
      if (isStale(token.lastUsedAt))
        tokens.set(token.id, { ...found, token: { ...token, lastUsedAt: now() } });
      return { id: token.id, name: token.name, role: token.role, places: token.places, via: 'token' };
    }
    const secret = secretOf(request) ?? '';
    const open = sessions.get(secret);
    const seated = open && open.session.expiresAt > now() ? kept.get(open.accountId) : undefined;
    if (!open || !seated || seated.account.state === 'disabled') return null;
    const { session } = open;
    if (isStale(session.lastSeenAt)) {
      const expiresAt = sessionEnd(clock(), new Date(session.startedAt)).toISOString();
      sessions.set(secret, { ...open, session: { ...session, lastSeenAt: now(), expiresAt } });
      seated.account = { ...seated.account, lastSeenAt: now() };
    }
    const { id, name, role, places } = seated.account;
    return { id, name, role, places, via: 'session' };
  };

  const refill = <Value>(map: Map<string, Value>, entries: [string, Value][]): void => {
    map.clear();
    for (const [key, value] of entries) map.set(key, value);
  };
  return {
    accounts,
    identity,
    dump: () => ({
      kept: [...kept],
      invitations: [...invitations],
      sessions: [...sessions],
      tokens: [...tokens],
    }),
    restore: (snapshot) => {
      refill(kept, snapshot.kept);
      refill(invitations, snapshot.invitations);
      refill(sessions, snapshot.sessions);
      refill(tokens, snapshot.tokens);
    },
  };
}
