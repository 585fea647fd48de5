import { z } from 'zod';
import { day } from './day.ts';
import { id } from './id.ts';
import { bilingual, TEXT_LIMITS, required } from './text.ts';

/**
 * Where a fact comes from. `report` is a published article, `synthetic` is
 * invented for the sample and is marked so wherever it shows.
 */
export const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit'), visitId: id }),
  z.strictObject({
    kind: z.literal('report'),
    publisher: bilingual,
    publishedOn: day,
  }),
  z.strictObject({ kind: z.literal('import'), name: required(TEXT_LIMITS.line) }),
  z.strictObject({ kind: z.literal('synthetic') }),
]);
export type Source = z.infer<typeof source>;

/** How well a reading is known (DOMAIN §3.2), best first; `synthetic` is not evidence at all. */
export const evidenceGrades = [
  'seenOnSite',
  'document',
  'toldByHousehold',
  'toldByCadre',
  'reportedInPress',
  'synthetic',
] as const;
export const evidence = z.enum(evidenceGrades);
export type Evidence = z.infer<typeof evidence>;
