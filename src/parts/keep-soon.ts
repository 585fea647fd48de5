import { useEffect, useRef } from 'react';

/** A change is kept after so many milliseconds of quiet; of somebody who types on and on, at the latest after so many. */
const QUIET_MS = 300;
const LATEST_MS = 500;

/** Calls `keep` soon after each change of the value, when the page goes out of sight, and when the form goes away. */
export function useKeepSoon(value: unknown, keep: () => void): void {
  /** When the first change was made that is not kept yet, by the page's own clock. */
  const unkeptSince = useRef<number | null>(null);
  const seen = useRef(value);
  useEffect(() => {
    if (seen.current === value) return;
    seen.current = value;
    const now = performance.now();
    unkeptSince.current ??= now;
    const soon = () => {
      unkeptSince.current = null;
      keep();
    };
    const timer = setTimeout(soon, Math.min(QUIET_MS, unkeptSince.current + LATEST_MS - now));
    return () => clearTimeout(timer);
  }, [value, keep]);
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', onHidden);
      keep();
    };
  }, [keep]);
}
