import { useEffect, useState } from 'react';
import type { Draft } from '#src/offline/draft-store.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { visitForm, type VisitForm } from './visit-form.ts';

/** What the device kept of a village's visit. */
export interface StoredDraft {
  form: VisitForm | null;
  /** Milliseconds since 1970; null where there is no draft. */
  savedAt: number | null;
  /** False where this browser keeps nothing. */
  available: boolean;
}

/** The form in a draft, or null where it has another shape (an older version wrote it). */
export const formOf = (draft: Draft | null): VisitForm | null =>
  visitForm.safeParse(draft?.body).data ?? null;

/** Reads the village's draft once; null while it is being read. */
export function useStoredDraft(villageId: string): StoredDraft | null {
  const store = useDraftStore();
  const [stored, setStored] = useState<StoredDraft | null>(null);
  useEffect(() => {
    let current = true;
    store.read(villageId).then(
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
  }, [store, villageId]);
  return stored;
}
