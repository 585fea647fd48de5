/** Longer than between two letters on a slow phone: following them costs more there than the letters. */
const QUIET_MS = 300;

/**
 * Calls once when nothing new came for a while, and before whoever it was goes on to something else: what follows
 * after that, a link say, would call them back from there. Returns how to give it up.
 */
export function whenQuiet(settle: () => void): () => void {
  const now = (): void => {
    stop();
    settle();
  };
  const timer = setTimeout(now, QUIET_MS);
  const stop = (): void => {
    clearTimeout(timer);
    document.removeEventListener('pointerdown', now, true);
    document.removeEventListener('focusout', now, true);
  };
  document.addEventListener('pointerdown', now, true);
  document.addEventListener('focusout', now, true);
  return stop;
}
