import type { PhotoStore } from '#src/offline/photo-store.ts';

/** Pictures in memory, as one device keeps them. */
export function createMemoryPhotos() {
  const pictures = new Map<string, { accountId: string; keptAt: number; bytes: Uint8Array<ArrayBuffer> }>();
  const store: PhotoStore = {
    keep: async ({ id, accountId, keptAt }, bytes) =>
      void pictures.set(id, { accountId, keptAt, bytes: new Uint8Array(bytes) }),
    read: async (accountId, id) => {
      const found = pictures.get(id);
      return found?.accountId === accountId ? found.bytes : null;
    },
    has: async (accountId, id) => pictures.get(id)?.accountId === accountId,
    remove: async (id) => void pictures.delete(id),
    sweep: async (isNamed, before) => {
      for (const [id, { keptAt }] of pictures) if (!isNamed(id) && keptAt < before) pictures.delete(id);
    },
  };
  return { store, pictures };
}
