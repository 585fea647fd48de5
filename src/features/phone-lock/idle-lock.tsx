import { useEffect } from 'react';
import { useFieldWork, useVaultState } from '#src/offline/use-outbox.tsx';

/** Where the tabs of this browser note the last touch; nothing but a time stands there. */
const TOUCHED = 'last-touched';
/** It is noted no more often than this, and looked at as often. Milliseconds. */
const EACH = 5000;

/** Locks when nobody has touched any tab for as long as was chosen; looks at once when a page is shown again. */
export function IdleLock() {
  const { vault } = useFieldWork();
  const state = useVaultState();
  const minutes = state.is === 'open' && state.hasPin ? state.idleMinutes : null;
  useEffect(() => {
    if (minutes === null) return;
    let noted = 0;
    const note = (): void => {
      noted = Date.now();
      localStorage.setItem(TOUCHED, String(noted));
    };
    const look = (): void => {
      const idle = Date.now() - Number(localStorage.getItem(TOUCHED) ?? 0);
      if (idle > minutes * 60_000) void vault.lock();
    };
    const touch = (): void => {
      // A timer may have slept with the page: the first touch after the night locks.
      look();
      if (Math.abs(Date.now() - noted) >= EACH) note();
    };
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') look();
    };
    note();
    const timer = setInterval(look, EACH);
    addEventListener('pointerdown', touch);
    addEventListener('keydown', touch);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      removeEventListener('pointerdown', touch);
      removeEventListener('keydown', touch);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [minutes, vault]);
  return null;
}
