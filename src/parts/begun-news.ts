const listeners = new Set<() => void>();

/** Tells this page, which hears of other tabs alone, that a small form is over. */
export const begunNews = {
  tell: (): void => listeners.forEach((heard) => heard()),
  /** Returns how to stop listening. */
  listen(heard: () => void): () => void {
    listeners.add(heard);
    return () => void listeners.delete(heard);
  },
};
