import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Draft } from '#src/offline/draft-store.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { canonical } from '#src/domain/audit.ts';
import { useKeepSoon } from '#src/parts/keep-soon.ts';
import type { Step } from './steps.ts';
import { formOf } from './use-stored-draft.ts';
import { reduceVisit, type VisitForm } from './visit-form.ts';

const withoutStep = (form: VisitForm): string => canonical({ ...form, step: undefined });
/** Somebody only went to another step of it. */
const isSameButForStep = (a: VisitForm, b: VisitForm): boolean => withoutStep(a) === withoutStep(b);

/** What another tab did to the same draft. */
export type OtherTab = { did: 'changed'; draft: Draft } | { did: 'removed' } | null;

/**
 * The form and its draft on the device, with the step that the person is at: kept soon after each change and when
 * the page goes out of sight, until `close` says that it is saved. Going from step to step alone begins no draft.
 * @param key a village, or the item that is being mended
 */
export function useKeptForm(
  key: string,
  start: VisitForm,
  step: Step,
  savedAt: number | null,
  available: boolean,
) {
  const store = useDraftStore();
  const [form, change] = useReducer(reduceVisit, start);
  const [keptAt, setKeptAt] = useState(savedAt);
  const [keeps, setKeeps] = useState(available);
  const [otherTab, setOtherTab] = useState<OtherTab>(null);
  const latest = useRef({ form, step });
  const kept = useRef({ form: start, step: start.step, at: savedAt });
  const closed = useRef(false);

  const keep = useCallback(() => {
    const now = latest.current;
    const isMoved = kept.current.step !== undefined && kept.current.step !== now.step;
    if (closed.current || (now.form === kept.current.form && !isMoved)) return;
    // The time is that of what was typed.
    const at = (now.form === kept.current.form ? kept.current.at : null) ?? Date.now();
    kept.current = { ...now, at };
    const draft = { key, savedAt: at, body: { ...now.form, step: now.step } };
    store.keep(draft).then(
      () => {
        setKeptAt(draft.savedAt);
        setKeeps(true);
      },
      () => {
        // The next change, or leaving, tries again.
        kept.current = { form: start, step: start.step, at: savedAt };
        setKeeps(false);
      },
    );
  }, [store, key, start, savedAt]);

  useEffect(() => {
    latest.current = { form, step };
  }, [form, step]);
  useKeepSoon(form, keep);
  useEffect(keep, [step, keep]);

  useEffect(
    () =>
      store.listen((changed, draft) => {
        if (changed !== key || closed.current) return;
        const theirs = formOf(draft);
        if (theirs && isSameButForStep(theirs, latest.current.form)) return;
        setOtherTab(draft ? { did: 'changed', draft } : { did: 'removed' });
      }),
    [store, key],
  );

  /** Puts this form in place of what is shown, without keeping it as a draft until it is changed. */
  const replace = useCallback((by: VisitForm, keptAs: 'draft' | 'nothing') => {
    if (keptAs === 'nothing') kept.current = { form: by, step: undefined, at: null };
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
