import { z } from 'zod';
import { day } from './day.ts';
import { id } from './id.ts';
import { source } from './source.ts';
import { bilingual } from './text.ts';

/** A leader linked to a village until it is out: "not out of poverty, not unlinked" (DOMAIN §2). */
export const contactPoint = z.strictObject({
  id,
  villageId: id,
  leader: z.strictObject({ name: bilingual, title: bilingual }),
  since: day.nullable(),
  /** How many days after a visit the next one is due. A rule of the place, so it is data. */
  followUpDays: z.int().positive(),
  source,
});
