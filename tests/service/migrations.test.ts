import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '#server/postgres/start.ts';
import { migrate, migrations, type Migration } from '#server/store/postgres/migrate.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { asOwner, emptyDatabase } from '#tests/support/postgres-store.ts';
import { everywhere } from '#tests/support/store-suite.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

const done = (connection: Connection) =>
  asOwner(connection, async (client) => {
    const { rows } = await client.query<{ number: number }>(
      'select number from migration.done order by number',
    );
    return rows.map(({ number }) => number);
  });

const nextStep = async (sql: string): Promise<Migration[]> => {
  const steps = await migrations();
  return [...steps, { number: steps.length + 1, name: 'next', sql, checksum: 'next' }];
};

describe('the schema’s steps', () => {
  it('are refused in a database that a newer program made', async () => {
    const connection = await freshDatabase();
    await migrate(connection, await nextStep('create table app.later (id text)'));
    await expect(migrate(connection)).rejects.toThrow(
      /newer than this program: it is at schema \d+, the program knows/,
    );
  });

  it('are refused where one that was taken is not this program’s', async () => {
    const connection = await freshDatabase();
    await migrate(connection);
    await asOwner(connection, (client) =>
      client.query(`update migration.done set checksum = 'other' where number = 2`),
    );
    await expect(migrate(connection)).rejects.toThrow(/step 2 \(scope\) of its schema is not this program's/);
  });

  it('leave nothing of one that fails, and keep those before it', async () => {
    const connection = await freshDatabase();
    const steps = await nextStep('create table app.half (id text); select 1 / 0');
    await expect(migrate(connection, steps)).rejects.toMatchObject({ code: '22012' });
    expect(await done(connection)).toEqual(steps.slice(0, -1).map(({ number }) => number));
    const left = await asOwner(connection, (client) =>
      client.query(`select to_regclass('app.half') as half`),
    );
    expect(left.rows).toEqual([{ half: null }]);
  });

  it('are taken once, in order, however often and however many services start', async () => {
    const connection = await freshDatabase();
    await Promise.all([migrate(connection), migrate(connection), migrate(connection)]);
    await migrate(connection);
    expect(await done(connection)).toEqual((await migrations()).map(({ number }) => number));
  });

  it('are taken by an owner who is no superuser, as on a PostgreSQL that somebody else runs', async () => {
    await emptyDatabase();
    const connection = await freshDatabase();
    const owner = { ...connection, user: `owner_${connection.database}`, password: 'none' };
    await asOwner(connection, async (client) => {
      await client.query(`create role ${owner.user} login createrole password 'none'`);
      await client.query(`grant contact_points_app, contact_points_keeper to ${owner.user} `);
      await client.query(`alter database ${connection.database} owner to ${owner.user}`);
    });
    await migrate(owner);
    const pool = openPool({ ...owner, max: 1 });
    undo.push(() => pool.end());
    expect(await createPostgresStores({ pool }).as(everywhere).villageRecords()).toEqual([]);
    // Whoever owns the tables is held by the policies too.
    const seen = await asOwner(owner, (client) => client.query('select * from app.audit_head'));
    expect(seen.rowCount).toBe(1);
  });
});

describe('the schema', () => {
  it('leads every key with the county’s code, but for what belongs to no county', async () => {
    const connection = await freshDatabase();
    await migrate(connection);
    const { rows } = await asOwner(connection, (client) =>
      client.query<{ name: string }>(
        `select c.relname as name from pg_class c
         join pg_index i on i.indrelid = c.oid and i.indisprimary
         join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname <> 'county_code'`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(['service']);
  });
});
