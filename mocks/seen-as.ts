import { role, type Role } from '#src/domain/permission.ts';

const KEY = 'sample-seen-as';
const SIGNED_OUT = 'nobody';

/** The role that somebody chose to see the sample as; a village's cadre until then. */
export function chosenRole(storage: Storage): Role | null {
  const kept = storage.getItem(KEY);
  return kept === SIGNED_OUT ? null : (role.safeParse(kept).data ?? 'villageCadre');
}

/** Keeps the choice for this browser. */
export function chooseRole(storage: Storage, chosen: Role | null): void {
  storage.setItem(KEY, chosen ?? SIGNED_OUT);
}
