import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readUsers } from '#server/postgres/os-users.ts';
import { startPostgres, type Connection, type Postgres } from '#server/postgres/start.ts';
import { freshDatabase } from '#tests/support/postgres.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'data-'));
  open.push(() => rm(made, { recursive: true }));
  return made;
}

async function started(dataDir: string) {
  const postgres = await startPostgres({ dataDir });
  open.push(postgres.stop);
  return postgres;
}

async function ask(connection: Connection, statement: string): Promise<unknown[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows.flatMap(Object.values);
  } finally {
    await client.end();
  }
}

describe('a PostgreSQL of our own, running', () => {
  let dataDir: string;
  let postgres: Postgres;
  let connection: Connection;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'data-'));
    postgres = await startPostgres({ dataDir });
    ({ connection } = postgres);
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true });
  });

  it('lets nobody in without its password', async () => {
    await expect(ask({ ...connection, password: 'postgres' }, 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('listens on a socket for its owner alone and on no port', async () => {
    expect(await ask(connection, 'show listen_addresses')).toEqual(['']);
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'postgres', 'superuser-password'))).mode & 0o777).toBe(0o600);
  });

  it('is durable, speaks UTF-8 and orders as C does', async () => {
    const asked = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'server_encoding'];
    for (const name of asked)
      expect(await ask(connection, `show ${name}`)).toEqual([name === 'server_encoding' ? 'UTF8' : 'on']);
    expect(
      await ask(connection, 'select datcollate from pg_database where datname = current_database()'),
    ).toEqual(['C']);
  });

  it('writes no value of a failed statement to its log', async () => {
    await ask(connection, `create table held (id text primary key)`);
    await ask(connection, `insert into held values ('secret')`);
    await expect(ask(connection, `insert into held values ('secret')`)).rejects.toMatchObject({
      code: '23505',
    });
    await expect(ask(connection, `select 'secret'::int`)).rejects.toMatchObject({ code: '22P02' });
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('secret');
  });
});

describe('a start', () => {
  it('refuses a folder that another version made', async () => {
    const dataDir = await folder();
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
    await expect(startPostgres({ dataDir })).rejects.toThrow(/made by PostgreSQL 12.*restore it here/);
  });

  it('finds what was there before a stop', async () => {
    const dataDir = await folder();
    const first = await started(dataDir);
    await ask(first.connection, 'create table kept as select 7');
    await first.stop();
    expect(await ask((await started(dataDir)).connection, 'table kept')).toEqual([7]);
  });

  it('finds what was there before a kill', async () => {
    const dataDir = await folder();
    const first = await started(dataDir);
    await ask(first.connection, 'create table kept as select 7');
    await first.kill();
    expect(await ask((await started(dataDir)).connection, 'table kept')).toEqual([7]);
  });

  it('takes over from a process that was killed', async () => {
    const dataDir = await folder();
    const program = `
      import { startPostgres } from '${resolve('server/postgres/start.ts')}';
      await startPostgres({ dataDir: '${dataDir}' });
      console.log('started');
      setInterval(() => undefined, 1000);`;
    const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program]);
    await once(owner.stdout, 'data');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const orphan = Number(
      (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
    );
    expect(process.kill(orphan, 0)).toBe(true);

    const { connection } = await started(dataDir);
    expect(await ask(connection, 'select 1')).toEqual([1]);
    const now = Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    expect(now).not.toBe(orphan);
  });

  it('passes a lock file whose number another program bears by now', async () => {
    const dataDir = await folder();
    const first = await started(dataDir);
    const lockFile = join(dataDir, 'postgres', 'postmaster.pid');
    const [, ...rest] = (await readFile(lockFile, 'utf8')).split('\n');
    await first.kill();
    await writeFile(lockFile, [process.pid, ...rest].join('\n'));
    expect(await ask((await started(dataDir)).connection, 'select 1')).toEqual([1]);
  });

  it('throws away a cluster whose making was cut off', async () => {
    const dataDir = await folder();
    await mkdir(join(dataDir, 'postgres.unfinished-abc', 'cluster'), { recursive: true });
    await started(dataDir);
    expect((await readdir(dataDir)).toSorted()).toEqual(['postgres', 'postgres.log', 'sockets']);
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const dataDir = join(await folder(), 'long'.repeat(30));
    const { connection } = await started(dataDir);
    open.push(() => rm(connection.host, { recursive: true }));
    expect(await ask(connection, 'select 1')).toEqual([1]);
  });
});

describe.runIf(process.getuid?.() === 0)('a PostgreSQL that root starts', () => {
  it('runs in a folder that only root can enter', async () => {
    const dataDir = join(await folder(), 'data');
    const { connection } = await started(dataDir);
    expect(await ask(connection, 'select 1')).toEqual([1]);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(0);
  });

  /** Starts and stops in another process, with another PATH and folder. */
  function startsIn(dataDir: string, path: string): Promise<string> {
    const program = `
      import { startPostgres } from '${resolve('server/postgres/start.ts')}';
      try {
        const { stop } = await startPostgres({ dataDir: '${dataDir}' });
        await stop();
        console.log('started');
      } catch (error) {
        console.log(error.message);
      }`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
    return new Promise((done, failed) => {
      const env = { ...process.env, PATH: path };
      execFile(process.execPath, args, { env }, (error, stdout) =>
        error ? failed(error) : done(stdout.trim()),
      );
    });
  }

  it('says what to do where namespaces are refused and its folder cannot be reached', async () => {
    const dataDir = join(await folder(), 'data');
    expect(await startsIn(dataDir, '/nowhere')).toMatch(/nobody else who may be used can come to/);
  });

  it('runs in the folder of another user, as that user', async () => {
    const home = await folder();
    const { uid, gid } = (await readUsers()).find((user) => user.uid !== 0) ?? { uid: 1, gid: 1 };
    await chown(home, uid, gid);
    const said = await startsIn(join(home, 'data'), `${process.env['PATH']}`);
    // Where the program itself lies in a folder of root's own, there is no such way, and it says so.
    expect(said).toMatch(/^started$|nobody else who may be used can come to/);
    const owner = await stat(join(home, 'data', 'postgres')).then(
      (made) => made.uid,
      () => null,
    );
    expect(owner).toBe(said === 'started' ? uid : null);
  });

  it('runs as an OS user where namespaces are refused, and stays with it', async () => {
    const outside = await folder();
    await chmod(outside, 0o755);
    const dataDir = join(outside, 'data');
    const ownerOf = () =>
      stat(join(dataDir, 'postgres')).then(
        ({ uid }) => uid,
        () => 0,
      );
    const said = await startsIn(dataDir, '/nowhere');
    const owner = await ownerOf();
    // Where the program itself lies in a folder of root's own, there is no such way, and it says so.
    expect(owner === 0 ? said : 'started').toMatch(/^started$|nobody else who may be used can come to/);
    expect(owner === 0).toBe(said !== 'started');
    const { connection } = await started(dataDir);
    expect(await ask(connection, 'select 1')).toEqual([1]);
    expect(await ownerOf()).toBe(owner);
  });
});

describe('a database for a test', () => {
  it('is a copy of its template, which is made once', async () => {
    let prepared = 0;
    const template = {
      name: 'numbers',
      async prepare(connection: Connection) {
        prepared += 1;
        await ask(connection, 'create table numbers as select 1 as number');
      },
    };
    const [one, other] = [await freshDatabase(template), await freshDatabase(template)];
    await ask(one, 'insert into numbers values (2)');
    expect(await ask(one, 'table numbers')).toEqual([1, 2]);
    expect(await ask(other, 'table numbers')).toEqual([1]);
    expect(prepared).toBe(1);
  });
});
