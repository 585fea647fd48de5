import { Client, DatabaseError, Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import { isDatabaseTrouble } from '#server/host/database-trouble.ts';
import { freshDatabase } from '#tests/support/postgres.ts';

function databaseError(code: string): DatabaseError {
  const error = new DatabaseError('words', 5, 'error');
  error.code = code;
  return error;
}

const caught = (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => 'nothing was wrong',
    (error: unknown) => error,
  );

describe('trouble of the database', () => {
  it.each(['23505', '22P02', '42P01', '42501', '25P02', 'P0001', 'XX000', '2BP01'])(
    'is not %s, which is about what was asked',
    (code) => {
      expect(isDatabaseTrouble(databaseError(code))).toBe(false);
    },
  );

  const states =
    '08006 08001 53100 53200 53300 57P01 57P02 57P03 57014 58030 28P01 3D000 25006 25P03 40001 40P01 55P03';
  it.each(states.split(' '))('is %s', (code) => {
    expect(isDatabaseTrouble(databaseError(code))).toBe(true);
  });

  it('is no mistake of the program, whatever its words', () => {
    expect(isDatabaseTrouble(new TypeError('x is not a function'))).toBe(false);
    expect(isDatabaseTrouble(new Error('the visit says: Connection terminated'))).toBe(false);
    expect(isDatabaseTrouble(Object.assign(new Error('no file'), { code: 'ENOENT', syscall: 'open' }))).toBe(
      false,
    );
    expect(isDatabaseTrouble('57P01')).toBe(false);
    expect(isDatabaseTrouble(null)).toBe(false);
  });

  it('is seen through what others wrapped around it', () => {
    const wrapped = new Error('failed', { cause: new Error('query', { cause: databaseError('53100') }) });
    expect(isDatabaseTrouble(wrapped)).toBe(true);
    const circle = new Error('one');
    circle.cause = circle;
    expect(isDatabaseTrouble(circle)).toBe(false);
  });

  it('is a socket or a port where nobody listens', async () => {
    const nowhere = new Client({ host: '/nowhere', user: 'a', password: 'b', database: 'c' });
    expect(isDatabaseTrouble(await caught(nowhere.connect()))).toBe(true);
    const port = new Client({ host: '127.0.0.1', port: 1, user: 'a', password: 'b', database: 'c' });
    expect(isDatabaseTrouble(await caught(port.connect()))).toBe(true);
  });

  it('is a connection that is ended in the middle of a question', async () => {
    const database = await freshDatabase();
    const [asking, ending] = [new Client(database), new Client(database)];
    asking.on('error', () => undefined);
    await Promise.all([asking.connect(), ending.connect()]);
    const { rows } = await asking.query<{ pid: number }>('select pg_backend_pid() as pid');
    const asked = caught(asking.query('select pg_sleep(600)'));
    await expect
      .poll(
        async () =>
          (
            await ending.query(`select from pg_stat_activity where pid = $1 and state = 'active'`, [
              rows[0]?.pid,
            ])
          ).rowCount,
        { timeout: 60_000 },
      )
      .toBe(1);
    await ending.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    expect(isDatabaseTrouble(await asked)).toBe(true);
    expect(isDatabaseTrouble(await caught(asking.query('select 1')))).toBe(true);
    await ending.end();
  });

  it('is a pool that has no connection to give in time, or is closed', async () => {
    const pool = new Pool({ ...(await freshDatabase()), max: 1 });
    const taken = await pool.connect();
    // Not before: on a busy machine the first connection itself may take longer.
    pool.options.connectionTimeoutMillis = 50;
    expect(isDatabaseTrouble(await caught(pool.query('select 1')))).toBe(true);
    taken.release();
    await pool.end();
    expect(isDatabaseTrouble(await caught(pool.query('select 1')))).toBe(true);
  });

  it('is a statement that takes longer than allowed', async () => {
    const client = new Client({ ...(await freshDatabase()), statement_timeout: 20 });
    await client.connect();
    expect(isDatabaseTrouble(await caught(client.query('select pg_sleep(600)')))).toBe(true);
    await client.end();
  });
});
