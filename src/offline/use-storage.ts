import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { askToPersist, storageRoom, type StorageRoom } from './storage-room.ts';
import { witness } from './witness.ts';

/** The room on this device, asked once a page; null until it is known, and where the browser does not say. */
export function useStorageRoom() {
  const [room, setRoom] = useState<StorageRoom | null>(null);
  /** Whether the browser was asked to keep it, and did not promise. */
  const [refused, setRefused] = useState(false);
  const look = useCallback(() => storageRoom().then(setRoom), []);
  useEffect(() => void look(), [look]);
  const ask = async () => {
    setRefused(!(await askToPersist()));
    await look();
  };
  return { room, refused, ask };
}

/** How many items this browser has thrown away before they were received, until a person has taken note. */
export const useLost = (): number => useSyncExternalStore(witness.subscribe, witness.lost);
