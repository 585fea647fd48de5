const FIRST = 2000;
/** Nobody waits longer than this for the next try, unless the service asks for it. */
export const LONGEST_BACKOFF = 300_000;
/** What the service asks for with `Retry-After` is heard up to an hour. */
export const LONGEST_WAIT = 3_600_000;

/**
 * Milliseconds until the next try: anything between nothing and twice the limit before
 * ("full jitter"), so that a township's phones do not all come back in the same second.
 * @param tries how many have failed, from 1 on
 * @param random between 0 and 1
 */
export function backoff(tries: number, random: number): number {
  return Math.round(random * Math.min(LONGEST_BACKOFF, FIRST * 2 ** Math.min(tries - 1, 20)));
}

/**
 * Whether it is time. A clock that went back would make an item wait for a year: what lies
 * further ahead than anybody ever waits is due.
 */
export const isDue = (at: number, now: number): boolean => at <= now || at > now + LONGEST_WAIT;
