import { z } from 'zod';
import { greeting, lastAccount, passedSince, type Greeting } from './last-account.ts';

/** What the service had said to them; who it was stands there by id alone. */
const note = z.object({
  at: z.number(),
  accountId: z.string(),
  said: greeting.omit({ actor: true }),
  /** Whether it was tried to tell the service, in vain. */
  tried: z.boolean(),
});
type Note = z.infer<typeof note>;

const KEY = 'signed-out-here';
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((heard) => heard());

function stored(): Note | null {
  try {
    return note.parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}

/**
 * Somebody signed out on this device, and the service does not know it yet: its cookie would still open their
 * session. Until it knows, nobody is signed in here.
 */
export const signedOutHere = {
  /** Returns whether it stands there: a phone without any room takes nothing. */
  remember({ actor, ...said }: Greeting, at: number): boolean {
    // First: whatever happens next, this device opens for them no more.
    lastAccount.forget();
    try {
      const kept: Note = { at, accountId: actor.id, said, tried: false };
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      return false;
    }
    tell();
    return true;
  },
  /** The service knows, or somebody else's session has taken the place of theirs. */
  forget(): void {
    if (localStorage.getItem(KEY) === null) return;
    localStorage.removeItem(KEY);
    tell();
  },
  /** The service could not be told. */
  missed(): void {
    const kept = stored();
    if (!kept || kept.tried) return;
    localStorage.setItem(KEY, JSON.stringify({ ...kept, tried: true } satisfies Note));
    tell();
  },
  wasMissed: (): boolean => stored()?.tried ?? false,
  /** Whose session is to be ended; null where there is none. */
  accountId: (): string | null => stored()?.accountId ?? null,
  /** What the service would say to nobody, with the day that it is by now. */
  recall(now: number): { at: number; data: Omit<Greeting, 'actor'> & { actor: null } } | null {
    const kept = stored();
    if (!kept) return null;
    const { at, said } = kept;
    return { at, data: { ...said, today: passedSince(at, now, said.today), actor: null } };
  },
  /** Hears of this tab and of the others. Returns how to stop listening. */
  subscribe(heard: () => void): () => void {
    const onStorage = ({ key }: StorageEvent): void => {
      if (key === KEY) heard();
    };
    listeners.add(heard);
    addEventListener('storage', onStorage);
    return () => {
      listeners.delete(heard);
      removeEventListener('storage', onStorage);
    };
  },
};
