import { describe, expect, it } from 'vitest';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { createApp } from '#server/app.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import { actBy, seatsFor, targetAndOthers } from '#tests/support/target.ts';

const [township = ''] = seatsFor.account.places.own;
const password = 'a long and quiet evening';

/** The service with its own identity, an administrator who has signed in, and a token made by them. */
async function opened(role: 'office' | 'auditor', days = 30) {
  let now = Date.parse('2018-07-16T04:00:00.000Z');
  const clock = () => new Date(now);
  const audit = new MemoryAudit();
  const stores = createMemoryStores({ ...targetAndOthers(), audit });
  const { accounts, identity } = createMemoryAccounts({ actors: [], clock, audit });
  const app = createApp({ stores, accounts, identity, clock });
  const send = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const response = await app(
      new Request(`http://service.test/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const told = (await response.json()) as unknown;
    return { status: response.status, body: told, cookie: response.headers.get('set-cookie') ?? '' };
  };
  const draft = { signInName: 'boss', name: 'Boss', role: 'administrator' as const, places: [township] };
  const subject = { kind: 'account', id: 'boss' } as const;
  const invited = await accounts.invite('boss', draft, actBy('invite', subject));
  await send('POST', '/invitations/accept', {}, { secret: invited?.secret, password });
  const { cookie } = await send('POST', '/session', {}, { signInName: 'boss', password });
  const boss = { cookie: cookie.split(';')[0] ?? '' };
  const made = await send('POST', '/tokens', boss, { name: 'Export', role, places: [township], days });
  const { token, secret } = made.body as { token: { id: string }; secret: string };
  return {
    token,
    secret,
    stores,
    /** Lets days go by. */
    wait: (count: number) => {
      now += count * 86_400_000;
    },
    asBoss: (method: string, path: string, body?: unknown) => send(method, path, boss, body),
    as: (method: string, path: string, body?: unknown, bearer = secret) =>
      send(method, path, { authorization: `Bearer ${bearer}` }, body),
  };
}

const review = { id: 'review', outcome: 'accepted', note: '' };
const unmask = '/households/target-household/members/target-member/identifiers/phone/unmask';

describe('a program with a token', () => {
  it.each(['office', 'auditor'] as const)('of the role %s writes nothing', async (role) => {
    const { stores, as } = await opened(role);
    const all = stores.as({ accountId: 'x', places: ['cn'] });
    const before = JSON.stringify(await all.villageRecords());
    expect(await as('POST', '/visits/target-jul/reviews', review)).toMatchObject({ status: 403 });
    expect(await as('POST', unmask, { reason: 'why' })).toMatchObject({ status: 403 });
    expect(await as('PUT', '/visits/new', {})).toMatchObject({ status: 403 });
    expect(await as('POST', '/tokens', { name: 'More', role, places: [township], days: 1 })).toMatchObject({
      status: 403,
    });
    expect(JSON.stringify(await all.villageRecords())).toBe(before);
  });

  it.each([
    ['office', 200, 'target head'],
    ['auditor', 200, 't***'],
  ] as const)('of the role %s reads what the role may within its places', async (role, status, head) => {
    const { as } = await opened(role);
    const answer = await as('GET', '/households/target-household');
    expect(answer).toMatchObject({ status, body: { household: { head: { en: head } } } });
    expect((await as('GET', '/villages/next')).status).toBe(404);
    expect((await as('GET', '/audit')).status).toBe(role === 'auditor' ? 200 : 403);
    expect((await as('GET', '/accounts')).status).toBe(403);
  });

  it('is written down when it looks', async () => {
    const { as, token } = await opened('auditor');
    await as('GET', '/households/target-household');
    const looks = await as('GET', '/households/target-household/looks');
    expect(looks.body).toMatchObject([{ actor: { id: token.id, name: 'Export' }, action: 'viewHousehold' }]);
  });

  it('is nobody once the token is revoked', async () => {
    const { as, asBoss, token } = await opened('office');
    expect((await as('GET', '/contact-points')).status).toBe(200);
    expect((await asBoss('DELETE', `/tokens/${token.id}`)).status).toBe(200);
    expect(await as('GET', '/contact-points')).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
  });

  it('is nobody once its days are over, and with another secret', async () => {
    const { as, wait, secret } = await opened('office', 2);
    expect((await as('GET', '/contact-points', undefined, `${secret}x`)).status).toBe(401);
    wait(1);
    expect((await as('GET', '/contact-points')).status).toBe(200);
    wait(1);
    expect((await as('GET', '/contact-points')).status).toBe(401);
  });

  it('keeps its secret: it is in the one answer and nowhere else', async () => {
    const { asBoss, secret, stores } = await opened('office');
    expect(secret).toMatch(/^cpd_[\w-]{43}$/);
    for (const path of ['/tokens', '/accounts']) {
      expect(JSON.stringify((await asBoss('GET', path)).body)).not.toContain(secret);
    }
    const { entries } = await stores.as({ accountId: 'x', places: ['cn'] }).audit({ limit: 100 });
    expect(entries.map((e) => e.action)).toContain('createToken');
    expect(JSON.stringify(entries)).not.toContain(secret);
  });
});
