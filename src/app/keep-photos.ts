import { hashKey } from '@tanstack/react-query';
import { problemOf } from '#src/api/problem.ts';
import { photoQuery } from '#src/api/queries.ts';
import type { Photo } from '#src/domain/photo.ts';
import type { PhotoStore } from '#src/offline/photo-store.ts';
import type { KeptReads } from '#src/offline/read-store.ts';
import { LITTLE_ROOM, type StorageRoom } from '#src/offline/storage-room.ts';

/**
 * Of one village, in bytes of pictures: some eighty photos as phones make them. What is on the device stays there, so
 * only what is new costs the line anything; all of it anew is half a minute with a good signal, half an hour with a bad one.
 */
export const MOST_BYTES = 20_000_000;
/** A picture leaves so much room for what is typed, in bytes. */
const LEAVES = 2 * LITTLE_ROOM;

type Ref = Pick<Photo, 'id' | 'visitId'>;

export interface PhotosHere {
  /** How many can be shown without a network: kept, or taken on this device. */
  here: number;
  /** How many the village's newest visits have. */
  of: number;
}

interface Place {
  reads: Pick<KeptReads, 'has' | 'keep' | 'recall' | 'forget'>;
  /** Pictures that this device took itself: they are not fetched. */
  taken: Pick<PhotoStore, 'has'>;
  accountId: string;
}

interface Parts extends Place {
  /** Asks the service for one, which writes down that it was taken along. */
  fetchPhoto: (photo: Ref) => Promise<unknown>;
  /** Null where the browser does not say. */
  room: () => Promise<StorageRoom | null>;
}

/** Which pictures of a village may be here: kept beside them, under a name that no question has. */
const indexOf = (villageId: string): string => `photos of ${villageId}`;
const nameOf = ({ visitId, id }: Ref): string => hashKey(photoQuery(visitId, id).queryKey);

const isHere = async ({ reads, taken, accountId }: Place, photo: Ref): Promise<boolean> =>
  (await taken.has(accountId, photo.id).catch(() => false)) || reads.has(accountId, nameOf(photo));

async function indexed({ reads, accountId }: Place, villageId: string) {
  const found = await reads.recall(accountId, indexOf(villageId));
  return (found?.data ?? null) as { photos: Ref[]; of: number } | null;
}

/** How many of a village's photos can be shown without a network; null where they were never asked for. */
export async function photosHere(place: Place, villageId: string): Promise<PhotosHere | null> {
  const index = await indexed(place, villageId);
  if (!index) return null;
  const here = await Promise.all(index.photos.map((photo) => isHere(place, photo)));
  return { here: here.filter(Boolean).length, of: index.of };
}

/** As many as there is room for, from the first on. */
function fitting<Of extends Pick<Photo, 'size'>>(photos: readonly Of[]): Of[] {
  let bytes = 0;
  const tooMany = photos.findIndex(({ size }) => (bytes += size) > MOST_BYTES);
  return photos.slice(0, tooMany < 0 ? photos.length : tooMany);
}

/** Keeps one picture. False where no other is worth trying: no room, no line, no right to them any more. */
async function keepOne({ reads, accountId, fetchPhoto, room }: Parts, photo: Ref): Promise<boolean> {
  if (((await room())?.left ?? Infinity) < LEAVES) return false;
  try {
    const data = await fetchPhoto(photo);
    await reads.keep(accountId, [{ id: nameOf(photo), data }], Date.now());
    // A device that is full keeps nothing, and says nothing.
    return await reads.has(accountId, nameOf(photo));
  } catch (error) {
    return problemOf(error).status === 404;
  }
}

/**
 * Keeps what photos show, and lets go of pictures that are not among them any more. Never rejects: what is missing
 * is told by `photosHere`, and tried again when the village is kept next.
 * @param photos of the village's newest visits, the newest first; none for whoever may not see them
 */
export async function keepPhotos(
  parts: Parts,
  villageId: string,
  photos: readonly Pick<Photo, 'id' | 'visitId' | 'size'>[],
  told: (done: number, of: number) => void,
): Promise<void> {
  const { reads, accountId } = parts;
  const wanted = fitting(photos);
  const names = new Set(wanted.map(nameOf));
  const before = (await indexed(parts, villageId))?.photos ?? [];
  for (const photo of before) if (!names.has(nameOf(photo))) await reads.forget(accountId, nameOf(photo));
  // Before the pictures: what is here is always named by it, and is let go of some day.
  const data = { photos: wanted.map(({ id, visitId }) => ({ id, visitId })), of: photos.length };
  await reads.keep(accountId, [{ id: indexOf(villageId), data }], Date.now());
  for (const [done, photo] of wanted.entries()) {
    told(done, wanted.length);
    if (!(await isHere(parts, photo)) && !(await keepOne(parts, photo))) return;
  }
}
