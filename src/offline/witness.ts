import { isUnsent, type OutboxItem } from './outbox-item.ts';
import type { OutboxStorage } from './outbox-storage.ts';

/** Where a browser keeps a few words apart from its databases; it may refuse. */
type Aside = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One key an item, so that no tab writes over what another wrote. Ids are made at random: no one is named. */
const WAITS = 'outbox-waits/';
const LOST = 'outbox-lost/';

function idsUnder(aside: Aside, prefix: string): string[] {
  const keys = Array.from({ length: aside.length }, (_, at) => aside.key(at) ?? '');
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/**
 * Remembers beside the database which items wait to be received: where the browser throws the database
 * away, somebody still knows how many there were. A browser that clears everything at once clears this as well.
 * @param open gives the place, or throws where there is none
 */
export function createWitness(open: () => Aside) {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((heard) => heard());
  function trying<T>(work: (aside: Aside) => T, otherwise: T): T {
    try {
      return work(open());
    } catch {
      return otherwise;
    }
  }
  return {
    /** What is known to wait. */
    waiting: (): string[] => trying((aside) => idsUnder(aside, WAITS), []),
    /** How many items are gone that were not received, until a person has taken note. */
    lost: (): number => trying((aside) => idsUnder(aside, LOST).length, 0),
    subscribe(heard: () => void): () => void {
      const onStorage = ({ key }: StorageEvent): void => {
        if (key === null || key.startsWith(LOST)) heard();
      };
      listeners.add(heard);
      addEventListener('storage', onStorage);
      return () => {
        listeners.delete(heard);
        removeEventListener('storage', onStorage);
      };
    },
    /** How it stands with an item that is there, or with one that was taken away on purpose (null). */
    note(id: string, item: OutboxItem | null): void {
      trying((aside) => {
        if (item && isUnsent(item)) aside.setItem(WAITS + id, '1');
        else aside.removeItem(WAITS + id);
      }, undefined);
    },
    /** Items that waited and are not there any more. */
    lose(ids: readonly string[]): void {
      if (ids.length === 0) return;
      trying((aside) => {
        for (const id of ids) {
          aside.setItem(LOST + id, '1');
          aside.removeItem(WAITS + id);
        }
      }, undefined);
      tell();
    },
    /** A person has read of it. */
    takeNote(): void {
      trying((aside) => {
        for (const id of idsUnder(aside, LOST)) aside.removeItem(LOST + id);
      }, undefined);
      tell();
    },
  };
}
export type Witness = ReturnType<typeof createWitness>;

/** Of this browser. */
export const witness = createWitness(() => localStorage);

/** The storage with a witness beside it: each look at everything is compared with what it knows. */
export function witnessed<Storage extends OutboxStorage>(inner: Storage, by: Witness): Storage {
  let changes = 0;
  return {
    ...inner,
    async all() {
      // Known to wait before the look: it was on the disk by then.
      const waited = by.waiting();
      const before = changes;
      const items = await inner.all();
      const there = new Set(items.map(({ id }) => id));
      const waits = new Set(by.waiting());
      by.lose(waited.filter((id) => !there.has(id) && waits.has(id)));
      // What changed during the look is known better by whoever changed it.
      if (changes === before) for (const item of items) by.note(item.id, item);
      return items;
    },
    async change(id, decide) {
      const after = await inner.change(id, decide);
      changes += 1;
      by.note(id, after);
      return after;
    },
  };
}
