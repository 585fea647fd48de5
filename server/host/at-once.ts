import { Gone } from '#server/store/port.ts';

/**
 * Lets so many works run at once; the others wait in the order in which they came. What
 * nobody waits for any more when its turn comes is not begun, so that clients who were
 * cut off hold up nobody.
 */
export function createAtOnce(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  /** Rejects with `Gone`, or as the work does. */
  return async <T>(work: () => Promise<T>, isGone: () => boolean): Promise<T> => {
    if (running < most) running += 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      if (isGone()) throw new Gone();
      return await work();
    } finally {
      // The turn is handed on, or given back.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
