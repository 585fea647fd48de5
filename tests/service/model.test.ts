import { sample } from 'fast-check';
import type { Pool } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { createApp } from '#server/app.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import type { Store, Stores } from '#server/store/port.ts';
import type { PostgresStoresOptions } from '#server/store/postgres/store.ts';
import type { Actor } from '#src/domain/account.ts';
import {
  auditorOfAll,
  cadreOfAll,
  modelActors,
  officeOfAll,
  modelIdentifiers,
  modelVillages,
  VILLAGES,
} from '#tests/support/model-villages.ts';
import { operation, type Asked, type Operation, type Verb } from '#tests/support/model-operations.ts';
import { postgresStores } from '#tests/support/postgres-store.ts';
import { seeded } from '#tests/support/seed.ts';
import { everywhere } from '#tests/support/store-suite.ts';

const OPERATIONS = 1200;
const START = Date.parse('2018-07-16T00:00:00.000Z');
const MINUTE = 60_000;

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/** The service over some stores, asked by whom one says, at the time one says. */
function world(stores: Stores) {
  let now = START;
  let asking: Actor | null = null;
  const clock = () => new Date(now);
  const { accounts } = createMemoryAccounts({ actors: [], clock });
  const app = createApp({ stores, accounts, clock, identity: async () => asking });

  const ask = async ({ method, path, body }: Asked): Promise<unknown> => {
    const init =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await app(new Request(`http://service.test/api${path}`, { method, ...init }));
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text) };
  };
  const call = async ({ verb, args }: Verb, actor: Actor | null): Promise<unknown> => {
    const store = stores.as({ accountId: actor?.id ?? 'nobody', places: actor?.places ?? [] });
    const run = store[verb as keyof Store] as (...given: unknown[]) => Promise<unknown>;
    return plain(sorted(await run(...args)));
  };
  return {
    stores,
    answer(what: Asked | Verb, actor: Actor | null, at: number): Promise<unknown> {
      now = at;
      asking = actor;
      return 'verb' in what ? call(what, actor) : ask(what);
    },
  };
}

/** In which order a store hands out villages is its own affair. */
function sorted(answer: unknown): unknown {
  const isRecords =
    Array.isArray(answer) && answer.every((one) => typeof one === 'object' && 'village' in one);
  return isRecords
    ? (answer as { village: { id: string } }[]).toSorted((a, b) => (a.village.id < b.village.id ? -1 : 1))
    : answer;
}

async function bothWorlds(options: Omit<PostgresStoresOptions, 'pool'>) {
  const loaded = { records: modelVillages(), identifiers: modelIdentifiers() };
  const { stores, pool } = await postgresStores(loaded, options);
  pools.push(pool);
  const memory = createMemoryStores({ ...loaded, epoch: await stores.epoch() });
  return { memory: world(memory), postgres: world(stores) };
}

/** Somebody who may do it, wherever it is. */
const fitting = (what: Asked | null): Actor =>
  what?.path.startsWith('/audit') ? auditorOfAll : what?.path.endsWith('/reviews') ? officeOfAll : cadreOfAll;

/** How often each kind of answer was given, so that a run that says nothing is noticed. */
type Tally = Map<string, number>;

async function drive(
  operations: readonly Operation[],
  options: Omit<PostgresStoresOptions, 'pool'>,
): Promise<Tally> {
  const { memory, postgres } = await bothWorlds(options);
  const tally: Tally = new Map();
  const sent: Asked[] = [];
  let at = START;
  let page = '';
  for (const [step, { minutes, actor: which, what: given }] of operations.entries()) {
    at += minutes * MINUTE;
    let what: Asked | Verb = { method: 'GET', path: '/about' };
    if (!('again' in given)) what = given;
    else if (sent.length > 0) what = sent[given.again % sent.length] ?? what;
    if ('path' in what) {
      what = { ...what, path: what.path.replace('PAGE', encodeURIComponent(page)) };
      if (what.method !== 'GET') sent.push(what);
    }
    const actor =
      which < modelActors.length ? (modelActors[which] ?? null) : fitting('path' in what ? what : null);
    const expected = await memory.answer(what, actor, at);
    const answered = await postgres.answer(what, actor, at);
    expect({ step, actor, what, answered }).toEqual({ step, actor, what, answered: expected });
    const { status, body } = (expected ?? {}) as { status?: number; body?: { next?: string } };
    if (typeof body?.next === 'string') page = body.next;
    const name = 'verb' in what ? what.verb : `${what.method} ${status}`;
    tally.set(name, (tally.get(name) ?? 0) + 1);
  }

  const [mine, theirs] = [memory.stores.as(everywhere), postgres.stores.as(everywhere)];
  for (const id of VILLAGES)
    expect(await theirs.villageRecord(id)).toEqual(plain(await mine.villageRecord(id)));
  const trail = await mine.audit({ limit: 10_000 });
  expect(await theirs.audit({ limit: 10_000 })).toEqual(plain(trail));
  tally.set('acts', trail.entries.length);
  return tally;
}

describe('PostgreSQL and its model in memory', () => {
  const run = seeded<unknown>(OPERATIONS);

  it.each([
    ['with a cache', {}],
    ['with a cache that hardly keeps a record', { cache: 20_000 }],
    ['without a cache', { cache: false as const }],
  ])(`give the same answers to random operations, %s (seed ${run.seed})`, async (_name, options) => {
    const tally = await drive(sample(operation, { seed: run.seed, numRuns: run.numRuns }), options);
    for (const seen of ['GET 200', 'GET 404', 'PUT 200', 'PUT 409', 'POST 201', 'POST 409', 'acts']) {
      expect([seen, (tally.get(seen) ?? 0) > 5]).toEqual([seen, true]);
    }
  });
});
