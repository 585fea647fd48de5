import { z } from 'zod';
import { id } from './id.ts';

/** What singles a person out beyond the name. */
export const identifierKinds = ['certificate', 'phone', 'bankAccount'] as const;
export const identifierKind = z.enum(identifierKinds);
export type IdentifierKind = z.infer<typeof identifierKind>;

/** The masks of a member's identifiers; null where none is recorded. Clear values never stand in a record. */
export const maskedIdentifiers = z.strictObject({
  certificate: z.string().nullable(),
  phone: z.string().nullable(),
  bankAccount: z.string().nullable(),
});
export type MaskedIdentifiers = z.infer<typeof maskedIdentifiers>;
export const noIdentifiers: MaskedIdentifiers = { certificate: null, phone: null, bankAccount: null };

/** How long an unmasked identifier may be looked at, seconds. */
export const UNMASKED_SECONDS = 60;

/** Which identifier of whom. */
export const identifierRef = z.strictObject({ householdId: id, memberId: id, kind: identifierKind });
export type IdentifierRef = z.infer<typeof identifierRef>;

/** An identifier in the clear: in the store and in the hand of who may see it, nowhere else. */
export const identifier = identifierRef.extend({ value: z.string() });
export type Identifier = z.infer<typeof identifier>;

/** Certificates are text of 18, 20 or 22 characters (DOMAIN §2); a wrong check digit is a question, not a refusal. */
const forms: Record<IdentifierKind, RegExp> = {
  certificate: /^(?:[0-9A-Z]{18}|[0-9A-Z]{20}|[0-9A-Z]{22})$/,
  phone: /^\+?[0-9]{7,15}$/,
  bankAccount: /^[0-9]{12,24}$/,
};

/** As typed, without the spaces and dashes that people put in, in capitals. */
export const normalIdentifier = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

/** Whether the text can be an identifier of that kind. */
export function isIdentifier(kind: IdentifierKind, value: string): boolean {
  return forms[kind].test(value);
}

/** What stays readable of each kind: enough to recognise one's own, too little to use. */
const kept: Record<IdentifierKind, { start: number; end: number }> = {
  certificate: { start: 4, end: 2 },
  phone: { start: 3, end: 2 },
  bankAccount: { start: 0, end: 4 },
};

/** The identifier with all but a few characters covered. */
export function maskOf(kind: IdentifierKind, value: string): string {
  const { start, end } = kept[kind];
  const hidden = Math.max(4, value.length - start - end);
  return value.slice(0, start) + '*'.repeat(hidden) + value.slice(-end);
}
