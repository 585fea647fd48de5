import { z } from 'zod';
import { day } from './day.ts';
import { measureKind } from './household.ts';
import { id } from './id.ts';
import { indicator } from './indicator.ts';
import { source } from './source.ts';
import { bilingual, text } from './text.ts';

export const milestone = z.strictObject({
  what: text,
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  source,
});
export type Milestone = z.infer<typeof milestone>;

/**
 * A project has physical progress, money and benefit as separate readings; it
 * may be well built and serve nobody yet (DOMAIN §3.9).
 */
export const project = z.strictObject({
  id,
  villageId: id,
  name: bilingual,
  kind: measureKind,
  startedOn: day.nullable(),
  /** Yuan; null where it is not known. */
  budget: z.number().nonnegative().nullable(),
  /** What the plan promises, in the indicator's unit: percent built, mu, households, bags. */
  targets: z.array(z.strictObject({ indicator, value: z.number(), source })),
  milestones: z.array(milestone),
  beneficiaryIds: z.array(id),
  note: text.nullable(),
  source,
});
export type Project = z.infer<typeof project>;
