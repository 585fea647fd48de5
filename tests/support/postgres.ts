import { Client } from 'pg';
import { inject } from 'vitest';
import type { Connection } from '#server/postgres/start.ts';

/** A database that others are copied from: its name says what `prepare` leaves in it. */
export interface Template {
  name: string;
  prepare: (connection: Connection) => Promise<void>;
}

let made = 0;

/**
 * The superuser's way to a new database, empty or a copy of a template; the first
 * who asks for a template makes it. `prepare` closes its connections, because nobody
 * copies a database that is in use. The database goes with the run's PostgreSQL.
 */
export async function freshDatabase(template?: Template): Promise<Connection> {
  const server = inject('postgres');
  made += 1;
  const database = `test_${process.pid}_${made}`;
  const client = new Client(server);
  await client.connect();
  try {
    if (template) await makeOnce(client, server, template);
    await client.query(`create database ${database} template ${template ? nameOf(template) : 'template0'}`);
  } finally {
    await client.end();
  }
  return { ...server, database };
}

const nameOf = ({ name }: Template): string => `template_${name}`;

/** One at a time, also among test files that run beside each other; half a template is thrown away. */
async function makeOnce(client: Client, server: Connection, template: Template): Promise<void> {
  const database = nameOf(template);
  await client.query(`select pg_advisory_lock(hashtext('${database}'))`);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) {
    const unfinished = `${database}_unfinished`;
    await client.query(`drop database if exists ${unfinished}`);
    await client.query(`create database ${unfinished} template template0`);
    await template.prepare({ ...server, database: unfinished });
    await client.query(`alter database ${unfinished} rename to ${database}`);
  }
  await client.query(`select pg_advisory_unlock(hashtext('${database}'))`);
}
