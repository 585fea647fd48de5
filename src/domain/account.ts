import { z } from 'zod';
import { id } from './id.ts';
import { role } from './permission.ts';
import { place } from './place.ts';
import { required, text, TEXT_LIMITS } from './text.ts';

/** An instant, ISO 8601 in UTC. Used for what happens on the service itself; facts about villages carry days. */
export const instant = z.iso.datetime({ error: 'notAnInstant' });

/** Who is asking: a person in a session, or a program with a token. */
export const actor = z.strictObject({
  id,
  name: text,
  role,
  places: z.array(place),
  via: z.enum(['session', 'token']),
});
export type Actor = z.infer<typeof actor>;

/** The name typed at sign-in: small letters, digits, dot, dash, underscore. No mail address is asked for. */
export const signInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,38}[a-z0-9])$/, { error: 'notASignInName' });

/** Long rather than intricate (NIST SP 800-63B §3.1.1). */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;
export const password = z
  .string()
  .min(PASSWORD_LENGTH.min, { error: 'passwordTooShort' })
  .max(PASSWORD_LENGTH.max, { error: 'tooLong' });

export const MOST_PLACES = 50;
const seated = {
  role,
  places: z.array(place).min(1, { error: 'required' }).max(MOST_PLACES, { error: 'tooMany' }),
};

export const accountStates = ['invited', 'active', 'disabled'] as const;
export const account = z.strictObject({
  id,
  signInName: z.string(),
  name: text,
  role,
  places: z.array(place),
  state: z.enum(accountStates),
  createdAt: instant,
  lastSeenAt: instant.nullable(),
  /** Open sessions. */
  sessions: z.int(),
});
export type Account = z.infer<typeof account>;

/** What an administrator types to invite somebody. */
export const invitationDraft = z.strictObject({
  signInName,
  name: required(TEXT_LIMITS.name),
  ...seated,
});
export type InvitationDraft = z.infer<typeof invitationDraft>;

/** A one-time link: its secret is shown once and kept as a digest. */
export const invitation = z.strictObject({ accountId: id, secret: z.string(), expiresAt: instant });
export type Invitation = z.infer<typeof invitation>;

/** What the holder of a one-time link is shown before setting a password. */
export const invitationGreeting = z.strictObject({ signInName: z.string(), name: text });
export type InvitationGreeting = z.infer<typeof invitationGreeting>;

export const session = z.strictObject({
  id,
  startedAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  /** The browser as it named itself, shortened. */
  agent: z.string().nullable(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

/** A machine client's token; the secret itself is shown once and kept as a digest. */
export const accessToken = z.strictObject({
  id,
  name: z.string(),
  role,
  places: z.array(place),
  createdAt: instant,
  createdBy: text,
  lastUsedAt: instant.nullable(),
  expiresAt: instant,
  revokedAt: instant.nullable(),
});
export type AccessToken = z.infer<typeof accessToken>;

export const accessTokenDraft = z.strictObject({
  name: required(TEXT_LIMITS.name),
  /** A program reads; it neither visits nor invites. */
  role: role.extract(['office', 'auditor']),
  places: seated.places,
  /** Days until it ends by itself. */
  days: z.int({ error: 'notWhole' }).min(1, { error: 'tooSmall' }).max(366, { error: 'tooLarge' }),
});
export type AccessTokenDraft = z.infer<typeof accessTokenDraft>;
