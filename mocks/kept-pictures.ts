import { openDB, type DBSchema } from 'idb';

/** Where the mock keeps what photos show, as base64 by county, visit and photo. */
export interface Pictures {
  get: (key: string) => Promise<string | undefined>;
  put: (key: string, picture: string) => Promise<void>;
  clear: () => Promise<void>;
}

interface Schema extends DBSchema {
  pictures: { key: string; value: string };
}

const NAME = 'sample-pictures';

/** In this browser's IndexedDB: the journal's storage holds five megabytes, which is a dozen pictures. */
export function picturesInBrowser(): Pictures {
  // The sample is tried for a while and reset: a database that is opened for each picture stands in nobody's way.
  async function within<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
    const db = await open();
    return work(db).finally(() => db.close());
  }
  const open = () => openDB<Schema>(NAME, 1, { upgrade: (db) => void db.createObjectStore('pictures') });
  return {
    get: (key) => within((db) => db.get('pictures', key)),
    put: (key, picture) => within(async (db) => void (await db.put('pictures', picture, key))),
    clear: () => within((db) => db.clear('pictures')),
  };
}
