import type { ClientBase } from 'pg';
import { z } from 'zod';

/** The schemas that hold everything the service keeps. */
export const SCHEMAS = ['app', 'auth', 'accounts'];

/** Days and numbers are written and read in one way, however the databases are set up. */
export const ONE_WAY = 'set datestyle = iso; set intervalstyle = postgres; set extra_float_digits = 1';

export const table = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
});
export type Table = z.infer<typeof table>;

export const nameOf = ({ schema, name }: Table): string => `${schema}.${quoted(name)}`;
export const columnsOf = ({ columns }: Table): string => columns.map(quoted).join(', ');
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Every table with the columns that are not computed, so that one stands after those it
 * refers to. The epoch is not among them: a restored database begins another one.
 */
export async function tablesIn(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { refers: string[] }>(
    `select n.nspname as schema, c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       array(
         select f.confrelid::regclass::text from pg_constraint f
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
       ) as refers
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind = 'r' and (n.nspname, c.relname) <> ('app', 'service')
     order by 1, 2`,
    [SCHEMAS],
  );
  const placed: Table[] = [];
  const isPlaced = (reference: string): boolean =>
    placed.some((t) => [`${t.schema}.${t.name}`, nameOf(t)].includes(reference));
  while (placed.length < rows.length) {
    const next = rows.find(
      (r) => !placed.some((t) => t.schema === r.schema && t.name === r.name) && r.refers.every(isPlaced),
    );
    if (!next) throw new Error('tables refer to one another in a circle');
    const { schema, name, columns } = next;
    placed.push({ schema, name, columns });
  }
  return placed;
}
