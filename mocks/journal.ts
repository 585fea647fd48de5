import type { Reading } from '#src/domain/reading.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { createMemoryStore } from '#server/store/memory.ts';
import type { Store, VisitEntry } from '#server/store/port.ts';

type Entry =
  | { verb: 'recordVisit'; given: VisitEntry }
  | { verb: 'recordCorrection'; given: Omit<Reading, 'sequence'> };

const KEY = 'sample-journal';
const read = (storage: Storage): Entry[] => JSON.parse(storage.getItem(KEY) ?? '[]') as Entry[];

/**
 * The memory store with a journal of what was written, played again at the next
 * start: so what was saved on the mock survives a reload. Another tab's writes
 * are caught up with before each answer.
 */
export function createJournalledStore(sample: readonly VillageRecord[], storage: Storage): Store {
  let store = createMemoryStore(sample);
  let played = 0;

  const catchUp = async (): Promise<Store> => {
    const entries = read(storage);
    if (entries.length < played) {
      store = createMemoryStore(sample);
      played = 0;
    }
    for (const entry of entries.slice(played)) {
      played += 1;
      if (entry.verb === 'recordVisit') await store.recordVisit(entry.given);
      else await store.recordCorrection(entry.given);
    }
    return store;
  };
  const write = (entry: Entry): void => {
    storage.setItem(KEY, JSON.stringify([...read(storage), entry]));
    played += 1;
  };

  return {
    villageRecords: async () => (await catchUp()).villageRecords(),
    villageRecord: async (villageId) => (await catchUp()).villageRecord(villageId),
    villageOf: async (kind, id) => (await catchUp()).villageOf(kind, id),
    receiptOf: async (visitId) => (await catchUp()).receiptOf(visitId),
    async recordVisit(given) {
      const recorded = await (await catchUp()).recordVisit(given);
      if (recorded.outcome === 'recorded') write({ verb: 'recordVisit', given });
      return recorded;
    },
    async recordCorrection(given) {
      const recorded = await (await catchUp()).recordCorrection(given);
      if (recorded.outcome === 'recorded') write({ verb: 'recordCorrection', given });
      return recorded;
    },
  };
}

/** Forgets everything that was written on the mock. */
export function resetJournal(storage: Storage): void {
  storage.removeItem(KEY);
}
