import { getMigrations } from 'better-auth/db/migration';
import { Pool } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { authOptions } from '#server/accounts/postgres/auth.ts';
import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import { ADDRESS_HEADER } from '#server/host/address.ts';
import { isDatabaseTrouble } from '#server/host/database-trouble.ts';
import { accountsOnPostgres, cheapPasswords, SECRET } from '#tests/support/accounts-database.ts';
import {
  accountAct,
  asking,
  bearing,
  cadre,
  enter,
  PASSWORD,
  seat,
  tryIn,
  withCookies,
} from '#tests/support/accounts-suite.ts';
import { asOwner } from '#tests/support/postgres-store.ts';

/** The same pool, and how often something was asked of it. */
function counted(pool: Pool) {
  let asked = 0;
  const counting = new Proxy(pool, {
    get(target, key) {
      if (key === 'query' || key === 'connect') asked += 1;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { pool: counting, asked: () => asked };
}

describe('a change and its act', () => {
  it('are both there or neither', async () => {
    const service = await accountsOnPostgres({ passwords: cheapPasswords() });
    const { accounts, identity, connection, acts } = service;
    await seat(service);
    const cookies = await enter(accounts);
    const [session] = await accounts.sessionsOf('one', asking());
    const made = await accounts.createToken(
      'token',
      { name: 'export', role: 'auditor', places: ['cn'], days: 1 },
      accountAct('createToken'),
    );
    const link = await accounts.inviteAgain('one', accountAct('invite'));
    const state = async () => [await accounts.all(), await accounts.tokens(), await acts()];
    const before = await state();
    await asOwner(connection, (client) =>
      client.query('revoke insert on app.audit_entry from contact_points_app'),
    );
    const act = accountAct('changeAccount');
    const changes = [
      () => accounts.invite('two', { ...cadre, signInName: 'two' }, act),
      () => accounts.inviteAgain('one', act),
      () => accounts.accept(link?.secret ?? '', 'a password made anew', act),
      () => accounts.change('one', { ...cadre, name: 'another' }, act),
      () => accounts.setDisabled('one', true, act),
      () => accounts.endSession('one', session?.id ?? '', act),
      () => tryIn(accounts),
      () => accounts.signOut(withCookies(cookies), act),
      () => accounts.createToken('more', { name: 'more', role: 'auditor', places: ['cn'], days: 1 }, act),
      () => accounts.revokeToken('token', act),
    ];
    for (const change of changes) await expect(change()).rejects.toThrow(/permission denied/);
    expect(await state()).toEqual(before);
    expect(await accounts.greeting(link?.secret ?? '')).not.toBeNull();
    expect(await identity(withCookies(cookies))).not.toBeNull();
    expect(await identity(bearing(made.secret))).not.toBeNull();
    await asOwner(connection, (client) =>
      client.query('grant insert on app.audit_entry to contact_points_app'),
    );
    expect((await tryIn(accounts)).outcome).toBe('signedIn');
  });
});

describe('a sign-in', () => {
  it('compares one slow hash whether the name is known, disabled, without a password or nobody’s', async () => {
    const passwords = cheapPasswords();
    const service = await accountsOnPostgres({ passwords });
    const { accounts } = service;
    await seat(service);
    await seat(service, 'two', { signInName: 'two' });
    await accounts.setDisabled('two', true, accountAct('disableAccount', 'two'));
    await accounts.invite('three', { ...cadre, signInName: 'three' }, accountAct('invite', 'three'));
    for (const name of ['cadre', 'two', 'three', 'nobody']) {
      passwords.asked.length = 0;
      expect(await tryIn(accounts, name, 'a wrong one')).toEqual({ outcome: 'refused' });
      expect(passwords.asked).toEqual(['a wrong one']);
    }
  });

  it.each([
    ['is disabled', (service) => service.accounts.setDisabled('one', true, accountAct('disableAccount'))],
    [
      'gets another password',
      async ({ accounts }) => {
        const link = await accounts.inviteAgain('one', accountAct('invite'));
        await accounts.accept(link?.secret ?? '', 'a password made anew', accountAct('acceptInvitation'));
      },
    ],
  ] as [string, (service: Awaited<ReturnType<typeof accountsOnPostgres>>) => Promise<unknown>][])(
    'comes to nothing when the account %s meanwhile',
    async (_what, meanwhile) => {
      const passwords = cheapPasswords();
      const service = await accountsOnPostgres({ passwords });
      await seat(service);
      passwords.during(() => meanwhile(service));
      expect(await tryIn(service.accounts)).toEqual({ outcome: 'refused' });
      expect(passwords.asked).toEqual([PASSWORD]);
      expect(await service.accounts.find('one')).toMatchObject({ sessions: 0 });
    },
  );

  it('waits when too many were tried from one address, which holds back no other', async () => {
    const service = await accountsOnPostgres({
      passwords: cheapPasswords(),
      rates: { address: { tries: 3, seconds: 60 }, name: { tries: 100, seconds: 60 } },
    });
    await seat(service);
    const from = (address: string, password: string) =>
      service.accounts.signIn({ signInName: 'cadre', password }, asking({ [ADDRESS_HEADER]: address }), () =>
        accountAct('signIn'),
      );
    for (let tries = 0; tries < 3; tries += 1)
      expect(await from('192.0.2.1', 'a wrong one')).toEqual({ outcome: 'refused' });
    const limited = await from('192.0.2.1', PASSWORD);
    expect(limited).toEqual({ outcome: 'limited', retryAfter: expect.any(Number) });
    expect(limited.outcome === 'limited' && limited.retryAfter).toBeGreaterThan(0);
    expect(limited.outcome === 'limited' && limited.retryAfter).toBeLessThanOrEqual(60);
    expect((await from('192.0.2.2', PASSWORD)).outcome).toBe('signedIn');
  });

  it.each(['cadre', 'nobody'])('waits when too many were tried as %s, right or wrong', async (name) => {
    const service = await accountsOnPostgres({
      passwords: cheapPasswords(),
      rates: { address: { tries: 100, seconds: 60 }, name: { tries: 3, seconds: 600 } },
    });
    await seat(service);
    const { accounts, clock } = service;
    for (let tries = 0; tries < 3; tries += 1) await tryIn(accounts, name, 'a wrong one');
    clock.move(100_000);
    expect(await tryIn(accounts, name)).toEqual({ outcome: 'limited', retryAfter: 500 });
    expect((await tryIn(accounts, 'somebody-else')).outcome).toBe('refused');
    clock.move(500_000);
    expect((await tryIn(accounts, name)).outcome).toBe(name === 'cadre' ? 'signedIn' : 'refused');
  });

  it('that gets in forgets the tries before', async () => {
    const service = await accountsOnPostgres({
      passwords: cheapPasswords(),
      rates: { address: { tries: 100, seconds: 60 }, name: { tries: 3, seconds: 600 } },
    });
    await seat(service);
    for (let round = 0; round < 3; round += 1) {
      await tryIn(service.accounts, 'cadre', 'a wrong one');
      await tryIn(service.accounts, 'cadre', 'a wrong one');
      expect((await tryIn(service.accounts)).outcome).toBe('signedIn');
    }
  });

  it('that is refused is counted in the log, without what was typed', async () => {
    const lines: string[] = [];
    const write = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }));
    const service = await accountsOnPostgres({
      passwords: cheapPasswords(),
      log: { info: write, error: write },
    });
    await seat(service);
    await tryIn(service.accounts, 'cadre', 'a wrong one');
    await tryIn(service.accounts, 'nobody', 'a wrong one');
    expect(lines).toEqual([expect.stringContaining('wrongPassword'), expect.stringContaining('unknownName')]);
    expect(lines.join('\n')).not.toMatch(/cadre|nobody"|a wrong one/);
  });

  it('keeps no name that nobody has, nor where people are', async () => {
    const service = await accountsOnPostgres({ passwords: cheapPasswords() });
    await seat(service);
    await tryIn(service.accounts, 'typed-by-mistake');
    await enter(service.accounts);
    const kept = await asOwner(service.connection, async (client) => {
      const tries = await client.query('select * from accounts.sign_in_tries');
      const sessions = await client.query('select * from auth.session');
      return JSON.stringify([tries.rows, sessions.rows]);
    });
    expect(kept).not.toMatch(/typed-by-mistake|127\.0\.0\.1/);
  });
});

describe('who sends a request', () => {
  it('costs one question to the database, and none where the cookie is not ours', async () => {
    const service = await accountsOnPostgres({ passwords: cheapPasswords() });
    await seat(service);
    const cookies = await enter(service.accounts);
    const { secret } = await service.accounts.createToken(
      'token',
      { name: 'export', role: 'auditor', places: ['cn'], days: 1 },
      accountAct('createToken'),
    );
    const { pool, asked } = counted(service.pool);
    const { identity } = createAccounts({ pool, clock: service.clock.read, secret: SECRET });
    const cost = async (request: Request): Promise<number> => {
      const before = asked();
      await identity(request);
      return asked() - before;
    };
    service.clock.move(60_000);
    expect(await cost(withCookies(cookies))).toBe(1);
    expect(await cost(withCookies(cookies))).toBe(1);
    expect(await cost(bearing(secret))).toBe(1);
    expect(await cost(asking())).toBe(0);
    expect(await cost(asking({ cookie: '__Host-session=made.up' }))).toBe(0);
  });

  it('is not told where the database is away: that is no refusal', async () => {
    const service = await accountsOnPostgres();
    await seat(service);
    const cookies = await enter(service.accounts);
    const pool = new Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 5000 });
    onTestFinished(() => pool.end());
    const away = createAccounts({ pool, clock: service.clock.read, secret: SECRET });
    const failure = (answer: Promise<unknown>) => answer.then(() => null, isDatabaseTrouble);
    expect(await failure(away.identity(withCookies(cookies)))).toBe(true);
    expect(await failure(tryIn(away.accounts))).toBe(true);
    expect(await failure(away.accounts.all())).toBe(true);
  });
});

it('better-auth finds the tables that it wants, made by our own steps', async () => {
  const { connection } = await accountsOnPostgres();
  const pool = new Pool(connection);
  onTestFinished(() => pool.end());
  const { toBeCreated, toBeAdded } = await getMigrations(authOptions(pool as never));
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});
