import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Schema<T> extends DBSchema {
  items: { key: string; value: T };
}

/** Records in a database of this device, each changed in one transaction of its own. */
export interface Records<T> {
  all: () => Promise<T[]>;
  keys: () => Promise<string[]>;
  get: (key: string) => Promise<T | null>;
  /** Resolves when it is on the disk. `decide` returns what it was given to leave it, null to have none. */
  change: (key: string, decide: (stored: T | null) => T | null) => Promise<T | null>;
}

/**
 * @param name of the database. Its version is 1 for ever: what changes is in the records, and an old page never
 *   stands in a new one's way.
 * @param keyPath the field that a record is found by
 */
export function createIdbRecords<T>(name: string, keyPath: keyof T & string): Records<T> {
  let opening: Promise<IDBPDatabase<Schema<T>>> | null = null;
  const forget = (): void => {
    opening = null;
  };
  const opened = (): Promise<IDBPDatabase<Schema<T>>> => {
    opening ??= openDB<Schema<T>>(name, 1, {
      upgrade: (db) => void db.createObjectStore('items', { keyPath }),
      // Somebody deletes the database: make room.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  };
  /** Phones close databases of pages in the background; asked again, they open them. */
  async function withDatabase<R>(work: (db: IDBPDatabase<Schema<T>>) => Promise<R>): Promise<R> {
    try {
      return await work(await opened());
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      forget();
      return work(await opened());
    }
  }

  return {
    all: () => withDatabase((db) => db.getAll('items')),
    keys: () => withDatabase((db) => db.getAllKeys('items')),
    get: (key) => withDatabase(async (db) => (await db.get('items', key)) ?? null),
    change: (key, decide) =>
      withDatabase(async (db) => {
        const change = db.transaction('items', 'readwrite', { durability: 'strict' });
        // A refusal to write is told by the request; that the transaction then failed as well is no news.
        change.done.catch(() => {});
        try {
          const stored = (await change.store.get(key)) ?? null;
          const after = decide(stored);
          if (after === null) await change.store.delete(key);
          else if (after !== stored) await change.store.put(after);
          // Only now is it on the disk: `complete` comes after the flush that strict durability asks for.
          await change.done;
          return after;
        } catch (error) {
          abort(change);
          throw error;
        }
      }),
  };
}

function abort(change: { abort: () => void }): void {
  try {
    change.abort();
  } catch {
    // It is over already.
  }
}
