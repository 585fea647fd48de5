import { z } from 'zod';
import { id } from './id.ts';
import { source } from './source.ts';
import { bilingual } from './text.ts';

/** A village and the chain of places above it, from the province down. */
export const village = z.strictObject({
  id,
  name: bilingual,
  province: bilingual,
  prefecture: bilingual,
  county: bilingual,
  /** Administrative division code of the county, six digits. */
  countyCode: z.string().regex(/^\d{6}$/),
  township: bilingual,
  /** True for every village that exists only in the sample. */
  fictional: z.boolean(),
  source,
});
