import { EVERYWHERE } from '#src/domain/place.ts';
import { createMemoryStores, type Loaded } from '#server/store/memory.ts';
import type { Store, Stores, Viewer } from '#server/store/port.ts';

/**
 * What becomes of each verb: what it writes is kept, or it writes nothing. Photos are too large for
 * this storage and last until the page is left. Every verb has to be here, so that none is forgotten.
 */
const VERBS: Record<keyof Store, 'kept' | 'reads' | 'untilLeft'> = {
  villageRecords: 'reads',
  villageRecord: 'reads',
  recordOf: 'reads',
  visitGround: 'reads',
  receiptOf: 'reads',
  recordVisit: 'kept',
  recordCorrection: 'kept',
  recordReview: 'kept',
  recordStep: 'kept',
  recordQuestionAnswer: 'kept',
  recordIdentifier: 'kept',
  unmask: 'kept',
  recordLook: 'kept',
  looksAt: 'reads',
  placeNodes: 'reads',
  measuresByVillage: 'reads',
  audit: 'reads',
  photosOf: 'reads',
  keepPiece: 'untilLeft',
  dropPieces: 'untilLeft',
  recordPhoto: 'untilLeft',
  showPhoto: 'untilLeft',
};
interface Entry {
  verb: keyof Store;
  args: unknown[];
}

const KEY = 'sample-journal-2';
const EPOCH = '00000000-0000-4000-8000-000000000000';
const everywhere: Viewer = { accountId: 'journal', places: [EVERYWHERE] };
const read = (storage: Storage): Entry[] => JSON.parse(storage.getItem(KEY) ?? '[]') as Entry[];

const play = (store: Store, { verb, args }: Entry): Promise<unknown> =>
  (store[verb] as (...given: unknown[]) => Promise<unknown>)(...args);

/**
 * The memory stores with a journal of what was written, played again at the next
 * start: so what was saved on the mock survives a reload. Another tab's writes
 * are caught up with before each answer.
 */
export function createJournalledStores(loaded: Loaded, storage: Storage): Stores {
  let stores = createMemoryStores(loaded);
  let played = 0;

  const catchUp = async (): Promise<Stores> => {
    const entries = read(storage);
    if (entries.length < played) {
      stores = createMemoryStores(loaded);
      played = 0;
    }
    for (const entry of entries.slice(played)) {
      played += 1;
      await play(stores.as(everywhere), entry);
    }
    return stores;
  };

  const journalled =
    (viewer: Viewer, verb: keyof Store) =>
    async (...args: unknown[]) => {
      const store = (await catchUp()).as(viewer);
      const answer = await (store[verb] as (...given: unknown[]) => Promise<unknown>)(...args);
      const wrote = answer !== null && (answer as { outcome?: string } | undefined)?.outcome !== 'conflict';
      if (VERBS[verb] === 'kept' && wrote && !isLookedAgain({ verb, args }, read(storage))) {
        storage.setItem(KEY, JSON.stringify([...read(storage), { verb, args }]));
        played += 1;
      }
      return answer;
    };
  const as = (viewer: Viewer): Store => {
    const verbs = Object.keys(stores.as(viewer)) as (keyof Store)[];
    return Object.fromEntries(verbs.map((verb) => [verb, journalled(viewer, verb)])) as unknown as Store;
  };
  // Nothing is offered again after a reset: it was wanted.
  return { as, epoch: async () => EPOCH };
}

/** A look within the hour of the same look writes nothing, and the sample's clock stands still. */
function isLookedAgain(entry: { verb: keyof Store; args: unknown[] }, entries: readonly Entry[]): boolean {
  if (entry.verb !== 'recordLook') return false;
  const line = JSON.stringify(entry);
  return entries.some((one) => JSON.stringify(one) === line);
}

/** Forgets everything that was written on the mock. */
export function resetJournal(storage: Storage): void {
  storage.removeItem(KEY);
}
