import { z } from 'zod';
import { certificateCheck } from './certificate-check.ts';
import { day, type Day } from './day.ts';
import { id } from './id.ts';
import { maskedIdentifiers } from './identifier.ts';
import { source } from './source.ts';
import { bilingual, text } from './text.ts';

/** Causes of poverty: exactly one main, at most two others (DOMAIN §2). */
export const causes = [
  'illness',
  'disability',
  'schooling',
  'disaster',
  'land',
  'water',
  'technology',
  'labour',
  'funds',
  'transport',
  'drive',
  'other',
] as const;
export const cause = z.enum(causes);
export type Cause = z.infer<typeof cause>;
export const mainCause = z.enum([...causes, 'unknown']);
export type MainCause = z.infer<typeof mainCause>;

export const measureKinds = [
  'industry',
  'employment',
  'education',
  'health',
  'housing',
  'relocation',
  'water',
  'infrastructure',
  'ecology',
  'microcredit',
  'assetIncome',
  'courtyardEconomy',
  'publicWelfareJob',
  'safetyNet',
  'social',
] as const;
export const measureKind = z.enum(measureKinds);
export type MeasureKind = z.infer<typeof measureKind>;

/** A person of a household. Identifiers are masks: the clear ones never stand in a record. */
export const member = z.strictObject({
  id,
  name: bilingual,
  sex: z.enum(['female', 'male', 'unknown']),
  relation: z.enum(['head', 'spouse', 'child', 'parent', 'grandchild', 'sibling', 'other', 'unknown']),
  birthYear: z.int().nullable(),
  /** `withheld` where the reader may not know it: that is not `unknown`. */
  health: z.enum(['healthy', 'longTermChronic', 'seriousIllness', 'disabled', 'unknown', 'withheld']),
  labour: z.enum(['ordinary', 'skilled', 'weak', 'lost', 'none', 'unknown']),
  student: z.enum([
    'notStudent',
    'preschool',
    'primary',
    'juniorMiddle',
    'seniorMiddle',
    'higher',
    'unknown',
  ]),
  identifiers: maskedIdentifiers,
  /** Of each certificate number that was entered, the last one last. */
  certificateChecks: z.array(certificateCheck),
  source,
});
export type Member = z.infer<typeof member>;

/** A designated helper, from and until (DOMAIN §2, pairing). */
export const pairing = z.strictObject({
  helper: text,
  from: day,
  until: day.nullable(),
  source,
});
export type Pairing = z.infer<typeof pairing>;

/** An assistance measure of the household's plan, with its result so far. */
export const measure = z.strictObject({
  id,
  kind: measureKind,
  what: text,
  from: day,
  until: day.nullable(),
  result: text.nullable(),
  source,
});
export type Measure = z.infer<typeof measure>;

export const household = z.strictObject({
  id,
  villageId: id,
  /** Number within the village's register, three digits or more. */
  number: z.string(),
  head: bilingual,
  /** Null where the day is not known: then it counts as registered before the first visit. */
  registeredOn: day.nullable(),
  /** The day it left the village's register by moving away, merging or dying out; not by getting out of poverty. */
  leftOn: day.nullable(),
  mainCause,
  otherCauses: z.array(cause).max(2),
  members: z.array(member),
  pairings: z.array(pairing),
  plan: text.nullable(),
  measures: z.array(measure),
  source,
});
export type Household = z.infer<typeof household>;

/** Whether the household is in the village's register on that day, whatever its status. */
export function isInRegister(h: Household, on: Day): boolean {
  return (h.registeredOn === null || h.registeredOn <= on) && (h.leftOn === null || h.leftOn > on);
}

/** The pairing in force on that day, or null. */
export function pairingOn(h: Household, on: Day): Pairing | null {
  return h.pairings.find((p) => p.from <= on && (p.until === null || p.until > on)) ?? null;
}
