import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connection } from '#server/postgres/start.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import type { VillageFile } from '#src/domain/village-file.ts';
import { identifiersOf } from '#mocks/sample/identifiers.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { modelIdentifiers, modelVillages } from '#tests/support/model-villages.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { asOwner, postgresStores } from '#tests/support/postgres-store.ts';
import { act, everywhere } from '#tests/support/store-suite.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'data-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

/** Runs one of the commands beside the service: what it said, and its exit code. */
function command(name: string, env: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: number; said: string; complained: string }>((done) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `server/cli/${name}.ts`, ...args],
      { env: { ...process.env, ...env } },
      (error, said, complained) => done({ code: Number(error?.code ?? 0), said, complained }),
    );
  });
}

const urlOf = ({ user, password, host, port, database }: Connection): string =>
  `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;

const files = (): VillageFile[] =>
  modelVillages().map((record) => ({
    record,
    identifiers: modelIdentifiers().filter(({ householdId }) =>
      record.households.some((h) => h.id === householdId),
    ),
  }));

const villagesIn = async (connection: Connection): Promise<string[]> => {
  const pool = openPool({ ...connection, max: 1 });
  try {
    const records = await createPostgresStores({ pool }).as(everywhere).villageRecords();
    return records.map(({ village }) => village.id).toSorted();
  } finally {
    await pool.end();
  }
};

describe('loading villages from a file', () => {
  it('refuses a file with something wrong in it, says where, and loads nothing of it', async () => {
    const connection = await freshDatabase();
    const env = { DATABASE_URL: urlOf(connection) };
    const file = join(await folder(), 'villages.json');
    const load = async (villages: unknown) => {
      await writeFile(file, typeof villages === 'string' ? villages : JSON.stringify(villages));
      return command('load', env, file);
    };
    expect(await load('not json')).toMatchObject({ code: 1, said: '', complained: `${file} is not JSON\n` });
    const [first, second] = files();
    const household = second?.record.households[0];
    if (!first || !second || !household) throw new Error('the model has villages');
    first.record.verdicts = first.record.verdicts.slice(0, 1).map((v) => ({ ...v, commitmentId: 'gone' }));
    household.villageId = 'elsewhere';
    household.number = '\u0000';
    second.identifiers = second.identifiers.map((i) => ({ ...i, value: 'SECRET' }));
    const { code, complained } = await load([first, second]);
    expect(code).toBe(1);
    expect(complained.split('\n').slice(1)).toEqual([
      'village 1: record.verdicts.0.commitmentId: noSuchCommitment',
      'village 2: record.households: notText',
      'village 2: record.households.0.villageId: anotherVillage',
      'village 2: identifiers.0.value: notAnIdentifier',
      '',
    ]);
    const { rows } = await asOwner(connection, (client) =>
      client.query(`select to_regclass('app.village') as t`),
    );
    expect(rows).toEqual([{ t: null }]);
  });

  it('adds what is not there yet, with its act, and takes villages line by line too', async () => {
    const connection = await freshDatabase();
    const env = { DATABASE_URL: urlOf(connection) };
    const home = await folder();
    const [some, all] = [join(home, 'some.json'), join(home, 'all.jsonl')];
    await writeFile(some, JSON.stringify(files().slice(0, 2)));
    await writeFile(
      all,
      files()
        .map((village) => JSON.stringify(village))
        .join('\n'),
    );
    expect(await command('load', env, some)).toMatchObject({
      code: 0,
      said: '2 villages were added; 0 were there already\n',
    });
    expect((await command('load', env, all)).said).toBe('2 villages were added; 2 were there already\n');
    expect(await villagesIn(connection)).toEqual(['v', 'w', 'x', 'y']);
    const pool = openPool({ ...connection, max: 1 });
    onTestFinished(() => pool.end());
    const store = createPostgresStores({ pool }).as(everywhere);
    expect(await store.villageRecord('v')).toEqual(modelVillages()[0]);
    const { entries } = await store.audit({ limit: 10, action: 'loadRecords' });
    expect(entries.map(({ chain, actor, after }) => [chain, actor, after?.['households']])).toEqual(
      expect.arrayContaining([['v', null, 2]]),
    );
    expect(entries).toHaveLength(4);
    const ref = { householdId: 'v-a', memberId: 'v-a-m1', kind: 'phone' } as const;
    expect(await store.unmask(ref, act())).toBe('0001234501');
  });

  it('takes the sample as a file', async () => {
    const file = join(await folder(), 'sample.json');
    const villages = sampleRecords.map((record) => ({ record, identifiers: identifiersOf([record]) }));
    await writeFile(file, JSON.stringify(villages));
    const { code, complained } = await command('load', { DATABASE_URL: urlOf(await freshDatabase()) }, file);
    expect([code, complained.replaceAll(/\d+ % of 6 villages\n/g, '')]).toEqual([0, '']);
  });
});

describe('checking the audit trail', () => {
  it('names the first broken link and fails', async () => {
    const { connection, pool } = await postgresStores({ records: modelVillages() });
    await pool.end();
    await asOwner(connection, (client) =>
      client.query(`update app.audit_head set number = 3 where chain = 'x'`),
    );
    expect(await command('audit-verify', { DATABASE_URL: urlOf(connection) })).toEqual({
      code: 1,
      said: '',
      complained: 'The audit trail is broken: in chain x (county 990101), entry 1 is missing\n',
    });
  });

  it('prints one seal, keeps the heads, and holds later trails against them', async () => {
    const { connection, pool, stores } = await postgresStores({ records: modelVillages() });
    onTestFinished(() => pool.end());
    const env = { DATABASE_URL: urlOf(connection) };
    const look = (at: string) =>
      stores.as(everywhere).recordLook(act({ at, action: 'viewHousehold', householdId: 'v-a' }));
    await look('2018-07-16T04:00:00.000Z');
    const heads = join(await folder(), 'heads.json');
    const kept = await command('audit-verify', env, '--keep', heads);
    expect(kept.said).toMatch(/^1 entries in 5 chains follow from one another\nSeal: [0-9a-f]{64}\n$/);
    await look('2018-07-17T04:00:00.000Z');
    expect((await command('audit-verify', env, '--against', heads)).said).toMatch(
      /^2 entries in 5 chains .*, and hold the 5 heads that were kept\n/,
    );
    await writeFile(heads, (await readFile(heads, 'utf8')).replace('"number": 1', '"number": 2'));
    expect(await command('audit-verify', env, '--against', heads)).toMatchObject({
      code: 1,
      complained: `${heads} holds no heads that were kept, or was changed since\n`,
    });
  });
});

// Each command starts a PostgreSQL of its own.
describe('moving everything to another PostgreSQL and back', { timeout: 600_000 }, () => {
  it('goes from the embedded one to another and to a new folder, and the trail holds', async () => {
    const home = await folder();
    const [here, there] = [{ DATA_DIR: join(home, 'here') }, { DATA_DIR: join(home, 'there') }];
    const villages = join(home, 'villages.json');
    await writeFile(villages, JSON.stringify(files()));
    expect((await command('load', here, villages)).code).toBe(0);
    const [first, second] = [join(home, 'first.backup'), join(home, 'second.backup')];
    const made = await command('backup', here, first);
    const [, seal] = /Seal of the audit trail: ([0-9a-f]{64})\n$/.exec(made.said) ?? [];
    expect(made.code).toBe(0);

    const elsewhere = await freshDatabase();
    const env = { DATABASE_URL: urlOf(elsewhere) };
    expect(await command('restore', env, first)).toMatchObject({
      code: 0,
      said: expect.stringMatching(`\nSeal of the audit trail: ${seal}\n$`),
    });
    expect(await villagesIn(elsewhere)).toEqual(['v', 'w', 'x', 'y']);
    expect((await command('restore', env, first)).complained).toMatch('give --replace');
    expect((await command('restore', env, '--replace', first)).code).toBe(0);

    expect((await command('backup', env, second)).code).toBe(0);
    expect((await command('restore', there, second)).code).toBe(0);
    expect((await command('audit-verify', there)).said).toBe(
      `4 entries in 5 chains follow from one another\nSeal: ${seal}\n`,
    );
  });
});
