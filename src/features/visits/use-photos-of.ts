import { useQuery } from '@tanstack/react-query';
import { photosQuery } from '#src/api/queries.ts';
import type { Photo } from '#src/domain/photo.ts';
import { visitOfPhoto } from '#src/offline/photo-progress.ts';
import { useOutboxView } from '#src/offline/use-outbox.tsx';
import { useActor } from '#src/parts/use-may.ts';

/** A photo of a visit, as far as this device knows of it. */
export interface ShownPhoto extends Pick<Photo, 'id' | 'visitId'> {
  /** In its visit, from 1 on. */
  number: number;
  /** What the service told of it; null where this device alone knows of it. */
  told: Omit<Photo, 'sha256'> | null;
  /** Whether the service has it, as far as this device has heard. */
  isReceived: boolean;
}

/** The photos of a visit that the service told of, and then others that this device took. */
export function usePhotosOf(visitId: string): { photos: ShownPhoto[]; isUnknown: boolean } {
  const query = useQuery(photosQuery(visitId));
  const { items } = useOutboxView();
  const accountId = useActor()?.id;
  const listed = (query.data ?? []).map((told) => ({ id: told.id, visitId, told, isReceived: true }));
  const known = new Set(listed.map(({ id }) => id));
  const own = items
    .filter((item) => item.accountId === accountId && item.state !== 'removed' && !known.has(item.id))
    .filter((item) => visitOfPhoto(item) === visitId)
    .map(({ id, state }) => ({ id, visitId, told: null, isReceived: state === 'received' }));
  return {
    photos: [...listed, ...own].map((photo, at) => ({ ...photo, number: at + 1 })),
    isUnknown: query.isError && query.data === undefined,
  };
}
