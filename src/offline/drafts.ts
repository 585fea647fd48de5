import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft, DraftStore } from './draft-store.ts';

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft };
}
interface News {
  villageId: string;
  tab: string;
  draft: Draft | null;
}

const DATABASE = 'contact-point-drafts';
const CHANNEL = 'contact-point-drafts';

/** Drafts in this device's IndexedDB; other tabs hear of each change. */
export function createDeviceDrafts(): DraftStore {
  let opened: Promise<IDBPDatabase<Drafts>> | undefined;
  const database = (): Promise<IDBPDatabase<Drafts>> => {
    opened ??= openDB<Drafts>(DATABASE, 1, {
      upgrade: (db) => void db.createObjectStore('drafts', { keyPath: 'villageId' }),
      // Another version of the page wants in: make room, and open again at the next call.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        opened = undefined;
      },
      terminated: () => {
        opened = undefined;
      },
    });
    // A refusal (private mode, no space) is not remembered: the next call asks again.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
  const tell = (news: News): void => channel?.postMessage(news);

  return {
    async read(villageId) {
      return (await (await database()).get('drafts', villageId)) ?? null;
    },
    async keep(draft) {
      await (await database()).put('drafts', draft);
      tell({ villageId: draft.villageId, tab: draft.tab, draft });
    },
    async remove(villageId, tab) {
      await (await database()).delete('drafts', villageId);
      tell({ villageId, tab, draft: null });
    },
    listen(heard) {
      const onMessage = ({ data }: MessageEvent<News>): void => heard(data.villageId, data.draft);
      channel?.addEventListener('message', onMessage);
      return () => channel?.removeEventListener('message', onMessage);
    },
  };
}
