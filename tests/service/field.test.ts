import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { createApp } from '#server/app.ts';
import { makeBackup } from '#server/backup/make-backup.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import type { HostParts } from '#server/host/host.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import type { Actor } from '#src/domain/account.ts';
import { placeOf } from '#src/domain/place.ts';
import { idOf, visitItem } from '#tests/support/field/field.ts';
import { refusal, strangers } from '#tests/support/field/network.ts';
import { realPhone } from '#tests/support/field/real-phone.ts';
import { accountOf, EVERYONE } from '#tests/support/field/service.ts';
import { hosted } from '#tests/support/hosted.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { postgresStores, type OpenStores } from '#tests/support/postgres-store.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const record = new RecordBuilder('v0').visit('v0-jan', '2018-01-22').household('v0-a').record;
const cadre: Actor = {
  id: accountOf(0),
  name: 'Cadre',
  role: 'villageCadre',
  places: [placeOf(record.village)],
  via: 'session',
};
const clock = () => new Date('2018-07-16T08:00:00.000Z');

let open: OpenStores;
let host: Awaited<ReturnType<typeof hosted>> | null;
let url: string;
let phones: ReturnType<typeof realPhone>[];

/** The API on PostgreSQL as the host serves it, asked by the cadre. */
const mountOver =
  ({ stores }: OpenStores): HostParts['mount'] =>
  ({ identity, trouble }) => {
    const { accounts } = createMemoryAccounts({ actors: [], clock, audit: new MemoryAudit() });
    return createApp({ stores, accounts, clock, identity: identity(async () => cadre), trouble });
  };
const up = async (): Promise<void> => {
  const port = url ? Number(new URL(url).port) : 0;
  host = await hosted({ mount: mountOver(open), port });
  url = host.url;
};
const down = async (): Promise<void> => {
  await host?.close();
  host = null;
};

beforeEach(async () => {
  phones = [];
  url = '';
  open = await postgresStores({ records: [record] });
  await up();
});
afterEach(async () => {
  for (const phone of phones) phone.stop();
  await down();
  await open.pool.end();
});

const phone = (fetch?: Parameters<typeof realPhone>[1]) => {
  const made = realPhone(url, fetch);
  phones.push(made);
  return made;
};
/** The ids of the visits that were logged, in the service's order. */
const recorded = async () => {
  const [village] = await open.stores.as(EVERYONE).villageRecords();
  return (village?.visits ?? []).flatMap(({ id }) => (id === 'v0-jan' ? [] : [id]));
};
const idsTo = (n: number): string[] => Array.from({ length: n }, (_, at) => idOf(at));
const received = (of: ReturnType<typeof realPhone>) =>
  expect.poll(of.unsent, { timeout: 60_000 }).toEqual([]);

describe('what a phone sends to the service on PostgreSQL', () => {
  it('is there once although every first answer was lost after the commit', async () => {
    const tried = new Set<string>();
    const one = phone(async (asked, init) => {
      const answer = await fetch(asked, init);
      if (init.method !== 'PUT' || tried.has(asked)) return answer;
      tried.add(asked);
      throw new TypeError('the answer is lost');
    });
    for (let n = 0; n < 20; n += 1) await one.save(visitItem(n));
    await received(one);
    expect(tried.size).toBe(20);
    expect((await recorded()).toSorted()).toEqual(idsTo(20));
  });

  it('waits while the service is stopped, and is there once when it is back', async () => {
    const one = phone();
    await one.save(visitItem(0));
    await received(one);
    await down();
    for (let n = 1; n < 4; n += 1) await one.save(visitItem(n));
    await expect.poll(() => one.items.get(idOf(1))?.lastProblem?.code ?? 'NO_ANSWER').toBe('NO_ANSWER');
    expect(one.unsent()).toHaveLength(3);
    await up();
    await received(one);
    expect((await recorded()).toSorted()).toEqual(idsTo(4));
  });

  it('comes back once when the service is restored from an older backup', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'restored-'));
    const one = phone();
    const other = phone();
    await one.save(visitItem(0));
    await received(one);
    await makeBackup(open.connection, join(folder, 'older.backup'));
    await one.save(visitItem(1));
    await other.save(visitItem(2));
    await Promise.all([received(one), received(other)]);
    expect(await recorded()).toHaveLength(3);

    await down();
    await open.pool.end();
    const connection = await freshDatabase();
    await restoreBackup(connection, join(folder, 'older.backup'), { replace: false });
    await rm(folder, { recursive: true });
    const pool = openPool({ ...connection, max: 5 });
    open = { connection, pool, stores: createPostgresStores({ pool }) };
    expect(await recorded()).toEqual(idsTo(1));
    await up();
    await Promise.all([one.wake(), other.wake()]);
    await Promise.all([received(one), received(other)]);
    expect((await recorded()).toSorted()).toEqual(idsTo(3));
    const epoch = await open.stores.epoch();
    expect([...one.receipts(), ...other.receipts()].map((r) => r?.epoch)).toEqual([epoch, epoch, epoch]);
  });
});

/** What may answer one item in the service's place: how it stands then, and what is said of it. */
const bad: [(url: string, init: RequestInit) => Response | Promise<Response>, string, string][] = [
  [() => refusal(400, 'BAD_REQUEST'), 'needsAttention', 'BAD_REQUEST'],
  [() => refusal(401, 'UNAUTHORIZED'), 'saved', 'UNAUTHORIZED'],
  [() => refusal(403, 'FORBIDDEN'), 'needsAttention', 'FORBIDDEN'],
  [() => refusal(404, 'VILLAGE_NOT_FOUND'), 'needsAttention', 'VILLAGE_NOT_FOUND'],
  [() => refusal(409, 'VISIT_ID_TAKEN'), 'needsAttention', 'VISIT_ID_TAKEN'],
  [() => refusal(413, 'PAYLOAD_TOO_LARGE'), 'needsAttention', 'PAYLOAD_TOO_LARGE'],
  [() => refusal(422, 'DUE_BEFORE_VISIT'), 'needsAttention', 'DUE_BEFORE_VISIT'],
  [strangers.busy, 'saved', 'TOO_MANY_REQUESTS'],
  [() => refusal(500, 'INTERNAL_SERVER_ERROR'), 'saved', 'INTERNAL_SERVER_ERROR'],
  [strangers.unavailable, 'saved', 'TROUBLE'],
  [strangers.page, 'saved', 'NOT_OURS'],
  [strangers.redirect, 'saved', 'NOT_OURS'],
  [strangers.networkSignIn, 'saved', 'NOT_OURS'],
  [
    () => new Response('{"visitId":"vis', { headers: { 'content-type': 'application/json' } }),
    'saved',
    'NOT_OURS',
  ],
  // Nothing comes until the phone gives up.
  [
    (_url, { signal }) =>
      new Promise<Response>((_done, failed) => {
        signal?.addEventListener('abort', () => failed(new DOMException('aborted', 'AbortError')));
      }),
    'saved',
    'TOO_SLOW',
  ],
];

it('each in its own way is refused or answered by somebody else: it is kept and explained, and the nineteen beside each arrive', async () => {
  let ill = true;
  const all = bad.length + 19;
  const one = phone((asked, init) => {
    const [answer] = bad.find((_bad, n) => asked.endsWith(`/visits/${idOf(n)}`)) ?? [];
    return ill && answer ? Promise.resolve(answer(asked, init)) : fetch(asked, init);
  });
  for (let n = 0; n < all; n += 1) await one.save(visitItem(n));
  await expect.poll(() => one.unsent().length, { timeout: 60_000 }).toBe(bad.length);
  expect((await recorded()).toSorted()).toEqual(idsTo(all).slice(bad.length));
  for (const [n, [, state, code]] of bad.entries()) {
    await expect.poll(() => one.items.get(idOf(n))?.lastProblem?.code, { timeout: 60_000 }).toBe(code);
    await expect.poll(() => one.items.get(idOf(n))?.state, { timeout: 60_000 }).toBe(state);
  }
  ill = false;
  for (const id of one.unsent()) await one.tryAgain(id);
  await received(one);
  expect((await recorded()).toSorted()).toEqual(idsTo(all));
});
