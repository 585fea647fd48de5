import { useEffect, useRef, useState } from 'react';
import { useDraftStore, type Draft } from '#src/offline/drafts.ts';
import type { VisitForm } from './visit-form.ts';

const QUIET_MS = 400;

/** `loading` until the device has been asked; `broken` where it keeps nothing. */
export type DraftState = 'loading' | 'none' | 'kept' | 'broken';

/**
 * The form of one village, kept on the device shortly after each change and at
 * once when the page is left. `restored` tells of a draft that was found.
 */
export function useVisitDraft(villageId: string, fresh: () => VisitForm) {
  const store = useDraftStore();
  const [form, setForm] = useState<VisitForm | null>(null);
  const [state, setState] = useState<DraftState>('loading');
  const [restored, setRestored] = useState<string | null>(null);
  const latest = useRef<{ form: VisitForm; dirty: boolean } | null>(null);
  const make = useRef(fresh);

  useEffect(() => {
    let current = true;
    void store
      .load(villageId)
      .then((draft) => {
        if (!current) return;
        const found = draft as Draft<VisitForm> | null;
        setForm(found?.form ?? make.current());
        setRestored(found?.savedAt ?? null);
        setState(found ? 'kept' : 'none');
      })
      .catch(() => {
        if (!current) return;
        setForm(make.current());
        setState('broken');
      });
    return () => {
      current = false;
    };
  }, [store, villageId]);

  useEffect(() => {
    const keep = () => {
      const now = latest.current;
      if (!now?.dirty) return;
      now.dirty = false;
      void store
        .save(villageId, { form: now.form, savedAt: new Date().toISOString() })
        .then(() => setState('kept'))
        .catch(() => setState('broken'));
    };
    const timer = setInterval(keep, QUIET_MS);
    const onHide = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', keep);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [store, villageId]);

  const change = (next: VisitForm): void => {
    latest.current = { form: next, dirty: true };
    setForm(next);
  };
  const forget = (next: VisitForm): void => {
    latest.current = null;
    setForm(next);
    setRestored(null);
    setState((now) => (now === 'broken' ? now : 'none'));
    void store.remove(villageId).catch(() => setState('broken'));
  };
  return { form, state, restored, change, forget };
}
