import { useCallback, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Unmasked } from '#src/api/identifier-writes.ts';

/** What is in the clear now. It lives in this component alone and dies with it. */
export interface ShownIdentifier {
  value: string;
  secondsLeft: number;
}

const TICK_MS = 250;

/**
 * Holds one clear identifier for its seconds. It is let go of earlier when the page
 * is left, hidden or printed.
 */
export function useShownIdentifier() {
  const [shown, setShown] = useState<Unmasked | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  const hide = useCallback(() => setShown(null), []);
  const show = useCallback((unmasked: Unmasked) => {
    setSecondsLeft(unmasked.seconds);
    setShown(unmasked);
  }, []);

  // Before it is painted, so that there is no moment in which it stands there and nothing would take it away.
  useLayoutEffect(() => {
    if (!shown) return;
    const since = { wall: Date.now(), steady: performance.now() };
    const tick = () => {
      // Whichever went further: one clock can be set back, the other may stand still while a device sleeps.
      const gone = Math.max(Date.now() - since.wall, performance.now() - since.steady) / 1000;
      if (gone >= shown.seconds) hide();
      else setSecondsLeft(Math.ceil(shown.seconds - gone));
    };
    const timer = setInterval(tick, TICK_MS);
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') hide();
    };
    // At once: the paper is drawn as soon as this returns.
    const beforePrint = () => flushSync(hide);
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('pagehide', hide);
    window.addEventListener('beforeprint', beforePrint);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('beforeprint', beforePrint);
    };
  }, [shown, hide]);

  const now: ShownIdentifier | null = shown && { value: shown.value, secondsLeft };
  return { shown: now, show, hide };
}
