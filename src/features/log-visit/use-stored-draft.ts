import { useEffect, useState } from 'react';
import { draftKey } from '#src/offline/draft-key.ts';
import type { Draft } from '#src/offline/draft-store.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { useActor } from '#src/parts/use-may.ts';
import { visitForm, type VisitForm } from './visit-form.ts';

/** What the device kept of a village's visit. */
export interface StoredDraft {
  form: VisitForm | null;
  /** Milliseconds since 1970; null where there is no draft. */
  savedAt: number | null;
  /** False where this browser keeps nothing. */
  available: boolean;
}

/** The reader's own: what somebody began in a browser is not for the next who uses it. */
export function useDraftKey(villageId: string, mended: string | undefined): string {
  const actor = useActor();
  return draftKey(actor?.id ?? '', mended === undefined ? { villageId } : { mends: mended });
}

/** The form in a draft, or null where it has another shape (an older version wrote it). */
export const formOf = (draft: Draft | null): VisitForm | null =>
  visitForm.safeParse(draft?.body).data ?? null;

/** Reads a draft once, by its village or by the item that it mends; null while it is being read. */
export function useStoredDraft(key: string): StoredDraft | null {
  const store = useDraftStore();
  const [stored, setStored] = useState<StoredDraft | null>(null);
  useEffect(() => {
    let current = true;
    store.read(key).then(
      (draft) => {
        const form = formOf(draft);
        if (current) setStored({ form, savedAt: form && draft ? draft.savedAt : null, available: true });
      },
      () => {
        if (current) setStored({ form: null, savedAt: null, available: false });
      },
    );
    return () => {
      current = false;
    };
  }, [store, key]);
  return stored;
}
