import { isUnsent } from '#src/offline/outbox-item.ts';
import type { NewItem, Outbox } from '#src/offline/outbox.ts';
import { visitOfPhoto } from '#src/offline/photo-progress.ts';
import type { PhotoStore } from '#src/offline/photo-store.ts';
import { jpeg, pieceOf } from '#tests/support/jpeg.ts';
import type { Chance } from './random.ts';

/** A photo of a visit, as it was taken. */
export interface Photo {
  item: NewItem<'photo'>;
  bytes: Uint8Array<ArrayBuffer>;
  removed: boolean;
}

/** What of some visits is photographed: some have one photo, some several, and two of those may show the same. */
async function photosOfVisit(
  visitId: string,
  accountId: string,
  luck: Chance,
  often: number,
): Promise<Photo[]> {
  if (!luck.hits(often)) return [];
  const pictures = Array.from({ length: luck.whole(1, 4) }, () =>
    jpeg({ scan: luck.whole(10, 2500), seed: luck.whole(1, 250) }),
  );
  if (pictures.length > 1 && luck.hits(0.5)) pictures.splice(1, 1, ...pictures.slice(0, 1));
  return Promise.all(
    pictures.map(async (bytes, n) => {
      const id = `${visitId}-photo-${n}`;
      const { size, sha256 } = await pieceOf(id, bytes);
      return {
        item: { id, kind: 'photo', accountId, payload: { visitId, size, sha256 } },
        bytes,
        removed: false,
      };
    }),
  );
}

interface Parts {
  store: PhotoStore;
  luck: Chance;
  /** Of the visits, how many have photos, from 0 to 1. */
  often: number;
  /** Puts it into the outbox as soon as the phone can, and says so when it did. */
  keep: (item: NewItem<'photo'>, told: () => void) => Promise<void>;
}

/** The photos that one phone takes of its visits. */
export function createCamera({ store, luck, often, keep }: Parts) {
  /** Of which a person was told that they are saved. */
  const saved = new Map<string, Photo>();
  /** Those of visits that are not saved yet. */
  const taken = new Map<string, Photo[]>();
  return {
    saved,
    /** What is photographed lies on the phone before the form names it. */
    async take(visitId: string, accountId: string, keptAt: number): Promise<void> {
      const photos = await photosOfVisit(visitId, accountId, luck, often);
      for (const { item, bytes } of photos) await store.keep({ id: item.id, accountId, keptAt }, bytes);
      taken.set(visitId, photos);
    },
    /** As the form does it, each by itself after its visit. */
    async save(visitId: string): Promise<void> {
      const photos = taken.get(visitId) ?? [];
      taken.delete(visitId);
      for (const photo of photos) await keep(photo.item, () => saved.set(photo.item.id, photo));
    },
    /** A visit that is not received takes its photos with it. */
    async removeWith(visitId: string, outbox: Outbox): Promise<void> {
      const seen = outbox.view().items.filter(isUnsent);
      if (!seen.some(({ id }) => id === visitId)) return;
      for (const { id } of seen.filter((item) => visitOfPhoto(item) === visitId)) {
        const left = await outbox.remove(id, 'It was a trial.');
        const photo = saved.get(id);
        if (photo && left?.state === 'removed') saved.set(id, { ...photo, removed: true });
      }
    },
  };
}
