import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ReadStorage, StoredRead } from './read-store.ts';

interface Schema extends DBSchema {
  reads: {
    key: [accountId: string, id: string];
    value: StoredRead;
    indexes: { bySealingKey: [accountId: string, key: string] };
  };
}

/** Apart from the outbox: of what is in it nothing is lost when the browser throws it away. */
const NAME = 'contact-point-reads';
/** After every id there can be: ids are text, and a list sorts behind all text. */
const LAST: [] = [];
const of = (accountId: string): IDBKeyRange => IDBKeyRange.bound([accountId], [accountId, LAST]);

/** Reads in this device's IndexedDB. */
export function createIdbReads(): ReadStorage {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = (): void => {
    opening = null;
  };
  const opened = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(NAME, 2, {
      upgrade(db, from, _to, change) {
        const reads =
          from < 1
            ? db.createObjectStore('reads', { keyPath: ['accountId', 'id'] })
            : change.objectStore('reads');
        reads.createIndex('bySealingKey', ['accountId', 'sealed.key']);
      },
      // A newer version of the page wants in: make room.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  };
  return {
    get: async (accountId, id) => (await (await opened()).get('reads', [accountId, id])) ?? null,
    has: async (accountId, id) => (await (await opened()).getKey('reads', [accountId, id])) !== undefined,
    async put(reads) {
      const change = (await opened()).transaction('reads', 'readwrite');
      await Promise.all([...reads.map((read) => change.store.put(read)), change.done]);
    },
    async idsUnderOtherKeys(accountId, key) {
      const db = await opened();
      const [below, above] = await Promise.all([
        db.getAllKeysFromIndex(
          'reads',
          'bySealingKey',
          IDBKeyRange.bound([accountId], [accountId, key], false, true),
        ),
        db.getAllKeysFromIndex(
          'reads',
          'bySealingKey',
          IDBKeyRange.bound([accountId, key], [accountId, LAST], true),
        ),
      ]);
      return [...below, ...above].map(([, id]) => id);
    },
    async remove(accountId, ids) {
      const change = (await opened()).transaction('reads', 'readwrite');
      await Promise.all([...ids.map((id) => change.store.delete([accountId, id])), change.done]);
    },
    async removeOf(accountId) {
      const db = await opened();
      await (accountId === null ? db.clear('reads') : db.delete('reads', of(accountId)));
    },
    async removeOthers(accountId) {
      const change = (await opened()).transaction('reads', 'readwrite');
      await Promise.all([
        change.store.delete(IDBKeyRange.upperBound([accountId], true)),
        change.store.delete(IDBKeyRange.lowerBound([accountId, LAST], true)),
        change.done,
      ]);
    },
  };
}
