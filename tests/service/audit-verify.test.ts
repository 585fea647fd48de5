import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit, type Head } from '#server/store/postgres/verify-audit.ts';
import { asOwner, postgresStores, type OpenStores } from '#tests/support/postgres-store.ts';
import { act, everywhere, twoVillages } from '#tests/support/store-suite.ts';

let open: OpenStores;

beforeEach(async () => {
  open = await postgresStores({ records: twoVillages() });
  const store = open.stores.as(everywhere);
  for (const n of [1, 2, 3, 4, 5]) {
    const at = `2018-07-16T0${n}:00:00.000Z`;
    await store.recordLook(act({ at, action: 'viewHousehold', householdId: 'a', reason: `${n}` }));
    await store.recordLook(act({ at, action: 'viewHousehold', householdId: 'b', place: null }));
  }
});
afterEach(() => open.pool.end());

const verify = (kept: readonly Head[] = []) =>
  asOwner(open.connection, async (client) => {
    await client.query('begin isolation level repeatable read, read only');
    return verifyAudit(client, kept);
  });

/** As somebody who has the whole database in hand and passes the triggers by. */
const tamper = (...statements: string[]) =>
  asOwner(open.connection, async (client) => {
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
  });
const HERE = `where chain = 'v' and number`;

describe('the audit trail', () => {
  it.each([
    ['an entry that is gone', [`delete from app.audit_entry ${HERE} = 3`], 3, 'missing'],
    ['a first entry that is gone', [`delete from app.audit_entry ${HERE} = 1`], 1, 'missing'],
    ['a last entry that is gone', [`delete from app.audit_entry ${HERE} = 5`], 5, 'missing'],
    ['all entries gone', [`delete from app.audit_entry where chain = 'v'`], 1, 'missing'],
    [
      'another reason',
      [`update app.audit_entry set payload = replace(payload, '"reason":"2"', '"reason":"9"') ${HERE} = 2`],
      2,
      'altered',
    ],
    ['no JSON at all', [`update app.audit_entry set payload = 'gone' ${HERE} = 4`], 4, 'altered'],
    ['another hash', [`update app.audit_entry set hash = repeat('a', 64) ${HERE} = 4`], 4, 'altered'],
    [
      'another name to be found by',
      [`update app.audit_entry set actor_id = 'another' ${HERE} = 5`],
      5,
      'altered',
    ],
    [
      'two entries that changed places',
      [
        `update app.audit_entry set number = 99 ${HERE} = 2`,
        `update app.audit_entry set number = 2 ${HERE} = 4`,
        `update app.audit_entry set number = 4 ${HERE} = 99`,
      ],
      2,
      'reordered',
    ],
    ['a head that was moved back', [`update app.audit_head set number = 4 ${HERE} = 5`], 5, 'headDiffers'],
    ['another head', [`update app.audit_head set hash = repeat('a', 64) ${HERE} = 5`], 5, 'headDiffers'],
    ['a head that is gone', [`delete from app.audit_head ${HERE} = 5`], 5, 'headDiffers'],
  ] as const)('is found broken with %s', async (_name, statements, number, wrong) => {
    await tamper(...statements);
    expect((await verify()).broken).toEqual({ county: '999999', chain: 'v', number, wrong });
  });

  it('follows from link to link when nobody touched it, and says how many', async () => {
    expect(await verify()).toMatchObject({ chains: 3, entries: 10, broken: null });
  });

  it('shows an end that was cut off whole only against heads that were kept', async () => {
    const { heads, seal } = await verify();
    expect((await verify(heads)).broken).toBeNull();
    await tamper(
      `delete from app.audit_entry ${HERE} > 3`,
      `update app.audit_head h set number = 3, hash = e.hash, prev_hash = e.prev_hash
       from app.audit_entry e where h.chain = 'v' and e.chain = 'v' and e.number = 3`,
    );
    const after = await verify();
    expect(after.broken).toBeNull();
    expect(after.seal).not.toBe(seal);
    expect((await verify(heads)).broken).toEqual({
      county: '999999',
      chain: 'v',
      number: 4,
      wrong: 'missing',
    });
  });

  it('shows a chain that was written anew only against heads that were kept', async () => {
    const { heads } = await verify();
    await tamper(
      `delete from app.audit_entry where chain = 'v'`,
      `update app.audit_head set number = 0, hash = repeat('0', 64) where chain = 'v'`,
    );
    const store = open.stores.as(everywhere);
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const at = `2018-07-16T0${n}:00:00.000Z`;
      await store.recordLook(act({ at, action: 'viewHousehold', householdId: 'a', reason: 'another' }));
    }
    expect((await verify()).broken).toBeNull();
    expect((await verify(heads)).broken).toMatchObject({ chain: 'v', number: 5, wrong: 'keptHeadDiffers' });
  });

  it('holds what was kept when it went on since', async () => {
    const { heads } = await verify();
    const at = '2018-07-17T04:00:00.000Z';
    await open.stores.as(everywhere).recordLook(act({ at, action: 'viewHousehold', householdId: 'a' }));
    expect(await verify(heads)).toMatchObject({ entries: 11, broken: null });
  });
});
