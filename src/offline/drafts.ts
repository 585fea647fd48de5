import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { createContext, use } from 'react';

/** What was typed so far, and when. */
export interface Draft<Form> {
  form: Form;
  /** An instant, ISO. */
  savedAt: string;
}

/** Keeps half-filled forms on this device, one a key. Every call may fail: then the form says so. */
export interface DraftStore {
  load: (key: string) => Promise<Draft<unknown> | null>;
  save: (key: string, draft: Draft<unknown>) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

interface DraftDatabase extends DBSchema {
  drafts: { key: string; value: Draft<unknown> };
}

/** In IndexedDB: survives a reload, a crash and a flat battery. */
export function createDraftStore(): DraftStore {
  let opened: Promise<IDBPDatabase<DraftDatabase>> | undefined;
  const database = () =>
    (opened ??= openDB<DraftDatabase>('visit-drafts', 1, {
      upgrade: (db) => void db.createObjectStore('drafts'),
    }));
  return {
    load: async (key) => (await (await database()).get('drafts', key)) ?? null,
    save: async (key, draft) => {
      const transaction = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' });
      await transaction.store.put(draft, key);
      // Said to be kept only when it is.
      await transaction.done;
    },
    remove: async (key) => (await database()).delete('drafts', key),
  };
}

export const DraftStoreContext = createContext<DraftStore>(createDraftStore());
export const useDraftStore = (): DraftStore => use(DraftStoreContext);
