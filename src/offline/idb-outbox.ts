import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OutboxItem } from './outbox-item.ts';
import type { OutboxStorage } from './outbox-storage.ts';

interface Schema extends DBSchema {
  items: { key: string; value: OutboxItem };
}

/** Its version is 1 for ever: what changes is in the payloads, and an old page never stands in a new one's way. */
const NAME = 'contact-point-outbox';

/** The outbox in this device's IndexedDB, apart from everything else that is kept there. */
export function createIdbOutbox(): OutboxStorage {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = (): void => {
    opening = null;
  };
  const opened = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(NAME, 1, {
      upgrade: (db) => void db.createObjectStore('items', { keyPath: 'id' }),
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
  async function withDatabase<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
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
    get: (id) => withDatabase(async (db) => (await db.get('items', id)) ?? null),
    change: (id, decide) =>
      withDatabase(async (db) => {
        const change = db.transaction('items', 'readwrite', { durability: 'strict' });
        // A refusal to write is told by the request; that the transaction then failed as well is no news.
        change.done.catch(() => {});
        try {
          const stored = (await change.store.get(id)) ?? null;
          const after = decide(stored);
          if (after === null) await change.store.delete(id);
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
