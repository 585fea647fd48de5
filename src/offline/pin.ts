import type { Tries } from './vault.ts';

const FEWEST_DIGITS = 6;
/** Of a PIN that is not digits alone. */
const FEWEST_CHARACTERS = 8;
const MOST_CHARACTERS = 128;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How many may be wrong before there is a wait. */
export const FREE_TRIES = 4;
/** After the fifth, sixth … wrong one; the last for every further one. Milliseconds. */
const WAITS = [30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE];

/** As it is typed on whatever keyboard: a Chinese one may give full-width digits. */
export const pinAsTyped = (pin: string): string => pin.normalize('NFKC');

/** Whether it is long enough, and none of the first that anybody would try. */
export function isStrongEnough(typed: string): boolean {
  const pin = pinAsTyped(typed);
  if (pin.length > MOST_CHARACTERS) return false;
  if (!/^\d+$/.test(pin)) return [...pin].length >= FEWEST_CHARACTERS && new Set(pin).size > 2;
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0)));
  // All the same, or one up or down at a time.
  const isRow = steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 2);
  return pin.length >= FEWEST_DIGITS && !isRow && new Set(digits).size > 2;
}

export const NO_TRIES: Tries = { failed: 0, waitUntil: 0 };

/** After one more wrong one, at this instant. */
export function afterWrong({ failed }: Tries, now: number): Tries {
  return { failed: failed + 1, waitUntil: now + waitAfter(failed + 1) };
}

const waitAfter = (failed: number): number =>
  failed <= FREE_TRIES ? 0 : (WAITS[failed - FREE_TRIES - 1] ?? (WAITS.at(-1) as number));

/**
 * Milliseconds until the next may be tried. A clock that went back does not make anybody wait longer than
 * the wait was; one that is put forward ends it, which the device cannot know.
 */
export const waitLeft = ({ failed, waitUntil }: Tries, now: number): number =>
  Math.max(0, Math.min(waitUntil - now, waitAfter(failed)));
