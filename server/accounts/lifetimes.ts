const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Milliseconds after which a session ends: since it was last used, and since it began. A
 * village may be without a signal for days; a phone that is lost is ended by hand.
 */
export const SESSION = { idle: 7 * DAY, absolute: 30 * DAY } as const;

/** Milliseconds for which a one-time link is good. */
export const INVITATION = 7 * DAY;

/** When somebody was last seen is kept to the minute: a page's five requests are one write. */
export const SEEN = MINUTE;

/** The instant so many milliseconds later, as text. */
export const later = (now: Date, milliseconds: number): string =>
  new Date(now.getTime() + milliseconds).toISOString();

/** Milliseconds of a token's days. */
export const daysLong = (days: number): number => days * DAY;

/** When a session that is used now ends. */
export const sessionEnd = (now: Date, startedAt: Date): Date =>
  new Date(Math.min(now.getTime() + SESSION.idle, startedAt.getTime() + SESSION.absolute));
