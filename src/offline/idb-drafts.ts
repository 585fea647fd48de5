import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft, DraftStore } from './draft-store.ts';

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft };
}
interface News {
  key: string;
  draft: Draft | null;
}

/** Of the database, and of the channel on which tabs tell each other what they wrote to it. */
const NAME = 'contact-point-drafts';

/** The database, opened at the first call, and again after it was closed or refused. */
function deviceDatabase() {
  let opening: Promise<IDBPDatabase<Drafts>> | undefined;
  let open: IDBPDatabase<Drafts> | undefined;
  const forget = () => {
    opening = undefined;
    open = undefined;
  };
  return {
    /** At once where it is open already: a page that is being left waits for nothing. */
    now: () => open,
    async ready(): Promise<IDBPDatabase<Drafts>> {
      opening ??= openDB<Drafts>(NAME, 2, {
        upgrade: (db, before) => {
          // They were nobody's in particular.
          if (before === 1) db.deleteObjectStore('drafts');
          db.createObjectStore('drafts', { keyPath: 'key' });
        },
        // A newer version of the page wants in: make room.
        blocking: (_from, _to, event) => {
          (event.target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      });
      opening.catch(forget);
      open = await opening;
      return open;
    },
  };
}

/** Writes and commits without waiting to be asked, so that leaving the page does not undo it. */
async function put(db: IDBPDatabase<Drafts>, draft: Draft): Promise<void> {
  const change = db.transaction('drafts', 'readwrite');
  const written = change.store.put(draft);
  change.commit();
  await Promise.all([written, change.done]);
}

/** Drafts in this device's IndexedDB; other tabs hear of each change while this one listens. */
export function createIdbDrafts(): DraftStore {
  const database = deviceDatabase();
  let tell: ((news: News) => void) | undefined;
  return {
    async read(key) {
      return (await (await database.ready()).get('drafts', key)) ?? null;
    },
    async keep(draft) {
      await put(database.now() ?? (await database.ready()), draft);
      tell?.({ key: draft.key, draft });
    },
    async remove(key) {
      await (await database.ready()).delete('drafts', key);
      tell?.({ key, draft: null });
    },
    async keys() {
      return (await database.ready()).getAllKeys('drafts');
    },
    listen(heard) {
      if (!('BroadcastChannel' in globalThis)) return () => {};
      // A channel never hears itself.
      const channel = new BroadcastChannel(NAME);
      channel.addEventListener('message', ({ data }: MessageEvent<News>) => heard(data.key, data.draft));
      tell = channel.postMessage.bind(channel);
      return () => {
        tell = undefined;
        channel.close();
      };
    },
  };
}
