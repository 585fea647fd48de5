import { describe, expect, it } from 'vitest';
import type { Accounts, Seating } from '#server/accounts/port.ts';
import type { Identity } from '#server/context.ts';
import type { AccessTokenDraft, InvitationDraft } from '#src/domain/account.ts';
import type { Act, AuditAction } from '#src/domain/audit.ts';
import { act as anAct } from './store-suite.ts';

/** Accounts with nobody in them, a clock that the test moves, and what was written down of them. */
export interface Opened {
  accounts: Accounts;
  identity: Identity;
  clock: TestClock;
  acts: () => Promise<Act[]>;
}

export const PASSWORD = 'a long and quiet evening';
const OTHER_PASSWORD = 'another long and quiet evening';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Stands still unless it is moved. */
export class TestClock {
  #now = Date.parse('2018-07-16T04:00:00.000Z');
  readonly read = (): Date => new Date(this.#now);
  move(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export const cadre: InvitationDraft = {
  signInName: 'cadre',
  name: '样例干部',
  role: 'villageCadre',
  places: ['cn/99/9999/999999/township/v'],
};

/** An act about the account, by nobody in particular. */
export const accountAct = (action: AuditAction, id = 'one'): Act =>
  anAct({ action, subject: { kind: 'account', id } });

export const asking = (headers: Record<string, string> = {}): Request =>
  new Request('http://service.test/api/about', { headers: { 'user-agent': 'a browser', ...headers } });

/** A browser's next request: with the cookies that it was given. */
export const withCookies = (cookies: readonly string[]): Request =>
  asking({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

export const bearing = (secret: string): Request => asking({ authorization: `Bearer ${secret}` });

/** Invites somebody, who sets a password. */
export async function seat(
  { accounts }: Pick<Opened, 'accounts'>,
  id = 'one',
  draft: Partial<InvitationDraft> = {},
): Promise<void> {
  const invited = await accounts.invite(id, { ...cadre, ...draft }, accountAct('invite', id));
  await accounts.accept(invited?.secret ?? '', PASSWORD, accountAct('acceptInvitation', id));
}

export const tryIn = (accounts: Accounts, signInName = 'cadre', password = PASSWORD) =>
  accounts.signIn({ signInName, password }, asking(), ({ id }) => accountAct('signIn', id));

/** The cookies of somebody who gets in. */
export async function enter(
  accounts: Accounts,
  signInName = 'cadre',
  password = PASSWORD,
): Promise<string[]> {
  const answer = await tryIn(accounts, signInName, password);
  if (answer.outcome !== 'signedIn') throw new Error(`${signInName} was ${answer.outcome}`);
  return answer.cookies;
}

const tokenDraft: AccessTokenDraft = { name: 'export', role: 'auditor', places: ['cn'], days: 30 };

/** The real accounts and their model pass the same suite; nothing observable is tested on one alone. */
export function describeAccounts(name: string, open: () => Promise<Opened>): void {
  describe(`accounts: ${name}`, () => {
    it('refuse a wrong password, a name that nobody has and an unused invitation alike, and write nothing', async () => {
      const { accounts, acts } = await open();
      await seat({ accounts });
      await accounts.invite('two', { ...cadre, signInName: 'two' }, accountAct('invite', 'two'));
      const before = await acts();
      expect(await tryIn(accounts, 'cadre', OTHER_PASSWORD)).toEqual({ outcome: 'refused' });
      expect(await tryIn(accounts, 'nobody')).toEqual({ outcome: 'refused' });
      expect(await tryIn(accounts, 'two', '')).toEqual({ outcome: 'refused' });
      expect(await tryIn(accounts, 'two')).toEqual({ outcome: 'refused' });
      expect(await acts()).toEqual(before);
    });

    it('refuse a sign-in name that is taken, and write nothing', async () => {
      const { accounts, acts } = await open();
      await seat({ accounts });
      const before = await acts();
      expect(await accounts.invite('two', cadre, accountAct('invite', 'two'))).toBeNull();
      expect(await accounts.find('two')).toBeNull();
      expect(await acts()).toEqual(before);
    });

    it('refuse a link that is made up, used, replaced or a week old', async () => {
      const { accounts, acts, clock } = await open();
      const first = await accounts.invite('one', cadre, accountAct('invite'));
      const second = await accounts.inviteAgain('one', accountAct('invite'));
      const before = await acts();
      const refused = async (secret = '') => {
        expect(await accounts.greeting(secret)).toBeNull();
        expect(await accounts.accept(secret, PASSWORD, accountAct('acceptInvitation'))).toBe(false);
      };
      await refused('made-up');
      await refused(first?.secret);
      clock.move(7 * DAY);
      await refused(second?.secret);
      expect(await acts()).toEqual(before);
      const third = await accounts.inviteAgain('one', accountAct('invite'));
      await accounts.accept(third?.secret ?? '', PASSWORD, accountAct('acceptInvitation'));
      await refused(third?.secret);
    });

    it('know nobody without a cookie, nor with one that is made up or changed', async () => {
      const { accounts, identity } = await open();
      await seat({ accounts });
      const [cookie = ''] = await enter(accounts);
      const [pair = ''] = cookie.split(';');
      const [key, value = ''] = pair.split('=');
      expect(await identity(asking())).toBeNull();
      for (const changed of [
        '',
        'made-up',
        `${value}x`,
        `x${value}`,
        value.slice(0, -1),
        value.slice(1),
        '%',
      ]) {
        expect(await identity(asking({ cookie: `${key}=${changed}` }))).toBeNull();
      }
      expect(await identity(asking({ cookie: `other=1; ${pair}; another=2` }))).not.toBeNull();
    });

    it('take neither a token for a session nor a session for a token', async () => {
      const { accounts, identity } = await open();
      await seat({ accounts });
      const cookies = await enter(accounts);
      const { secret } = await accounts.createToken('token', tokenDraft, accountAct('createToken'));
      const [key, value = ''] = cookies[0]?.split(';')[0]?.split('=') ?? [];
      expect(await identity(asking({ cookie: `${key}=${secret}` }))).toBeNull();
      expect(await identity(bearing(value))).toBeNull();
      expect(await identity(bearing(`cpd_${value}`))).toBeNull();
      expect(await identity(asking({ authorization: secret }))).toBeNull();
    });

    it('know nobody with a token that is made up, revoked or past its day', async () => {
      const { accounts, identity, clock } = await open();
      const one = await accounts.createToken('one', tokenDraft, accountAct('createToken'));
      const two = await accounts.createToken('two', tokenDraft, accountAct('createToken'));
      await accounts.revokeToken('one', accountAct('revokeToken'));
      expect(await identity(bearing('cpd_made-up'))).toBeNull();
      expect(await identity(bearing(one.secret))).toBeNull();
      expect(await identity(bearing(two.secret))).not.toBeNull();
      clock.move(30 * DAY);
      expect(await identity(bearing(two.secret))).toBeNull();
    });

    it('answer for an account, session or token that is not there with nothing, and write nothing', async () => {
      const { accounts, acts } = await open();
      expect(await accounts.find('nobody')).toBeNull();
      expect(await accounts.inviteAgain('nobody', accountAct('invite'))).toBeNull();
      expect(await accounts.change('nobody', cadre, accountAct('changeAccount'))).toBeNull();
      expect(await accounts.setDisabled('nobody', true, accountAct('disableAccount'))).toBeNull();
      expect(await accounts.sessionsOf('nobody', asking())).toEqual([]);
      expect(await accounts.endSession('nobody', 'none', accountAct('endSession'))).toBe(false);
      expect(await accounts.revokeToken('none', accountAct('revokeToken'))).toBeNull();
      expect(await acts()).toEqual([]);
    });

    it('end a session that nobody used for a week, and any after thirty days', async () => {
      const { accounts, identity, clock } = await open();
      await seat({ accounts });
      const idle = await enter(accounts);
      const busy = await enter(accounts);
      for (let days = 0; days < 24; days += 6) {
        expect(await identity(withCookies(busy))).not.toBeNull();
        clock.move(6 * DAY);
      }
      expect(await identity(withCookies(idle))).toBeNull();
      expect(await identity(withCookies(busy))).not.toBeNull();
      clock.move(6 * DAY);
      expect(await identity(withCookies(busy))).toBeNull();
      expect(await accounts.sessionsOf('one', asking())).toEqual([]);
    });

    it('shut a disabled account out at its next request, for good', async () => {
      const { accounts, identity } = await open();
      await seat({ accounts });
      const cookies = await enter(accounts);
      const disabled = await accounts.setDisabled('one', true, accountAct('disableAccount'));
      expect(disabled).toMatchObject({ state: 'disabled', sessions: 0 });
      expect(await identity(withCookies(cookies))).toBeNull();
      expect(await tryIn(accounts)).toEqual({ outcome: 'refused' });
      const enabled = await accounts.setDisabled('one', false, accountAct('enableAccount'));
      expect(enabled).toMatchObject({ state: 'active' });
      expect(await identity(withCookies(cookies))).toBeNull();
      expect((await tryIn(accounts)).outcome).toBe('signedIn');
    });

    it('greet whoever holds a link, who sets a password with it and signs in', async () => {
      const { accounts, identity, acts } = await open();
      const invited = await accounts.invite('one', cadre, accountAct('invite'));
      expect(invited).toMatchObject({ accountId: 'one', expiresAt: '2018-07-23T04:00:00.000Z' });
      expect(await accounts.find('one')).toMatchObject({ state: 'invited', lastSeenAt: null });
      const secret = invited?.secret ?? '';
      expect(await accounts.greeting(secret)).toEqual({
        accountId: 'one',
        signInName: 'cadre',
        name: '样例干部',
      });
      expect(await accounts.accept(secret, PASSWORD, accountAct('acceptInvitation'))).toBe(true);
      const cookies = await enter(accounts);
      expect(await identity(withCookies(cookies))).toEqual({
        id: 'one',
        name: '样例干部',
        role: 'villageCadre',
        places: cadre.places,
        via: 'session',
      });
      expect(await accounts.find('one')).toEqual({
        id: 'one',
        ...cadre,
        state: 'active',
        createdAt: '2018-07-16T04:00:00.000Z',
        lastSeenAt: '2018-07-16T04:00:00.000Z',
        sessions: 1,
      });
      expect((await acts()).map(({ action }) => action)).toEqual(['invite', 'acceptInvitation', 'signIn']);
    });

    it('take a link once, however many use it at the same time', async () => {
      const { accounts, acts } = await open();
      const invited = await accounts.invite('one', cadre, accountAct('invite'));
      const tried = await Promise.all(
        Array.from({ length: 5 }, () =>
          accounts.accept(invited?.secret ?? '', PASSWORD, accountAct('acceptInvitation')),
        ),
      );
      expect(tried.filter(Boolean)).toHaveLength(1);
      expect((await acts()).map(({ action }) => action)).toEqual(['invite', 'acceptInvitation']);
    });

    it('do a thing once and write it once, however many ask for it at the same time', async () => {
      const { accounts, acts } = await open();
      const atOnce = <T>(work: (nth: number) => Promise<T>): Promise<T[]> =>
        Promise.all([1, 2, 3, 4].map(work));
      const invited = await atOnce((nth) =>
        accounts.invite(`id-${nth}`, { ...cadre, signInName: 'wanted' }, accountAct('invite', `id-${nth}`)),
      );
      expect(invited.filter(Boolean)).toHaveLength(1);
      await seat({ accounts });
      const cookies = await enter(accounts);
      await enter(accounts);
      await accounts.createToken('token', tokenDraft, accountAct('createToken', 'token'));
      const [, second] = await accounts.sessionsOf('one', withCookies(cookies));
      await atOnce(() => accounts.signOut(withCookies(cookies), accountAct('signOut')));
      await atOnce(() => accounts.endSession('one', second?.id ?? '', accountAct('endSession')));
      await atOnce(() => accounts.revokeToken('token', accountAct('revokeToken', 'token')));
      const written = (await acts()).map(({ action }) => action);
      for (const once of ['signOut', 'endSession', 'revokeToken'])
        expect(written.filter((action) => action === once)).toHaveLength(1);
      expect(written.filter((action) => action === 'invite')).toHaveLength(2);
    });

    it('keep the old password and the sessions until a second link is used', async () => {
      const { accounts, identity } = await open();
      await seat({ accounts });
      const cookies = await enter(accounts);
      const again = await accounts.inviteAgain('one', accountAct('invite'));
      expect(await identity(withCookies(cookies))).not.toBeNull();
      expect((await tryIn(accounts)).outcome).toBe('signedIn');
      await accounts.accept(again?.secret ?? '', OTHER_PASSWORD, accountAct('acceptInvitation'));
      expect(await identity(withCookies(cookies))).toBeNull();
      expect(await tryIn(accounts)).toEqual({ outcome: 'refused' });
      expect((await tryIn(accounts, 'cadre', OTHER_PASSWORD)).outcome).toBe('signedIn');
    });

    it('begin a new session at each sign-in, whatever cookie comes with it', async () => {
      const { accounts } = await open();
      await seat({ accounts });
      const planted = await enter(accounts);
      const given = { signInName: 'cadre', password: PASSWORD };
      const answer = await accounts.signIn(given, withCookies(planted), ({ id }) => accountAct('signIn', id));
      expect(answer).toMatchObject({ outcome: 'signedIn', accountId: 'one' });
      expect(answer.outcome === 'signedIn' && answer.cookies).not.toEqual(planted);
      expect(await accounts.sessionsOf('one', asking())).toHaveLength(2);
    });

    it('list sessions, tell which one asks, and end the one that is named', async () => {
      const { accounts, identity, clock, acts } = await open();
      await seat({ accounts });
      await seat({ accounts }, 'two', { signInName: 'two' });
      const phone = await enter(accounts);
      clock.move(HOUR);
      const desk = await enter(accounts);
      await identity(withCookies(phone));
      const [first, second] = await accounts.sessionsOf('one', withCookies(desk));
      expect(first).toMatchObject({
        startedAt: '2018-07-16T04:00:00.000Z',
        lastSeenAt: '2018-07-16T05:00:00.000Z',
        expiresAt: '2018-07-23T05:00:00.000Z',
        agent: 'a browser',
        current: false,
      });
      expect(second).toMatchObject({ startedAt: '2018-07-16T05:00:00.000Z', current: true });
      expect(await accounts.endSession('two', first?.id ?? '', accountAct('endSession'))).toBe(false);
      expect(await accounts.endSession('one', first?.id ?? '', accountAct('endSession'))).toBe(true);
      expect(await identity(withCookies(phone))).toBeNull();
      expect(await identity(withCookies(desk))).not.toBeNull();
      expect((await acts()).filter(({ action }) => action === 'endSession')).toHaveLength(1);
    });

    it('sign out the session that asks, and write it once', async () => {
      const { accounts, identity, acts } = await open();
      await seat({ accounts });
      const [here, there] = [await enter(accounts), await enter(accounts)];
      for (const cookies of [here, here]) {
        const forgotten = await accounts.signOut(withCookies(cookies), accountAct('signOut'));
        expect(forgotten).toEqual([expect.stringMatching(/=; .*Max-Age=0/)]);
      }
      await accounts.signOut(asking(), null);
      expect(await identity(withCookies(here))).toBeNull();
      expect(await identity(withCookies(there))).not.toBeNull();
      expect((await acts()).filter(({ action }) => action === 'signOut')).toHaveLength(1);
    });

    it('seat an account elsewhere, effective at its next request', async () => {
      const { accounts, identity } = await open();
      await seat({ accounts });
      const cookies = await enter(accounts);
      const seating: Seating = { name: '样例', role: 'office', places: ['cn/99', 'cn/98'] };
      const changed = await accounts.change('one', seating, accountAct('changeAccount'));
      expect(changed).toMatchObject({ ...seating, signInName: 'cadre', state: 'active' });
      expect(await identity(withCookies(cookies))).toEqual({ id: 'one', ...seating, via: 'session' });
      expect(await accounts.all()).toEqual([changed]);
    });

    it('note when somebody was last seen, to the minute, and still know it after the session', async () => {
      const { accounts, identity, clock } = await open();
      await seat({ accounts });
      const cookies = await enter(accounts);
      clock.move(MINUTE - 1);
      await identity(withCookies(cookies));
      expect(await accounts.find('one')).toMatchObject({ lastSeenAt: '2018-07-16T04:00:00.000Z' });
      clock.move(1);
      await identity(withCookies(cookies));
      await accounts.signOut(withCookies(cookies), accountAct('signOut'));
      expect(await accounts.find('one')).toMatchObject({
        lastSeenAt: '2018-07-16T04:01:00.000Z',
        sessions: 0,
      });
    });

    it('know a program by its token, and note to the minute when it last came', async () => {
      const { accounts, identity, clock } = await open();
      const made = await accounts.createToken('token', tokenDraft, accountAct('createToken', 'token'));
      expect(made.secret).toMatch(/^cpd_[\w-]{43}$/);
      expect(made.token).toEqual({
        id: 'token',
        name: 'export',
        role: 'auditor',
        places: ['cn'],
        createdAt: '2018-07-16T04:00:00.000Z',
        createdBy: 'tester',
        lastUsedAt: null,
        expiresAt: '2018-08-15T04:00:00.000Z',
        revokedAt: null,
      });
      const program = { id: 'token', name: 'export', role: 'auditor', places: ['cn'], via: 'token' };
      expect(await identity(bearing(made.secret))).toEqual(program);
      clock.move(MINUTE - 1);
      await identity(bearing(made.secret));
      expect(await accounts.tokens()).toMatchObject([{ lastUsedAt: '2018-07-16T04:00:00.000Z' }]);
      clock.move(1);
      await identity(bearing(made.secret));
      expect(await accounts.tokens()).toMatchObject([{ lastUsedAt: '2018-07-16T04:01:00.000Z' }]);
    });

    it('revoke a token once', async () => {
      const { accounts, clock, acts } = await open();
      await accounts.createToken('token', tokenDraft, accountAct('createToken', 'token'));
      const revoked = await accounts.revokeToken('token', accountAct('revokeToken', 'token'));
      expect(revoked).toMatchObject({ id: 'token', revokedAt: '2018-07-16T04:00:00.000Z' });
      clock.move(DAY);
      expect(await accounts.revokeToken('token', accountAct('revokeToken', 'token'))).toEqual(revoked);
      expect((await acts()).map(({ action }) => action)).toEqual(['createToken', 'revokeToken']);
    });
  });
}
