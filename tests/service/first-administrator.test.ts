import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import { signingSecret } from '#server/accounts/postgres/signing-secret.ts';
import { accountsOnPostgres } from '#tests/support/accounts-database.ts';
import { accountAct, enter, PASSWORD, seat, tryIn, withCookies } from '#tests/support/accounts-suite.ts';

describe('the first administrator', () => {
  it('is not invited any more once somebody has set a password', async () => {
    const service = await accountsOnPostgres();
    await seat(service);
    expect(await service.firstAdministrator()).toBeNull();
    expect(await service.accounts.all()).toHaveLength(1);
  });

  it('is seated everywhere and gets a new link at each start until one is used', async () => {
    const { accounts, firstAdministrator } = await accountsOnPostgres();
    const first = await firstAdministrator();
    expect(first).toMatchObject({ signInName: 'admin', expiresAt: '2018-07-23T04:00:00.000Z' });
    const second = await firstAdministrator();
    expect(await accounts.all()).toMatchObject([
      { signInName: 'admin', role: 'administrator', places: ['cn'], state: 'invited' },
    ]);
    expect(await accounts.greeting(first?.secret ?? '')).toBeNull();
    expect(await accounts.accept(second?.secret ?? '', PASSWORD, accountAct('acceptInvitation'))).toBe(true);
    expect((await tryIn(accounts, 'admin')).outcome).toBe('signedIn');
    expect(await firstAdministrator()).toBeNull();
  });
});

describe('an administrator who is locked out', () => {
  it('is not whoever is none', async () => {
    const service = await accountsOnPostgres();
    await seat(service);
    await seat(service, 'two', { signInName: 'two', role: 'administrator', places: ['cn'] });
    await expect(service.inviteAdministrator('cadre')).rejects.toThrow(/cadre is no administrator.*: two/);
    await expect(service.inviteAdministrator()).rejects.toThrow(/admin is no administrator.*: two/);
  });

  it('gets a new link, also when disabled, and the old password ends with it', async () => {
    const service = await accountsOnPostgres();
    const { accounts, inviteAdministrator } = service;
    await seat(service, 'two', { signInName: 'two', role: 'administrator', places: ['cn'] });
    await accounts.setDisabled('two', true, accountAct('disableAccount', 'two'));
    const { secret } = await inviteAdministrator('two');
    await accounts.accept(secret, 'a password made anew', accountAct('acceptInvitation', 'two'));
    expect(await tryIn(accounts, 'two')).toEqual({ outcome: 'refused' });
    expect((await tryIn(accounts, 'two', 'a password made anew')).outcome).toBe('signedIn');
  });

  it('is made where there is none', async () => {
    const service = await accountsOnPostgres();
    await seat(service);
    expect(await service.inviteAdministrator()).toMatchObject({ signInName: 'admin' });
  });
});

describe('the secret that signs sessions', () => {
  async function folder(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'data-'));
    onTestFinished(() => rm(made, { recursive: true }));
    return made;
  }

  it('is refused when it is short', async () => {
    const dataDir = await folder();
    await expect(signingSecret(dataDir, { AUTH_SECRET: 'short' })).rejects.toThrow(/AUTH_SECRET has fewer/);
    await writeFile(join(dataDir, 'session-secret'), 'short');
    await expect(signingSecret(dataDir)).rejects.toThrow(/session-secret has fewer than 32/);
  });

  it('is not made anew where it cannot be read', async () => {
    const dataDir = await folder();
    await mkdir(join(dataDir, 'session-secret'));
    await expect(signingSecret(dataDir)).rejects.toThrow(/EISDIR/);
  });

  it('is made at the first start, for its owner alone, and stays', async () => {
    const dataDir = await folder();
    const secret = await signingSecret(dataDir);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect((await stat(join(dataDir, 'session-secret'))).mode & 0o777).toBe(0o600);
    expect(await signingSecret(dataDir)).toBe(secret);
    expect(await signingSecret(dataDir, { AUTH_SECRET: `${'y'.repeat(40)}\n` })).toBe('y'.repeat(40));
  });

  it('ends every session when it is another', async () => {
    const service = await accountsOnPostgres();
    await seat(service);
    const cookies = await enter(service.accounts);
    const { identity } = createAccounts({
      pool: service.pool,
      clock: service.clock.read,
      secret: 'y'.repeat(40),
    });
    expect(await service.identity(withCookies(cookies))).not.toBeNull();
    expect(await identity(withCookies(cookies))).toBeNull();
  });
});
