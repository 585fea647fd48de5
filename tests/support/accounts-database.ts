import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { freshDatabase, type Template } from './postgres.ts';

const MIGRATIONS = 'server/store/postgres/migrations';

/** Stands in for the store's own migrations until they are there: roles and the chain of accounts. */
const STAND_IN = `
do $$ begin
  create role contact_points_app nologin;
  create role contact_points_keeper nologin;
exception when duplicate_object then null;
end $$;
create schema app;
create table app.audit_head (number integer not null, hash text not null);
insert into app.audit_head values (0, repeat('0', 64));
create table app.audit_entry (number integer primary key, prev_hash text, hash text, payload text not null);
create function app.enter(places text[]) returns void language sql as 'select';
create function app.append_account_act(p_payload text) returns void language plpgsql as $$
declare head app.audit_head;
begin
  select * into head from app.audit_head for update;
  update app.audit_head h set number = h.number + 1,
    hash = encode(sha256(convert_to(h.hash || E'\\n' || (h.number + 1) || E'\\n' || p_payload, 'UTF8')), 'hex');
  insert into app.audit_entry select h.number, head.hash, h.hash, p_payload from app.audit_head h;
end $$;
grant usage on schema app to contact_points_app;
grant select, insert, update on all tables in schema app to contact_points_app;`;

/** A database with all migrations applied and nobody in it. */
const migrated: Template = {
  name: 'migrated',
  async prepare(connection) {
    const client = new Client(connection);
    await client.connect();
    const files = (await readdir(MIGRATIONS)).toSorted();
    if (files.length === 1) await client.query(STAND_IN);
    for (const file of files) await client.query(await readFile(join(MIGRATIONS, file), 'utf8'));
    await client.end();
  },
};

/** The service's way to a database of its own: as a role that owns nothing. */
export async function accountsPool(): Promise<Pool> {
  return new Pool({ ...(await freshDatabase(migrated)), options: '-c role=contact_points_app' });
}
