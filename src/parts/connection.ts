import { useSyncExternalStore } from 'react';

let silent = 'onLine' in navigator && !navigator.onLine;
const listeners = new Set<() => void>();

/** Whether the service answered when it was asked last. A device may believe that it has a network and have none. */
export const connection = {
  isSilent: (): boolean => silent,
  tell(answered: boolean): void {
    if (silent === !answered) return;
    silent = !answered;
    for (const heard of listeners) heard();
  },
  subscribe(heard: () => void): () => void {
    listeners.add(heard);
    return () => void listeners.delete(heard);
  },
};

export const useIsSilent = (): boolean => useSyncExternalStore(connection.subscribe, connection.isSilent);
