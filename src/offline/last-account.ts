import { z } from 'zod';
import { actor } from '#src/domain/account.ts';
import { addDays, day, dayInChina, daysBetween, type Day } from '#src/domain/day.ts';

export const greeting = z.object({ today: day, sample: z.boolean(), epoch: z.string(), actor });
/** What the service said to somebody who is signed in. */
export type Greeting = z.infer<typeof greeting>;

/** A clock that is always off counts days all the same. */
export const passedSince = (at: number, now: number, day: Day): Day =>
  addDays(day, Math.max(0, daysBetween(dayInChina(new Date(at)), dayInChina(new Date(now)))));

/** Written at once, and read before anything else is known; who it is by name lies sealed. */
const KEY = 'last-account';
const stored = z.object({ at: z.number(), greeting });

/** Who was signed in on this device when the service was asked last. */
export const lastAccount = {
  remember(said: Greeting, at: number): void {
    const nameless = { ...said, actor: { ...said.actor, name: '' } };
    localStorage.setItem(KEY, JSON.stringify({ at, greeting: nameless }));
  },
  forget(): void {
    localStorage.removeItem(KEY);
  },
  /** Without a name, and with the day that it is by now. */
  recall(now: number): { at: number; greeting: Greeting } | null {
    const kept = stored.safeParse(parsed(localStorage.getItem(KEY))).data;
    if (!kept) return null;
    const { at, greeting } = kept;
    return { at, greeting: { ...greeting, today: passedSince(at, now, greeting.today) } };
  },
};

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
}
