import { useEffect, useRef } from 'react';

let asked: string | null = null;
const listeners = new Set<() => void>();

/** Somebody wants to go on with that small form: it opens itself on the page that it stands on. */
export function goOnWith(form: string): void {
  asked = form;
  for (const heard of listeners) heard();
}

/**
 * Opens the form when somebody wants to go on with it, now or on the way here.
 * @param open is told which one is meant
 * @param leads what it opens leads to the form and is not the form: that one hears of it as well
 */
export function useGoOn(form: string, open: (asked: string) => void, leads = false): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const look = (): void => {
      const meant = asked;
      if (meant === null || (meant !== form && !(leads && meant.startsWith(form)))) return;
      if (!leads) asked = null;
      latest.current(meant);
    };
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, [form, leads]);
}
