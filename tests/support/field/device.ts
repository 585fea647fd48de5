import type { OutboxItem } from '#src/offline/outbox-item.ts';
import type { OutboxNews, OutboxStorage } from '#src/offline/outbox-storage.ts';

import { createMemoryPhotos } from './photos.ts';

/** What one page on the device works with. */
export interface Tab {
  storage: OutboxStorage;
  news: OutboxNews;
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** As `kill -9`: nothing that the page began comes back to it, and its lock is free. */
  kill: () => void;
}

const never = <T>(): Promise<T> => new Promise(() => {});

/** One phone's memory, shared by the pages that are open on it. What is committed survives them. */
export function createMemoryDevice() {
  const items = new Map<string, OutboxItem>();
  const photos = createMemoryPhotos();
  const tabs = new Set<{ hear: (id: string) => void }>();
  const waiting: { tab: object; begin: () => void }[] = [];
  const committed = new Set<() => void>();
  let holder: object | null = null;
  let failing = 0;
  let lingering: Promise<void> = Promise.resolve();

  const free = (): void => {
    holder = null;
    const next = waiting.shift();
    if (!next) return;
    holder = next.tab;
    next.begin();
  };

  function open(): Tab {
    const heard = new Set<(id: string) => void>();
    const tab = { hear: (id: string) => heard.forEach((listener) => listener(id)) };
    let alive = true;
    tabs.add(tab);
    /** Asked of a page that is gone, or answered to one, nothing comes back. */
    const living = async <T>(work: () => T): Promise<T> => {
      if (!alive) return never();
      await Promise.resolve();
      if (!alive) return never();
      if (failing > 0) {
        failing -= 1;
        throw new DOMException('no room', 'QuotaExceededError');
      }
      const told = work();
      for (const watch of committed) watch();
      await Promise.resolve();
      return alive ? told : never();
    };
    return {
      storage: {
        all: () => living(() => [...items.values()]),
        get: (id) => living(() => items.get(id) ?? null),
        change: (id, decide) =>
          living(() => {
            const after = decide(items.get(id) ?? null);
            if (after) items.set(id, Object.freeze(after));
            else items.delete(id);
            return after;
          }),
      },
      news: {
        tell(id) {
          for (const other of tabs) if (other !== tab) queueMicrotask(() => other.hear(id));
        },
        listen(listener) {
          heard.add(listener);
          return () => void heard.delete(listener);
        },
      },
      async alone(work) {
        if (holder === null) holder = tab;
        else await new Promise<void>((begin) => waiting.push({ tab, begin }));
        if (!alive) return never();
        try {
          return await work();
        } finally {
          await lingering;
          if (alive) free();
        }
      },
      kill() {
        alive = false;
        tabs.delete(tab);
        heard.clear();
        const mine = waiting.filter((w) => w.tab === tab);
        for (const w of mine) waiting.splice(waiting.indexOf(w), 1);
        if (holder === tab) free();
      },
    };
  }

  return {
    open,
    items,
    photos,
    /** The next so many uses of the storage fail. */
    fail(uses: number): void {
      failing = uses;
    },
    /** Until then nobody hears that a lock was given back: a browser takes a moment for it. */
    linger(until: Promise<void>): void {
      lingering = until;
    },
    /** Called at each commit, in the same instant. */
    onCommit(watch: () => void): void {
      committed.add(watch);
    },
  };
}
export type MemoryDevice = ReturnType<typeof createMemoryDevice>;
