import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { startPostgres } from '#server/postgres/start.ts';
import { loadRecords } from '#server/store/postgres/load.ts';
import { migrate } from '#server/store/postgres/migrate.ts';
import { send, sendJson } from '#tests/support/hosted.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { serve } from '#tests/support/serve.ts';

/** A data folder after its first start and stop; each test has a copy. */
let begun: string;
let dataDir: string;
const started: ReturnType<typeof serve>[] = [];
beforeAll(async () => {
  begun = await mkdtemp(join(tmpdir(), 'serve-'));
  const first = serve({ DATA_DIR: begun });
  await first.ready;
  first.signal('SIGTERM');
  await first.ended;
});
afterAll(() => rm(begun, { recursive: true }));
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'serve-'));
  for (const kept of ['postgres', 'session-secret'])
    await cp(join(begun, kept), join(dataDir, kept), { recursive: true });
});
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.signal('SIGTERM');
    await one.ended;
  }
  await rm(dataDir, { recursive: true });
});

function start(env: Record<string, string> = {}, args: string[] = []) {
  const one = serve({ DATA_DIR: dataDir, ...env }, args);
  started.push(one);
  // Whoever waits for it hears of it.
  one.ready.catch(() => undefined);
  return one;
}

const postmaster = async (): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('npm run serve', () => {
  it.each([
    [{ PORT: 'http' }, [], 'PORT is “http”'],
    [{ TRUST_PROXY: 'maybe' }, [], 'TRUST_PROXY is “maybe”'],
    [{ DATABASE_URL: 'mysql://db' }, [], 'DATABASE_URL is no address'],
    [{}, ['--demo'], 'The one flag is --sample'],
  ])('refuses %j %j in one line', async (env, args, line) => {
    const refused = start(env, args);
    expect(await refused.ended).toBe(1);
    expect(refused.logged()).toContain(line);
    expect(refused.logged().trim().split('\n')).toHaveLength(1);
  });

  it('refuses a second start on the same data folder in one line', async () => {
    await start().ready;
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.logged()).toMatch(/^The data folder .* is in use by process \d+: .*\n$/);
  });

  it('refuses a port that is taken, and leaves nothing running', async () => {
    const url = new URL(await start().ready);
    const other = await mkdtemp(join(tmpdir(), 'serve-'));
    const second = start({ PORT: url.port, DATA_DIR: other });
    expect(await second.ended).toBe(1);
    expect(second.logged()).toBe(`Port ${url.port} is in use: choose another with PORT\n`);
    await expect(readFile(join(other, 'postgres', 'postmaster.pid'))).rejects.toThrow('ENOENT');
    await rm(other, { recursive: true });
  });

  it('serves the dashboard and the API on loopback', async () => {
    const url = await start({}, ['--sample']).ready;
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect((await send(url)).text).toContain('<div id="root">');
    expect(JSON.parse((await send(`${url}/api/about`)).text)).toMatchObject({ sample: true });
    expect((await send(`${url}/api/health/ready`)).status).toBe(200);
  });

  it('lets the first administrator in by a link that works once, and keeps the session over a restart', async () => {
    const first = start();
    const url = await first.ready;
    await expect.poll(first.said, { timeout: 60_000 }).toContain('/invitation#');
    const [, secret = ''] = /\/invitation#(\S+)/.exec(first.said()) ?? [];
    const password = 'a password that is long';
    const accept = () => sendJson(`${url}/api/invitations/accept`, 'POST', { secret, password });
    expect((await accept()).status).toBe(200);
    expect((await accept()).status).toBe(404);
    const signedIn = await sendJson(`${url}/api/session`, 'POST', { signInName: 'admin', password });
    const cookie = signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect(first.logged()).not.toContain(secret);

    first.signal('SIGTERM');
    await first.ended;
    const second = start();
    const about = await send(`${await second.ready}/api/about`, { headers: { cookie } });
    expect(JSON.parse(about.text)).toMatchObject({ actor: { role: 'administrator' } });
    expect(second.said()).not.toContain('/invitation#');
  });

  it('knows the sample again, and gives it to no database with a village of its own', async () => {
    const first = start({}, ['--sample']);
    await first.ready;
    first.signal('SIGTERM');
    await first.ended;
    const second = start();
    const url = await second.ready;
    expect(JSON.parse((await send(`${url}/api/about`)).text)).toMatchObject({ sample: true });
    second.signal('SIGTERM');
    await second.ended;

    const postgres = await startPostgres({ dataDir });
    const client = new Client(postgres.connection);
    await client.connect();
    await loadRecords(client, { records: [new RecordBuilder('own').record] });
    await client.end();
    await postgres.stop();
    const third = start({}, ['--sample']);
    expect(await third.ended).toBe(1);
    expect(third.logged()).toMatch(
      /^The database holds villages of its own: --sample is for an empty one.*\n$/,
    );
  });

  it('refuses a database that a newer program made', async () => {
    const postgres = await startPostgres({ dataDir });
    const client = new Client(postgres.connection);
    await client.connect();
    await migrate(postgres.connection);
    await client.query(`insert into migration.done select 900 + number, name, checksum from migration.done`);
    await client.end();
    await postgres.stop();
    const refused = start();
    expect(await refused.ended).toBe(1);
    expect(refused.logged()).toMatch(/^The database is newer than this program.*\n$/);
  });

  it('uses another PostgreSQL where it is told to, and says so when it cannot', async () => {
    const elsewhere = await freshDatabase();
    const address = `postgres://${elsewhere.user}:${elsewhere.password}@localhost:${elsewhere.port}/${elsewhere.database}?host=`;
    const refused = start({ DATABASE_URL: `${address}/nowhere` });
    expect(await refused.ended).toBe(1);
    expect(refused.logged()).toBe(
      'PostgreSQL cannot be used (ENOENT): see that it runs and lets the service in\n',
    );
    await rm(join(dataDir, 'postgres'), { recursive: true });
    const one = start({ DATABASE_URL: address + encodeURIComponent(elsewhere.host) });
    expect((await send(`${await one.ready}/api/health/ready`)).status).toBe(200);
    await expect(stat(join(dataDir, 'postgres'))).rejects.toThrow('ENOENT');
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'stops on %s with everything it started',
    async (signal) => {
      const one = start();
      await one.ready;
      const database = await postmaster();
      one.signal(signal);
      expect(await one.ended).toBe(0);
      expect(runs(database)).toBe(false);
    },
  );

  it('takes over after it was killed, with the PostgreSQL that was left', async () => {
    const killed = start();
    await killed.ready;
    const orphan = await postmaster();
    killed.signal('SIGKILL');
    await killed.ended;
    expect(runs(orphan)).toBe(true);
    const url = await start().ready;
    expect((await send(`${url}/api/health/ready`)).status).toBe(200);
    expect(await postmaster()).not.toBe(orphan);
  });

  it('starts a PostgreSQL that ends by itself again', async () => {
    const one = start();
    const url = await one.ready;
    const first = await postmaster();
    process.kill(first, 'SIGKILL');
    await expect.poll(() => one.logged(), { timeout: 60_000 }).toContain('PostgreSQL ended');
    await expect
      .poll(async () => (await send(`${url}/api/health/ready`)).status, { timeout: 60_000 })
      .toBe(200);
    expect(await postmaster()).not.toBe(first);
  });
});

describe('a stop', () => {
  /** A request whose last byte is not sent yet: it is accepted, and cannot be answered. */
  async function halfSent(url: string): Promise<Socket> {
    const { hostname, port } = new URL(url);
    const socket = createConnection(Number(port), hostname);
    await once(socket, 'connect');
    const head =
      'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\nexpect: 100-continue\r\n\r\n';
    socket.write(head);
    // The service has it in hand as soon as it says so.
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect(`${bytes}`).toContain('100 Continue');
    socket.write('{');
    return socket;
  }

  it('ends without waiting when it is asked a second time', async () => {
    const one = start();
    const url = await one.ready;
    const socket = await halfSent(url);
    socket.on('error', () => undefined);
    const database = await postmaster();
    one.signal('SIGTERM');
    await expect
      .poll(() => send(`${url}/api/about`).catch(() => 'refused'), { timeout: 60_000 })
      .toBe('refused');
    // Signals that come together, as Ctrl+C under npm, are one.
    await expect
      .poll(
        async () => {
          one.signal('SIGTERM');
          return Promise.race([one.ended, Promise.resolve('stopping')]);
        },
        { timeout: 60_000 },
      )
      .toBe(130);
    await expect.poll(() => runs(database), { timeout: 60_000 }).toBe(false);
    socket.destroy();
  });

  it('answers what was accepted and takes nothing new', async () => {
    const one = start();
    const url = await one.ready;
    const socket = await halfSent(url);
    one.signal('SIGTERM');
    await expect
      .poll(() => send(`${url}/api/about`).catch(() => 'refused'), { timeout: 60_000 })
      .toBe('refused');
    socket.write('}');
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect(`${bytes}`).toMatch(/^HTTP\/1\.1 400 /);
    expect(`${bytes}`.toLowerCase()).toContain('connection: close');
    expect(await one.ended).toBe(0);
  });
});
