import { useRef, useState } from 'react';
import { problemOf } from '#src/api/problem.ts';
import { useRecordVisit } from '#src/api/writes.ts';
import { canonical } from '#src/domain/audit.ts';
import { problemMessage } from '#src/messages/problems.ts';
import type { ItemProblem, OutboxItem } from '#src/offline/outbox-item.ts';
import { OutboxRefusal, type NewItem } from '#src/offline/outbox.ts';
import { takePhotosAlong } from '#src/offline/take-photos-along.ts';
import { useFieldWork, useOutboxView } from '#src/offline/use-outbox.tsx';
import { useActor } from '#src/parts/use-may.ts';
import type { PhotoForm } from './visit-form.ts';
import { controlOf, pieceOf, type BuiltVisit, type FormProblem } from './visit-draft-of.ts';

type Told = Pick<ItemProblem, 'code' | 'status' | 'fields'>;
interface Refusal {
  problem: Told;
  /** This device did not keep it either. */
  unkept: boolean;
  /** Beside their controls, with what each held then: they end when that changes. */
  fields: (FormProblem & { piece: string })[];
}

/** Of the first two the service has the visit, of the third something in it has another's number. */
const takenCodes = ['ALREADY_RECEIVED', 'VISIT_ID_TAKEN', 'ID_TAKEN'] as const;
export const takenIn = ({ code }: Pick<ItemProblem, 'code'>) => takenCodes.find((one) => one === code);

function refusalOf(built: BuiltVisit, problem: Told, unkept = false): Refusal {
  const fields = takenIn(problem) ? [] : problem.fields;
  return {
    problem,
    unkept,
    fields: fields.map(({ field, code }) => {
      const control = controlOf(built, field);
      return { control, code: problemMessage(code), piece: pieceOf(built, control) };
    }),
  };
}

/** A photo as the outbox takes it. */
export const photoItem = (
  visitId: string,
  accountId: string,
  { id, size, sha256 }: PhotoForm,
): NewItem<'photo'> => ({ id, kind: 'photo', accountId, payload: { visitId, size, sha256 } });

/** The outbox has it under another's name, or the service has it as it was saved before. */
const refusedHere = (code: OutboxRefusal['code']): Told => ({ code, status: null, fields: [] });

/** What became of a visit while it is being mended: null while the service has said nothing of it. */
function becameOf(mended: OutboxItem, items: readonly OutboxItem[]): Told | null {
  const now = items.find(({ id }) => id === mended.id);
  // Once it is saved with other content, what becomes of that is told where it is saved.
  if (now?.hash !== mended.hash) return null;
  if (now.state === 'received') return refusedHere('ALREADY_RECEIVED');
  return now.state === 'needsAttention' ? now.lastProblem : null;
}
const isSame = (a: Told | null, b: Told | null): boolean => canonical(a) === canonical(b);

/**
 * Saves the visit once at a time: on this device, from where it is sent. Where the device keeps nothing,
 * it is sent at once, and saved is what the service says it has.
 * @param mended the visit as the outbox had it when it was opened again: what the service said of it by then is told at
 *   first, and what it says meanwhile when it does
 */
export function useSaveVisit(
  visitId: string,
  built: BuiltVisit,
  photos: readonly PhotoForm[],
  mended: OutboxItem | null,
  onSaved: (visitId: string) => Promise<void>,
) {
  const { save: keep, photos: pictures, outbox, sender } = useFieldWork();
  const { items } = useOutboxView();
  const direct = useRecordVisit();
  const actor = useActor();
  const busy = useRef(false);
  const [saving, setSaving] = useState(false);
  const [photosLeft, setPhotosLeft] = useState(false);
  // Of what only waits for an answer the service has said nothing.
  const [heard, setHeard] = useState<Told | null>(
    mended?.state === 'needsAttention' ? mended.lastProblem : null,
  );
  const [refusal, setRefusal] = useState<Refusal | null>(() =>
    mended?.id === visitId && heard ? refusalOf(built, heard) : null,
  );
  const became = mended?.id === visitId && !saving ? becameOf(mended, items) : null;
  if (became && !isSame(became, heard)) {
    setHeard(became);
    setRefusal(refusalOf(built, became));
  }

  const put = async (): Promise<void> => {
    const payload = { draft: built.draft };
    try {
      if (!actor) throw new Error('nobody is known to be signed in');
      await keep({ id: visitId, kind: 'visit', accountId: actor.id, payload });
    } catch (error) {
      if (error instanceof OutboxRefusal) throw error;
      await direct.mutateAsync({ visitId, ...built.draft });
    }
  };

  /** Each by itself: they go when the visit is received. What was kept already is not kept again. */
  const putPhotos = async (): Promise<void> => {
    if (!actor) return;
    // Under other ids it is another visit: the photos that wait for the one that was mended are this one's now.
    if (mended && mended.id !== visitId) {
      // The visit may be received by now, and the sender at rest.
      await takePhotosAlong(outbox, mended.id, visitId).finally(() => void sender.wake());
    }
    for (const photo of photos) {
      if (photo.removed) await pictures.remove(photo.id).catch(() => {});
      else await keep(photoItem(visitId, actor.id, photo));
    }
  };

  /** @param withPhotos false where this device does not take them: those that it took go along all the same */
  const save = async (withPhotos: boolean): Promise<'saved' | 'refused' | 'busy'> => {
    // A double tap arrives before the screen could have drawn the button as busy.
    if (busy.current) return 'busy';
    busy.current = true;
    setSaving(true);
    setRefusal(null);
    setPhotosLeft(false);
    try {
      // Every time, for the form may have been changed since; the same content twice is saved once.
      await put();
      // The visit is saved by now: whatever becomes of its photos, that it is not is never said.
      const isWhole =
        !withPhotos ||
        (await putPhotos().then(
          () => true,
          () => false,
        ));
      setPhotosLeft(!isWhole);
      if (!isWhole) return 'refused';
      await onSaved(visitId);
      return 'saved';
    } catch (error) {
      setRefusal(
        error instanceof OutboxRefusal
          ? refusalOf(built, refusedHere(error.code))
          : refusalOf(built, problemOf(error), true),
      );
      return 'refused';
    } finally {
      busy.current = false;
      setSaving(false);
    }
  };

  const failure = refusal && refusal.fields.length === 0 ? refusal.problem : null;
  const standing = refusal?.fields.filter(({ control, piece }) => pieceOf(built, control) === piece) ?? [];
  return {
    save: () => save(true),
    saveWithoutPhotos: () => save(false),
    saving,
    /** The visit is saved, not all of its photos are. */
    photosLeft,
    /** What the service refused and is still so. */
    refused: standing as FormProblem[],
    /** A failure that belongs to no control, or null. */
    failure,
    /** What the service said of the visit as it was saved before, while that stands. */
    told: heard && heard === refusal?.problem && (failure || standing.length > 0) ? heard : null,
    /** Whether what failed stands on the screen alone. */
    unkept: refusal?.unkept ?? false,
    forget: () => setRefusal(null),
  };
}
