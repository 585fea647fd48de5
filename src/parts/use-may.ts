import type { Actor } from '#src/domain/account.ts';
import { may, mayAnywhere, type Action } from '#src/domain/permission.ts';
import type { Place } from '#src/domain/place.ts';
import { useSession } from './session.tsx';

/** Who is signed in; null as well until the service has answered. */
export function useActor(): Actor | null {
  return useSession().actor;
}

/** Whether the person may do it at that place; not as long as the place is not known. Lists ask `may(useActor(), …)`. */
export function useMay(action: Action, target: Place | null | undefined): boolean {
  const actor = useActor();
  return target !== null && target !== undefined && may(actor, action, target);
}

/** Whether there is any place where the person may do it: for what leads to a page. */
export function useMayAnywhere(action: Action): boolean {
  return mayAnywhere(useActor(), action);
}
