import { z } from 'zod';
import { table } from './tables.ts';

/** The first line of every backup. */
export const FORMAT = 'contact point dashboard backup 1';

/** The second line: what was backed up, and of which schema. */
export const manifest = z.strictObject({
  madeAt: z.iso.datetime(),
  /** The life of the database that it was made of. */
  epoch: z.string(),
  /** The steps of the schema, by their checksums. */
  steps: z.array(z.string()),
  tables: z.array(table),
});
export type Manifest = z.infer<typeof manifest>;

/** The line after the tables: how many rows each had, and the seal of the audit trail. */
export const totals = z.strictObject({ rows: z.array(z.int()), seal: z.string() });
