import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Draft } from '#src/offline/draft-store.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { useKeepSoon } from '#src/parts/keep-soon.ts';
import { formOf } from './use-stored-draft.ts';
import { reduceVisit, type VisitForm } from './visit-form.ts';

/** What another tab did to the same draft. */
export type OtherTab = { did: 'changed'; draft: Draft } | { did: 'removed' } | null;

/**
 * The form and its draft on the device: kept soon after each change and when
 * the page goes out of sight, until `close` says that it is saved.
 * @param key a village, or the item that is being mended
 */
export function useKeptForm(key: string, start: VisitForm, savedAt: number | null, available: boolean) {
  const store = useDraftStore();
  const [form, change] = useReducer(reduceVisit, start);
  const [keptAt, setKeptAt] = useState(savedAt);
  const [keeps, setKeeps] = useState(available);
  const [otherTab, setOtherTab] = useState<OtherTab>(null);
  const latest = useRef(form);
  const kept = useRef(start);
  const closed = useRef(false);

  const keep = useCallback(() => {
    const now = latest.current;
    if (closed.current || now === kept.current) return;
    kept.current = now;
    const draft = { key, savedAt: Date.now(), body: now };
    store.keep(draft).then(
      () => {
        setKeptAt(draft.savedAt);
        setKeeps(true);
      },
      () => {
        // The next change, or leaving, tries again.
        kept.current = start;
        setKeeps(false);
      },
    );
  }, [store, key, start]);

  useEffect(() => {
    latest.current = form;
  }, [form]);
  useKeepSoon(form, keep);

  useEffect(
    () =>
      store.listen((changed, draft) => {
        if (changed !== key || closed.current) return;
        setOtherTab(draft ? { did: 'changed', draft } : { did: 'removed' });
      }),
    [store, key],
  );

  /** Puts this form in place of what is shown, without keeping it as a draft until it is changed. */
  const replace = useCallback((by: VisitForm, keptAs: 'draft' | 'nothing') => {
    if (keptAs === 'nothing') kept.current = by;
    change({ type: 'replaced', form: by });
  }, []);

  return {
    form,
    change,
    keep,
    keptAt,
    keeps,
    otherTab,
    replace,
    /** Shows what the other tab wrote. */
    takeOther: () => {
      const theirs = otherTab?.did === 'changed' ? formOf(otherTab.draft) : null;
      if (theirs) replace(theirs, 'nothing');
      setOtherTab(null);
    },
    /** Removes the draft and shows an empty form in its place. */
    discard: (empty: VisitForm) => {
      replace(empty, 'nothing');
      setKeptAt(null);
      store.remove(key).catch(() => setKeeps(false));
    },
    /** It is saved: no draft is kept any more. */
    close: async () => {
      closed.current = true;
      // A draft that cannot be removed would come back as the same visit, which is harmless.
      await store.remove(key).catch(() => {});
    },
  };
}
export type KeptForm = ReturnType<typeof useKeptForm>;
