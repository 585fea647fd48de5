import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import { createApp } from '#server/app.ts';
import type { Role } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import { cheapPasswords, SECRET } from '#tests/support/accounts-database.ts';
import { PASSWORD, seat, TestClock } from '#tests/support/accounts-suite.ts';
import { idOf, visitItem } from '#tests/support/field/field.ts';
import { realPhone } from '#tests/support/field/real-phone.ts';
import { EVERYONE } from '#tests/support/field/service.ts';
import { hosted, sendJson } from '#tests/support/hosted.ts';
import { jpeg, pieceOf } from '#tests/support/jpeg.ts';
import { postgresStores, type OpenStores } from '#tests/support/postgres-store.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const records = [0, 1].map(
  (n) =>
    new RecordBuilder(`v${n}`)
      .visit(`v${n}-jan`, '2018-01-22')
      .household(`v${n}-a`)
      .read(`v${n}-a`, 'persons', 2, '2018-01-22', { id: `v${n}-persons` }).record,
);
const [first = '', second = ''] = records.map(({ village }) => placeOf(village));

let open: OpenStores;
let host: Awaited<ReturnType<typeof hosted>>;
let phone: ReturnType<typeof realPhone>;
/** Who is signed in on the phone, and whether it has a signal. */
let cookie: string;
let signal: boolean;

const own = () => ({ 'sec-fetch-site': 'same-origin', cookie });
async function signIn(signInName: string): Promise<void> {
  const given = { signInName, password: PASSWORD };
  const { headers } = await sendJson(`${host.url}/api/session`, 'POST', given);
  cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}
/** As an administrator does it, from an office. */
async function seatAgain(accountId: string, places: string[], role: Role = 'villageCadre'): Promise<void> {
  const before = cookie;
  await signIn('office-admin');
  const to = { name: accountId, role, places };
  const { status } = await sendJson(`${host.url}/api/accounts/${accountId}`, 'PUT', to, own());
  cookie = before;
  expect(status).toBe(200);
}

beforeEach(async () => {
  open = await postgresStores({ records });
  const clock = new TestClock().read;
  const { pool, stores } = open;
  const parts = { pool, clock, secret: SECRET, passwords: cheapPasswords() };
  const { accounts, identity } = createAccounts(parts);
  const mount = { stores, accounts, clock };
  host = await hosted({ mount: (p) => createApp({ ...mount, identity: p.identity(identity) }) });
  await seat({ accounts }, 'admin', { signInName: 'office-admin', role: 'administrator', places: ['cn'] });
  await seat({ accounts }, 'wang', { signInName: 'wang', places: [first, second] });
  await seat({ accounts }, 'li', { signInName: 'lili', places: [second] });
  await signIn('wang');
  signal = false;
  phone = realPhone(host.url, async (asked, init) => {
    if (!signal) throw new TypeError('no signal');
    return fetch(asked, { ...init, headers: { ...(init.headers as object), ...own() } });
  });
});
afterEach(async () => {
  phone.stop();
  await host.close();
  await open.pool.end();
});

const item = (id: string) => phone.items.get(id);
const standing = (id: string) => [item(id)?.state, item(id)?.lastProblem?.code ?? null];
const stands = (id: string, state: string, code: string | null = null) =>
  expect.poll(() => standing(id), { timeout: 60_000 }).toEqual([state, code]);
async function online(): Promise<void> {
  signal = true;
  for (const id of phone.unsent()) await phone.tryAgain(id);
}
/** What was logged in the first village: each visit and correction with who recorded it, and its photos. */
async function recorded(): Promise<string[]> {
  const store = open.stores.as(EVERYONE);
  const { entries } = await store.audit({ limit: 1000 });
  const writes = new Set<string>(['recordVisit', 'correctReading', 'recordPhoto']);
  const mine = entries.filter(({ action, place }) => writes.has(action) && place === first);
  return mine.map(({ action, actor, subject }) => `${actor?.id} ${action} ${subject.id}`).toSorted();
}

/** A visit with a photo and a correction in the village that is taken away, a visit in the one that stays. */
async function savedWithNoSignal(): Promise<void> {
  await phone.save(visitItem(0, { account: 'wang' }));
  const picture = jpeg();
  await phone.keepPicture({ id: 'photo', accountId: 'wang', keptAt: 0 }, picture);
  const { size, sha256 } = await pieceOf('photo', picture);
  const payload = { visitId: idOf(0), size, sha256 };
  await phone.save({ id: 'photo', kind: 'photo', accountId: 'wang', payload });
  const correction = { value: 3, evidence: 'toldByHousehold', reason: 'a child was born' } as const;
  await phone.save({
    id: 'correction',
    kind: 'correction',
    accountId: 'wang',
    payload: { readingId: 'v0-persons', correction },
  });
  await phone.save(visitItem(1, { village: 1, account: 'wang' }));
}

describe('a village that an administrator gives to somebody else while its cadre has no signal', () => {
  it('takes nothing of what the cadre had saved: it stays on the phone, and what is of another village arrives', async () => {
    await savedWithNoSignal();
    await seatAgain('wang', [second]);
    await seatAgain('li', [first]);
    await online();
    await stands(idOf(1), 'received');
    await stands(idOf(0), 'needsAttention', 'VILLAGE_NOT_FOUND');
    await stands('correction', 'needsAttention', 'READING_NOT_FOUND');
    expect(item('photo')?.state).toBe('saved');
    expect(item(idOf(0))?.payload).toEqual(visitItem(0).payload);
    expect(await recorded()).toEqual([]);

    // The one who has the village now takes the phone, and logs a visit of their own there.
    await signIn('lili');
    await phone.save(visitItem(2, { account: 'li' }));
    await online();
    await stands(idOf(2), 'received');
    expect(phone.unsent().toSorted()).toEqual(['correction', 'photo', idOf(0)]);
    expect(await recorded()).toEqual([`li recordVisit ${idOf(2)}`]);

    // Given back, it is sent again, once, in the name of who wrote it.
    await seatAgain('wang', [first, second]);
    await signIn('wang');
    await online();
    await expect.poll(phone.unsent, { timeout: 60_000 }).toEqual([]);
    for (const id of [idOf(0), 'correction']) await phone.tryAgain(id);
    await phone.wake();
    expect(await recorded()).toEqual([
      `li recordVisit ${idOf(2)}`,
      'wang correctReading v0-persons',
      `wang recordPhoto ${idOf(0)}`,
      `wang recordVisit ${idOf(0)}`,
    ]);
  });

  it('is recorded once by somebody whose answer was lost before it was taken away, and given back', async () => {
    await savedWithNoSignal();
    const { draft } = visitItem(0).payload;
    await sendJson(`${host.url}/api/visits/${idOf(0)}`, 'PUT', draft, own());
    await seatAgain('wang', [second]);
    await online();
    await stands(idOf(0), 'needsAttention', 'VILLAGE_NOT_FOUND');
    await seatAgain('wang', [first]);
    await online();
    await expect.poll(phone.unsent, { timeout: 60_000 }).toEqual([]);
    expect((await recorded()).filter((act) => act.includes('recordVisit'))).toEqual([
      `wang recordVisit ${idOf(0)}`,
    ]);
  });

  it('says of a cadre who records no visits any more that it is not for their seat, and keeps what they saved', async () => {
    await savedWithNoSignal();
    await seatAgain('wang', [first, second], 'auditor');
    await online();
    for (const id of [idOf(0), idOf(1), 'correction']) await stands(id, 'needsAttention', 'FORBIDDEN');
    expect(phone.unsent()).toHaveLength(4);
    await seatAgain('wang', [first, second]);
    await online();
    await expect.poll(phone.unsent, { timeout: 60_000 }).toEqual([]);
  });
});
