import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import { createApp } from '#server/app.ts';
import { startPostgres, type Postgres } from '#server/postgres/start.ts';
import { loadRecords } from '#server/store/postgres/load.ts';
import { migrate } from '#server/store/postgres/migrate.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import { cadreOf } from '#tests/support/api.ts';
import { hosted, send, sendJson } from '#tests/support/hosted.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

const record = new RecordBuilder('v').visit('jan', '2018-01-22').household('a').record;
record.contactPoint.since = '2017-01-01';

const draft = visitDraft({ villageId: 'v', stops: [metAt('a', 'All is well.')] });

describe('a service whose database', () => {
  let dataDir: string;
  let postgres: Postgres;
  let pool: Pool;
  let host: Awaited<ReturnType<typeof hosted>>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'away-'));
    postgres = await startPostgres({ dataDir, durable: false });
    await migrate(postgres.connection);
    await asOwner((client) => loadRecords(client, { records: [record] }));
    pool = openPool(postgres.connection);
    const clock = () => new Date('2018-07-16T04:00:00.000Z');
    const { accounts } = createAccounts({ pool, clock, secret: 'x'.repeat(40) });
    host = await hosted({
      ready: () => pool.query('select 1'),
      mount: ({ identity, trouble }) =>
        createApp({
          stores: createPostgresStores({ pool }),
          accounts,
          clock,
          identity: identity(async () => cadreOf([record])),
          trouble,
        }),
    });
  });
  afterAll(async () => {
    await host.close();
    await pool.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true });
  });
  /** What a test broke is whole again for the next. */
  let mend: () => Promise<unknown> = async () => undefined;
  afterEach(async () => {
    await mend();
    mend = async () => undefined;
  });

  async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client(postgres.connection);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  const read = () => send(`${host.url}/api/villages/v`);
  const save = (visitId: string) => sendJson(`${host.url}/api/visits/${visitId}`, 'PUT', draft);
  const kept = async (visitId: string) => (await send(`${host.url}/api/visits/${visitId}`)).status;
  const counted = () =>
    asOwner(async (client) => {
      const { rows } = await client.query<{ visits: number; acts: number }>(
        'select (select count(*)::int from app.visit) as visits, (select count(*)::int from app.audit_entry) as acts',
      );
      return rows[0];
    });
  const unavailable = { defined: false, code: 'UNAVAILABLE', status: 503, message: 'UNAVAILABLE' };
  const expectAway = ({ status, headers, text }: Awaited<ReturnType<typeof send>>) => {
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject(unavailable);
    expect(headers['retry-after']).toBe('5');
  };

  it('is full answers 503 to a write, and nothing of it is written', async () => {
    const before = await counted();
    await asOwner((client) =>
      client.query(
        `create function public.full_disk() returns trigger language plpgsql as $$
           begin raise exception 'could not extend file' using errcode = '53100'; end $$;
         create trigger full_disk before insert on app.audit_entry execute function public.full_disk()`,
      ),
    );
    mend = () =>
      asOwner((client) =>
        client.query(
          'drop trigger if exists full_disk on app.audit_entry; drop function if exists public.full_disk cascade',
        ),
      );
    expectAway(await save('while-full'));
    expect((await read()).status).toBe(200);
    await mend();
    expect(await kept('while-full')).toBe(404);
    expect(await counted()).toEqual(before);
    expect((await save('while-full')).status).toBe(200);
    expect(await kept('while-full')).toBe(200);
  });

  it('is stopped answers 503, and answers again by itself when it is back', async () => {
    expect((await read()).status).toBe(200);
    await postgres.stop();
    mend = async () => {
      postgres = await startPostgres({ dataDir, durable: false });
    };
    expectAway(await read());
    expectAway(await save('while-stopped'));
    expectAway(await sendJson(`${host.url}/api/session`, 'POST', { signInName: 'a', password: 'b' }));
    expectAway(await send(`${host.url}/api/health/ready`));
    expect((await send(`${host.url}/api/health/live`)).status).toBe(200);
    await mend();
    mend = async () => undefined;
    expect((await read()).status).toBe(200);
    expect(await kept('while-stopped')).toBe(404);
    expect((await save('while-stopped')).status).toBe(200);
    await expect
      .poll(async () => (await send(`${host.url}/api/health/ready`)).status, { timeout: 60_000 })
      .toBe(200);
  });

  it('ends every connection in the middle of work answers 503 or the truth', async () => {
    const saving = Array.from({ length: 30 }, (_, at) => save(`torn-${at}`));
    await asOwner((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`,
      ),
    );
    const answers = await Promise.all(saving);
    for (const [at, answer] of answers.entries()) {
      if (answer.status !== 200) expectAway(answer);
      expect((await save(`torn-${at}`)).status).toBe(200);
      expect(await kept(`torn-${at}`)).toBe(200);
    }
  });

  it('keeps no transaction open for clients that were cut off', async () => {
    const controllers = Array.from({ length: 50 }, () => new AbortController());
    const cut = controllers.map(({ signal }, at) =>
      fetch(`${host.url}/api/visits/cut-${at}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(draft),
        signal,
      }).catch(() => 'cut off'),
    );
    for (const controller of controllers) controller.abort();
    await Promise.all(cut);
    expect((await read()).status).toBe(200);
    const open = () =>
      asOwner(async (client) => {
        const { rows } = await client.query<{ open: number }>(
          `select count(*)::int as open from pg_stat_activity where state like 'idle in transaction%'`,
        );
        return rows[0]?.open;
      });
    await expect.poll(open, { timeout: 60_000 }).toBe(0);
  });
});
