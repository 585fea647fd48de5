import { role, type Role } from '#src/domain/permission.ts';

/** Where the mock keeps what a browser and a database would. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const SEEN_AS = 'sample-seen-as';
const SIGNED_OUT = 'nobody';
const COOKIE = 'sample-cookie';

/** Keeps it for as long as the page is open, and in no other. */
export function keptInMemory(): Kept {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** The role that somebody chose to see the sample as, null for signed out; a village's cadre until then. */
export function chosenRole(kept: Kept): Role | null {
  const chosen = kept.getItem(SEEN_AS);
  return chosen === SIGNED_OUT ? null : (role.safeParse(chosen).data ?? 'villageCadre');
}

/** Shows the sample with that role's eyes from now on; whoever had signed in is signed out. */
export function chooseRole(kept: Kept, chosen: Role | null): void {
  kept.setItem(SEEN_AS, chosen ?? SIGNED_OUT);
  kept.removeItem(COOKIE);
}

/** What the browser would send as cookie: a service worker can neither set nor read one. */
export function cookieOf(kept: Kept): string {
  return kept.getItem(COOKIE) ?? '';
}

/** Somebody signed in: when that session ends they are nobody, not the role that was chosen before. */
export function keepCookie(kept: Kept, setCookie: string): void {
  chooseRole(kept, null);
  kept.setItem(COOKIE, setCookie.split(';')[0] ?? '');
}
