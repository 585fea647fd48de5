import { z } from 'zod';
import { instant } from './account.ts';
import { id } from './id.ts';
import { role } from './permission.ts';
import { place } from './place.ts';
import { text } from './text.ts';

/** What is written down of who did what. Reads of what is sensitive are acts too. */
export const auditActions = [
  'recordVisit',
  'correctReading',
  'reviewVisit',
  'recordProcedureStep',
  'answerDataQuestion',
  'recordIdentifier',
  'unmaskIdentifier',
  'viewHousehold',
  'takeRecords',
  'recordPhoto',
  'viewPhotos',
  'takePhotos',
  'invite',
  'acceptInvitation',
  'changeAccount',
  'disableAccount',
  'enableAccount',
  'endSession',
  'signIn',
  'signOut',
  'createToken',
  'revokeToken',
  'loadRecords',
] as const;
export const auditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof auditAction>;

export const auditSubjectKinds = ['village', 'household', 'visit', 'reading', 'account', 'token'] as const;

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** What the act changed, field by field; never an identifier in the clear, never a password. */
const facts = z.record(z.string(), z.union([plain, z.array(plain), z.record(z.string(), plain)])).nullable();

/** An act as the routes tell it to the store; the store adds its place in the chain. */
export const act = z.strictObject({
  at: instant,
  actor: z.strictObject({ id, name: text, role, via: z.enum(['session', 'token']) }).nullable(),
  action: auditAction,
  /** Where it belongs: the way down to the village, or the place of the account. */
  place: place.nullable(),
  subject: z.strictObject({ kind: z.enum(auditSubjectKinds), id }),
  /** The household it touches, if it is about one: so that "who has looked at this record" finds it. */
  householdId: id.nullable(),
  reason: z.string().nullable(),
  before: facts,
  after: facts,
});
export type Act = z.infer<typeof act>;

/** An act in its chain. */
export const auditEntry = act.extend({
  /** A village's id, or `accounts`. */
  chain: z.string(),
  number: z.int(),
  prevHash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** The chain of what is about accounts rather than about a village. */
export const ACCOUNTS_CHAIN = 'accounts';
/** What the first entry of a chain follows. */
export const CHAIN_START = '0'.repeat(64);

/** Where a page of the trail ends: instant, chain and number of its last entry. */
export const auditCursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[a-z0-9-]{1,64}~\d{1,9}$/, { error: 'notACursor' })
  .refine((cursor) => !Number.isNaN(Date.parse(cursor.slice(0, 24))), { error: 'notACursor' });

/** A look at a household's record. */
export const look = z.strictObject({
  at: instant,
  actor: z.strictObject({ id, name: text, role }),
  action: auditAction,
  reason: z.string().nullable(),
});
export type Look = z.infer<typeof look>;

/** The same act always gives the same text: keys in order at every depth. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** What is hashed of an entry: the hash before it, its number, and the act's canonical text. */
export function chainText(prevHash: string, number: number, payload: string): string {
  return `${prevHash}\n${number}\n${payload}`;
}
