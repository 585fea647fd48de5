import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPool } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import { asOwner, postgresStores, type OpenStores } from '#tests/support/postgres-store.ts';
import { jpeg, pieceOf } from '#tests/support/jpeg.ts';
import { act, answerOf, entry, everywhere, stepOf, twoVillages } from '#tests/support/store-suite.ts';

/** Two villages in one township, and one in another county. */
function threeVillages() {
  const [v, w] = twoVillages();
  const [beside] = JSON.parse(
    JSON.stringify([v])
      .replaceAll('"v"', '"x"')
      .replaceAll('"jan"', '"x-jan"')
      .replaceAll('"a', '"x-a')
      .replaceAll('"x-accepted', '"accepted'),
  ) as ReturnType<typeof twoVillages>;
  return [v, w, beside].filter((record) => record !== undefined);
}

const HOME = 'cn/99/9999/999999/township/v';
const phoneOf = (householdId: string) =>
  ({ householdId, memberId: `${householdId}-m1`, kind: 'phone', value: '0001234501' }) as const;

/** Tables with a row for each village at least. */
const HELD = [
  'village',
  'household',
  'visit',
  'reading',
  'step',
  'question_answer',
  'photo',
  'photo_piece',
  'audit_entry',
];

let open: OpenStores;
let client: PoolClient;
const pools: Pool[] = [];

beforeEach(async () => {
  open = await postgresStores({ records: threeVillages(), identifiers: [phoneOf('a'), phoneOf('x-a')] });
  pools.push(open.pool);
  const store = open.stores.as(everywhere);
  await store.recordVisit(entry(), act());
  for (const householdId of ['a', 'x-a']) {
    const place = `cn/99/9999/999999/township/${householdId === 'a' ? 'v' : 'x'}`;
    await store.recordStep(stepOf(`step-${householdId}`, { householdId }), act({ place }));
    const answer = answerOf(`answer-${householdId}`, { key: `causeTwice/${householdId}` });
    await store.recordQuestionAnswer(householdId === 'a' ? 'v' : 'x', answer, act({ place }));
  }
  for (const visitId of ['jan', 'x-jan']) {
    const [whole, half] = [jpeg(), jpeg({ seed: 2 })];
    const { id, size, sha256, at, bytes } = await pieceOf(`photo-${visitId}`, whole);
    await store.keepPiece({ visitId, id, size, sha256, at, bytes });
    const given = { width: 16, height: 8, recordedOn: '2018-07-16', recordedBy: 'tester' };
    const place = `cn/99/9999/999999/township/${visitId === 'jan' ? 'v' : 'x'}`;
    await store.recordPhoto({ id, visitId, size, sha256, ...given }, act({ action: 'recordPhoto', place }));
    await store.keepPiece({ visitId, ...(await pieceOf(`half-${visitId}`, half, 0, 60)) });
  }
  const look = act({ action: 'viewHousehold', householdId: 'x-a', place: 'cn/99/9999/999999/township/x' });
  await store.recordLook(look);
  client = await open.pool.connect();
});
afterEach(async () => {
  client.release(true);
  for (const pool of pools.splice(0)) await pool.end();
});

/** One transaction as the service's own role, without the service. Undone at the end. */
async function within<T>(places: string[] | null, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    if (places) await client.query('select app.enter($1)', [places]);
    return await work();
  } finally {
    await client.query('rollback');
  }
}
const take = (county: string, village: string) => client.query('select app.take($1, $2)', [county, village]);
const ids = async (statement: string): Promise<unknown[]> =>
  (await client.query<{ id: unknown }>(statement)).rows.map((row) => row.id);
const refusedWith = async (statement: string): Promise<string | undefined> => {
  await client.query('savepoint before');
  try {
    await client.query(statement);
    return undefined;
  } catch (error) {
    await client.query('rollback to before');
    if (error instanceof DatabaseError) return error.code;
    throw error;
  }
};

const DENIED = '42501';

describe('the role of the service, in the database itself', () => {
  it('owns nothing, is no superuser and cannot step around the policies', async () => {
    const { rows } = await client.query(
      `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        name: 'contact_points_app',
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owned: 0,
      },
    ]);
  });

  it('sees nothing before anybody said for whom', async () => {
    for (const table of [...HELD, 'identifier']) {
      expect((await client.query(`select * from app.${table}`)).rows).toEqual([]);
    }
  });

  it('sees nothing of another village, of another county, or with places that cover nothing', async () => {
    const elsewhere = ['cn/99/9999/999998', `${HOME}2`, 'cn/99/9999/999999/township/w', 'cn/99/9999/9999'];
    for (const places of [[], [''], ...elsewhere.map((place) => [place])]) {
      await within(places, async () => {
        await take('999999', 'v');
        expect(await ids(`select village_id as id from app.household where id <> 'b'`)).toEqual([]);
        expect(await ids(`select village_id as id from app.reading`)).toEqual([]);
        expect(await ids(`select chain as id from app.audit_entry`)).toEqual([]);
      });
    }
  });

  it('sees its own village, and nothing of its neighbour', async () => {
    await within([HOME], async () => {
      expect(await ids('select id from app.village')).toEqual(['v']);
      for (const table of [
        'household',
        'visit',
        'reading',
        'step',
        'question_answer',
        'photo',
        'photo_piece',
      ]) {
        expect(new Set(await ids(`select village_id as id from app.${table}`))).toEqual(new Set(['v']));
      }
      expect(new Set(await ids('select chain as id from app.audit_entry'))).toEqual(new Set(['v']));
    });
  });

  it('sees nothing more with a village in hand that lies outside the places', async () => {
    await within([HOME], async () => {
      for (const [county, village] of [
        ['999999', 'x'],
        ['999998', 'w'],
        ['999998', 'v'],
      ] as const) {
        await take(county, village);
        for (const table of ['household', 'visit', 'reading', 'step', 'question_answer', 'photo']) {
          expect(await ids(`select id from app.${table} where village_id <> 'v'`)).toEqual([]);
        }
        expect(await ids(`select chain as id from app.audit_entry where chain <> 'v'`)).toEqual([]);
        expect(
          await refusedWith(
            `insert into app.audit_entry (county_code, chain, number, prev_hash, hash, payload, at, action)
             values ('${county}', '${village}', 9, '', '', '{}', '', '')`,
          ),
        ).toBe(DENIED);
      }
    });
  });

  it('keeps nothing of the request before on the same connection', async () => {
    const one = openPool({ ...open.connection, max: 1 });
    pools.push(one);
    const stores = createPostgresStores({ pool: one, cache: false });
    const seen = await stores.as(everywhere).villageRecords();
    expect(seen).toHaveLength(3);
    const settings = `select current_setting('app.places', true) as id
      union all select current_setting('app.village', true)`;
    expect((await one.query<{ id: string }>(settings)).rows.map((row) => row.id || null)).toEqual([
      null,
      null,
    ]);
    expect((await one.query('select * from app.village')).rows).toEqual([]);
    expect(await stores.as({ accountId: 'nobody', places: [] }).villageRecords()).toEqual([]);
  });

  it('lists no identifiers, not even of the village in hand', async () => {
    await within([HOME], async () => {
      await take('999999', 'v');
      expect((await client.query('select * from app.identifier')).rows).toEqual([]);
      await client.query(`select set_config('app.identifier', 'a/a-m1/phone', true)`);
      expect(await ids('select value as id from app.identifier')).toEqual(['0001234501']);
      await client.query(`select set_config('app.identifier', 'x-a/x-a-m1/phone', true)`);
      expect(await ids('select value as id from app.identifier')).toEqual([]);
    });
  });

  it('changes and removes nothing that is only ever added to', async () => {
    await within([HOME], async () => {
      await take('999999', 'v');
      for (const table of [
        'visit',
        'reading',
        'commitment',
        'verdict',
        'review',
        'step',
        'photo',
        'question_answer',
        'audit_entry',
      ]) {
        for (const statement of [
          `update app.${table} set county_code = county_code`,
          `delete from app.${table}`,
          `truncate app.${table}`,
        ]) {
          expect([statement, await refusedWith(statement)]).toEqual([statement, DENIED]);
        }
      }
      for (const statement of [
        `update app.photo_piece set bytes = bytes`,
        `delete from app.identifier`,
        `delete from app.audit_head`,
        `delete from app.household`,
        `update app.household set head = '{}'`,
        `update app.village set village = '{}'`,
        `insert into app.household select * from app.household`,
        `insert into app.village (county_code, id, township_id, village, contact_point, last_sequence)
         values ('999999', 'y', 'township', '{}', '{}', 0)`,
        `update app.service set epoch = gen_random_uuid()`,
        `create table app.other (id text)`,
        `alter table app.reading disable row level security`,
        `drop policy within_places on app.reading`,
        `set session_replication_role = replica`,
        `select app.load_village(null, null, null, 0, null, null, null, null, null, null, null, null, null, null, null)`,
      ]) {
        expect([statement, await refusedWith(statement)]).toEqual([statement, DENIED]);
      }
    });
  });

  it('may remove what is aside of a photo, sessions, links and counts of tries, and nothing else in any table', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select distinct n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('app', 'auth', 'accounts')
         and (has_table_privilege(c.oid, 'delete') or has_table_privilege(c.oid, 'truncate'))
       order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'accounts.invitation',
      'accounts.sign_in_tries',
      'app.photo_piece',
      'auth.rate_limit',
      'auth.session',
    ]);
  });

  it('adds nothing to a village outside the places', async () => {
    await within([HOME], async () => {
      await take('999999', 'x');
      const adding = `insert into app.verdict (county_code, village_id, position, sequence, commitment_id,
        visit_id, verdict, note, given_on, recorded_on, recorded_by, source)
        values ('999999', 'x', 9, 9, 'c', 'x-jan', 'kept', '""', '2018-01-22', '2018-01-22', '""', '{}')`;
      expect(await refusedWith(adding)).toBe(DENIED);
      const stepping = `insert into app.step (county_code, id, village_id, position, sequence, household_id,
        step, outcome, held_on, people, recorded_on, recorded_by)
        values ('999999', 's', 'x', 9, 9, 'x-a', 'appraisal', 'passed', '2018-01-22', '[]', '2018-01-22', '""')`;
      expect(await refusedWith(stepping)).toBe(DENIED);
      const answering = `insert into app.question_answer (county_code, id, village_id, position, sequence, key,
        reading_ids, outcome, reason, recorded_on, recorded_by)
        values ('999999', 'q', 'x', 9, 9, 'causeTwice/x-a', '[]', 'answered', '""', '2018-01-22', '""')`;
      expect(await refusedWith(answering)).toBe(DENIED);
      for (const statement of [
        `update app.village set version = version + 1 where id = 'x'`,
        `update app.household set changed_in = 9 where village_id = 'x'`,
        `update app.audit_head set number = 9 where chain = 'x'`,
      ]) {
        expect((await client.query(statement)).rowCount).toBe(0);
      }
    });
  });
});

describe('whoever owns the tables', () => {
  it('cannot change a reading or an act in passing either', async () => {
    for (const statement of [
      `update app.reading set code = 'met'`,
      'delete from app.audit_entry',
      'truncate app.audit_entry',
    ]) {
      await expect(asOwner(open.connection, (owner) => owner.query(statement))).rejects.toMatchObject({
        code: DENIED,
      });
    }
  });
});
