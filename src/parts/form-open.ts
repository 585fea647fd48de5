import { useEffect, useSyncExternalStore } from 'react';

let open = 0;
const listeners = new Set<() => void>();
const change = (by: 1 | -1): void => {
  open += by;
  for (const heard of listeners) heard();
};

/** Says that something is being filled in here: as long as it is, nobody is offered to leave the page. */
export function useFormOpen(): void {
  useEffect(() => {
    change(1);
    return () => change(-1);
  }, []);
}

/** Whether anything on the page is being filled in. */
export function useIsFormOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open > 0);
}

function subscribe(heard: () => void): () => void {
  listeners.add(heard);
  return () => void listeners.delete(heard);
}
