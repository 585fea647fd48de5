import { useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { PHOTO_LIMITS } from '#src/domain/photo.ts';
import { photoProgress } from '#src/offline/photo-progress.ts';
import { photosToTakeAlong } from '#src/offline/take-photos-along.ts';
import { useFieldWork, useOutboxView } from '#src/offline/use-outbox.tsx';
import { useActor } from '#src/parts/use-may.ts';
import { useLog } from './log-context.ts';
import { shrinkPhoto, type PhotoProblem } from './shrink-photo.ts';
import { livePhotos } from './visit-form.ts';

/** A file that was not taken, and why. */
export interface PhotoRefused {
  id: string;
  name: string;
  problem: PhotoProblem | 'photoTwice' | 'photoOverLimit' | 'photoNotKept';
}

/** Photos of the visit that is being typed: each is on the device before the form names it. */
export function usePhotos() {
  const { form, savedAs, change } = useLog();
  const { photos } = useFieldWork();
  const actor = useActor();
  const { items } = useOutboxView();
  const [refused, setRefused] = useState<readonly PhotoRefused[]>([]);
  const [busy, setBusy] = useState(false);
  const working = useRef(false);
  const live = livePhotos(form);
  /** Of a visit that is being mended, those that were saved with it: they go along where it becomes another. */
  const saved =
    photoProgress(items, form.id).total +
    (savedAs === form.id ? 0 : photosToTakeAlong(items, savedAs).length);

  async function add(files: readonly File[]): Promise<void> {
    if (working.current || files.length === 0 || !actor) return;
    working.current = true;
    setBusy(true);
    const known = new Set(live.map(({ sha256 }) => sha256));
    const told: PhotoRefused[] = [];
    // One after the other: a phone has no room for ten opened pictures.
    for (const file of files) {
      const refuse = (problem: PhotoRefused['problem']) =>
        told.push({ id: uuid(), name: file.name, problem });
      if (saved + known.size >= PHOTO_LIMITS.photos) {
        refuse('photoOverLimit');
        continue;
      }
      const made = await shrinkPhoto(file);
      if (typeof made === 'string') refuse(made);
      else if (known.has(made.sha256)) refuse('photoTwice');
      else {
        const { bytes, sha256 } = made;
        const id = uuid();
        const isKept = await photos.keep({ id, accountId: actor.id, keptAt: Date.now() }, bytes).then(
          () => true,
          () => false,
        );
        if (!isKept) refuse('photoNotKept');
        else {
          known.add(sha256);
          change({ type: 'photoAdded', photo: { id, size: bytes.length, sha256, removed: false } });
        }
      }
    }
    setRefused(told);
    setBusy(false);
    working.current = false;
  }
  return { add, busy, refused, saved, left: PHOTO_LIMITS.photos - saved - live.length };
}
