import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import { makeBackup } from '#server/backup/make-backup.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import { nameOf, tablesIn } from '#server/backup/tables.ts';
import type { Connection } from '#server/postgres/start.ts';
import { openPool, SERVICE_NAME } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import { verifyAudit } from '#server/store/postgres/verify-audit.ts';
import { modelIdentifiers, modelVillages } from '#tests/support/model-villages.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { asOwner, emptyDatabase, postgresStores, type OpenStores } from '#tests/support/postgres-store.ts';
import { act, entry, everywhere } from '#tests/support/store-suite.ts';

let open: OpenStores;
let folder: string;

/** Villages with everything in them, an account, and acts of both. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  open = await postgresStores({ records: modelVillages(), identifiers: modelIdentifiers() });
  await createAccounts({ pool: open.pool, clock: () => new Date(), secret: 'secret' }).firstAdministrator();
  const store = open.stores.as(everywhere);
  const visit = { ...entry().visit, note: '换行\n tab\t \\N \\. "' };
  await store.recordVisit({ ...entry(), visit }, act({ reason: 'why\n\\.\n' }));
  await store.recordLook(act({ action: 'viewHousehold', householdId: 'v-a' }));
});
afterEach(async () => {
  await open.pool.end();
  await rm(folder, { recursive: true });
});

const file = (): string => join(folder, 'kept.backup');

/** Every row of every table, as text. */
const everything = (connection: Connection) =>
  asOwner(connection, async (client) => {
    const told: Record<string, string[]> = {};
    for (const table of await tablesIn(client)) {
      const name = nameOf(table);
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      told[name] = rows.map(({ row }) => row);
    }
    return told;
  });
const epochOf = (connection: Connection) =>
  asOwner(connection, async (client) => (await client.query('select epoch from app.service')).rows);
const verified = (connection: Connection) =>
  asOwner(connection, async (client) => {
    await client.query('begin isolation level repeatable read');
    return verifyAudit(client);
  });
const restored = async (options = { replace: false }): Promise<Connection> => {
  const connection = await freshDatabase();
  await restoreBackup(connection, file(), options);
  return connection;
};

describe('a backup', () => {
  it('is not written over a file that is there', async () => {
    await writeFile(file(), 'something else');
    await expect(makeBackup(open.connection, file())).rejects.toThrow('is there already');
    expect(await readFile(file(), 'utf8')).toBe('something else');
  });

  it('leaves no file when it cannot be made', async () => {
    const nowhere = { ...open.connection, database: 'nowhere' };
    await expect(makeBackup(nowhere, file())).rejects.toThrow('does not exist');
    await expect(stat(file())).rejects.toThrow('ENOENT');
  });

  it('is for its owner alone, and tells how much it holds', async () => {
    let told = 0;
    const backup = await makeBackup(open.connection, file(), (rows) => {
      told += rows;
    });
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    const rows = Object.values(await everything(open.connection)).flat().length;
    expect(backup).toMatchObject({ rows, seal: (await verified(open.connection)).seal });
    expect(told).toBe(rows);
  });

  it('is of one moment, whatever is recorded meanwhile', async () => {
    const before = await everything(open.connection);
    let writing: Promise<unknown> = Promise.resolve();
    await makeBackup(open.connection, file(), () => {
      const at = new Date().toISOString();
      const late = act({ at, action: 'viewHousehold', householdId: 'x-a', place: null });
      writing = Promise.all([writing, open.stores.as(everywhere).recordLook(late)]);
    });
    await writing;
    expect(await everything(await restored())).toEqual(before);
  });
});

describe('restoring', () => {
  it('is refused into a database that holds something, which stays as it was', async () => {
    await makeBackup(open.connection, file());
    const before = await everything(open.connection);
    await expect(restoreBackup(open.connection, file(), { replace: false })).rejects.toThrow('--replace');
    expect(await everything(open.connection)).toEqual(before);
  });

  it('is refused while a service uses the database', async () => {
    await makeBackup(open.connection, file());
    const connection = await emptyDatabase();
    const pool = openPool({ ...connection, max: 1, application_name: SERVICE_NAME });
    onTestFinished(() => pool.end());
    await pool.query('select 1');
    await expect(restoreBackup(connection, file(), { replace: true })).rejects.toThrow('stop it first');
  });

  it('is refused for a backup of a newer program', async () => {
    await asOwner(open.connection, (client) =>
      client.query(`insert into migration.done (number, name, checksum) values (9999, 'later', 'later')`),
    );
    await makeBackup(open.connection, file());
    await expect(restored()).rejects.toThrow('made by a newer program');
  });

  it('is refused for what is no backup, and for none', async () => {
    await expect(restored()).rejects.toThrow('There is no file');
    await writeFile(file(), 'something else');
    await expect(restored()).rejects.toThrow('damaged');
    await writeFile(file(), gzipSync('something else\n'));
    await expect(restored()).rejects.toThrow('no backup that this program knows');
  });

  it('is refused for a file that was cut off or damaged anywhere, and nothing is left of it', async () => {
    await makeBackup(open.connection, file());
    const whole = await readFile(file());
    const plain = gunzipSync(whole);
    const connection = await freshDatabase();
    const refused = async (bytes: Buffer): Promise<void> => {
      await writeFile(file(), bytes);
      await expect(restoreBackup(connection, file(), { replace: false })).rejects.toThrow(
        // What is damaged in the list of schema steps reads as another program’s.
        /backup is damaged|backup ends too soon|no backup that this program|made by another program/,
      );
      const { rows } = await asOwner(connection, (client) =>
        client.query(`select to_regclass('app.village') as made`),
      );
      expect(rows).toEqual([{ made: null }]);
    };
    for (const share of [0.02, 0.3, 0.6, 0.95, 1 - 1 / whole.length]) {
      await refused(whole.subarray(0, Math.floor(whole.length * share)));
      // Cut off, and packed again so that only the content can tell.
      await refused(gzipSync(plain.subarray(0, Math.floor(plain.length * share))));
      const changed = Buffer.from(plain);
      const at = Math.floor((plain.length - 1) * share);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await refused(gzipSync(changed));
    }
    await refused(gzipSync(Buffer.concat([plain, plain])));
  });

  it('brings everything back, row by row, in another life of the data', async () => {
    await makeBackup(open.connection, file());
    const connection = await restored();
    const before = await everything(open.connection);
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(false);
    for (const filled of ['app.reading', 'app.identifier', 'app.audit_entry', 'accounts.seat', 'auth.user']) {
      expect([filled, before[filled.replace('user', '"user"')]?.length === 0]).toEqual([filled, false]);
    }
    expect(await everything(connection)).toEqual(before);
    expect(await epochOf(connection)).not.toEqual(await epochOf(open.connection));
    expect(await verified(connection)).toMatchObject({
      broken: null,
      seal: (await verified(open.connection)).seal,
    });
    const pool = openPool({ ...connection, max: 2 });
    onTestFinished(() => pool.end());
    const store = createPostgresStores({ pool }).as(everywhere);
    expect(await store.villageRecord('v')).toEqual(await open.stores.as(everywhere).villageRecord('v'));
    expect((await store.recordVisit(entry('again'), act())).outcome).toBe('conflict');
  });

  it('replaces what is there when told to', async () => {
    await makeBackup(open.connection, file());
    const before = await everything(open.connection);
    await open.stores.as(everywhere).recordLook(act({ action: 'viewHousehold', householdId: 'x-a' }));
    const epoch = await epochOf(open.connection);
    await restoreBackup(open.connection, file(), { replace: true });
    expect(await everything(open.connection)).toEqual(before);
    expect(await epochOf(open.connection)).not.toEqual(epoch);
    // The service that asks afterwards shows what is there now.
    expect(await open.stores.as(everywhere).looksAt('x-a')).toEqual([]);
  });

  it('is possible between owners who are no superusers', async () => {
    await makeBackup(open.connection, file());
    const connection = await freshDatabase();
    const owner = { ...connection, user: `owner_${connection.database}`, password: 'none' };
    await asOwner(connection, async (client) => {
      await client.query(`create role ${owner.user} login createrole password 'none'`);
      await client.query(`grant contact_points_app, contact_points_keeper to ${owner.user}`);
      await client.query(`alter database ${connection.database} owner to ${owner.user}`);
    });
    await restoreBackup(owner, file(), { replace: false });
    expect(await everything(connection)).toEqual(await everything(open.connection));
    const again = join(folder, 'again.backup');
    await makeBackup(owner, again);
    const third = await freshDatabase();
    await restoreBackup(third, again, { replace: false });
    expect(await everything(third)).toEqual(await everything(open.connection));
    const { rows } = await asOwner(connection, (client) =>
      client.query(`select relname from pg_class where relrowsecurity and not relforcerowsecurity`),
    );
    expect(rows).toEqual([]);
  });
});
