import { useEffect, useState } from 'react';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { useActor } from './use-may.ts';

/** A picture that this device took itself, as an address of this page; undefined while it is read, null for none. */
export function useOwnPicture(photoId: string): string | null | undefined {
  const { photos } = useFieldWork();
  const accountId = useActor()?.id;
  const [source, setSource] = useState<string | null>();
  useEffect(() => {
    let address: string | null = null;
    let isOver = false;
    const reading = accountId === undefined ? Promise.resolve(null) : photos.read(accountId, photoId);
    reading.then(
      (bytes) => {
        if (isOver) return;
        address = bytes && URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
        setSource(address);
      },
      () => {
        if (!isOver) setSource(null);
      },
    );
    return () => {
      isOver = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [photos, accountId, photoId]);
  return source;
}
