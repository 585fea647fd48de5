import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStores } from '#server/store/memory.ts';
import type { Stores } from '#server/store/port.ts';
import { EVERYWHERE } from '#src/domain/place.ts';
import { villageInPlace, type PlaceAsk, type VillageInPlace } from '#src/domain/place-measures.ts';
import { measureVillages } from '#tests/support/measure-villages.ts';
import { asOwner, postgresStores } from '#tests/support/postgres-store.ts';
import { seeded } from '#tests/support/seed.ts';

const { seed, numRuns: DATA_SETS = 0 } = seeded(1000);
const asks: PlaceAsk[] = [
  { today: '2013-12-31' },
  { today: '2017-12-31', series: 'sixPercent', income: 'own-income' },
  { today: '2018-07-16' },
  { today: '2019-12-31' },
];

let [memory, postgres]: Stores[] = [];
let pool: Pool | undefined;
beforeAll(async () => {
  const records = measureVillages(DATA_SETS, seed ?? 0);
  const open = await postgresStores({ records });
  pool = open.pool;
  // A database that was just filled knows nothing of its tables' sizes yet.
  await asOwner(open.connection, (owner) => owner.query('analyze'));
  [memory, postgres] = [createMemoryStores({ records }), open.stores];
});
afterAll(() => pool?.end());

/** What the two stores say of every village that somebody at these places sees. */
async function both(places: string[], ask: PlaceAsk) {
  const viewer = { accountId: 'tester', places };
  const told = await Promise.all(
    [memory, postgres].map((stores) => stores?.as(viewer).measuresByVillage(ask)),
  );
  return { mine: told[0] ?? [], theirs: told[1] ?? [] };
}

/** Where they differ: every figure is the same to the last bit, or it is listed. */
function differences(mine: readonly VillageInPlace[], theirs: readonly VillageInPlace[]): string[] {
  const lines = mine.flatMap((village, n) => {
    const other: Record<string, unknown> = { ...theirs[n] };
    return Object.entries(village).flatMap(([name, value]) => {
      const [expected, found] = [JSON.stringify(value), JSON.stringify(other[name])];
      return expected === found ? [] : [`${village.villageId} ${name}: ${expected} ≠ ${found}`];
    });
  });
  return mine.length === theirs.length ? lines : [`${mine.length} villages ≠ ${theirs.length}`, ...lines];
}

describe(`poverty by income over ${DATA_SETS} random villages (seed ${seed})`, () => {
  it.each(asks)(
    'is the same from PostgreSQL as from the functions in memory: $today $series $income',
    async (ask) => {
      const { mine, theirs } = await both([EVERYWHERE], ask);
      expect(mine).toHaveLength(DATA_SETS);
      expect(differences(mine, theirs)).toEqual([]);
      for (const village of theirs) expect(villageInPlace.safeParse(village).error).toBeUndefined();
    },
  );

  it('covers the edges', async () => {
    const told = asks.map((ask) =>
      memory?.as({ accountId: 'tester', places: [EVERYWHERE] }).measuresByVillage(ask),
    );
    const mine = (await Promise.all(told)).flatMap((villages) => villages ?? []);
    const edges: Record<string, (v: VillageInPlace) => boolean> = {
      'never visited': (v) => v.visit === null,
      'nobody in the register': (v) => v.visit !== null && v.households === 0,
      'no line of that year': (v) => v.visit !== null && v.lineId === null && v.persons > 0,
      'all incomes unknown': (v) => v.persons === 0 && v.personsUnknown > 0,
      'nobody poor': (v) => v.headcount === 0,
      'everybody poor': (v) => v.headcount === 1,
      'a negative income': (v) => (v.gap ?? 0) > (v.headcount ?? 0),
      'no Gini coefficient though incomes are known': (v) => v.persons > 0 && v.gini === null,
      'poor households of unknown size': (v) => v.poorUncounted > 0,
      'one household': (v) => v.households === 1,
    };
    for (const [edge, is] of Object.entries(edges)) expect([edge, mine.some(is)]).toEqual([edge, true]);
  });

  it.each([
    [['cn/99/9901/990101'], undefined],
    [['cn/99/9901/990101/lower'], undefined],
    [['cn/99/9901/990101/lower', 'cn/99/9902/990202/upper'], undefined],
    [[EVERYWHERE], 'cn/99/9902'],
    [['cn/99/9901/990101'], 'cn/99/9901/990101/upper'],
    [['cn/99/9901/990101/lower/d1'], undefined],
    [['cn/99/9901/990101/low'], undefined],
    [['cn/99/9901/990101/lower'], 'cn/99/9902'],
    [[], undefined],
  ])('of places %j within %s holds the villages that are seen, and no other', async (places, place) => {
    const { mine, theirs } = await both(places, { today: '2018-07-16', place });
    expect(differences(mine, theirs)).toEqual([]);
    for (const { place: at } of theirs) {
      expect(places.some((own) => `${at}/`.startsWith(`${own}/`))).toBe(true);
      expect(`${at}/`.startsWith(place ? `${place}/` : '')).toBe(true);
    }
  });
});
