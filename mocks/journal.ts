import { EVERYWHERE } from '#src/domain/place.ts';
import { inTurn } from '#server/store/in-turn.ts';
import { createMemoryStores, type Loaded } from '#server/store/memory.ts';
import type { PhotoRef, Store, Stores, Viewer } from '#server/store/port.ts';
import type { Pictures } from './kept-pictures.ts';

/**
 * What becomes of each verb: what it writes is kept, or it writes nothing. Of a photo that is on its way nothing
 * is promised: it lasts until the page is left. Every verb has to be here, so that none is forgotten.
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
  recordPhoto: 'kept',
  showPhoto: 'kept',
};
/** They write one act an hour of whatever is looked at. */
const LOOKS = new Set<keyof Store>(['recordLook', 'showPhoto']);
const WROTE_NOTHING = new Set<unknown>(['conflict', 'repeated', 'full']);

interface Entry {
  verb: keyof Store;
  args: unknown[];
}

const KEY = 'sample-journal-2';
const EPOCH = '00000000-0000-4000-8000-000000000000';
const everywhere: Viewer = { accountId: 'journal', places: [EVERYWHERE] };
const read = (storage: Storage): Entry[] => JSON.parse(storage.getItem(KEY) ?? '[]') as Entry[];

const pictureKey = ({ visitId, id }: PhotoRef): string => `${visitId}/${id}`;

/**
 * The memory stores with a journal of what was written, played again at the next
 * start: so what was saved on the mock survives a reload. Another tab's writes
 * are caught up with before each answer. What photos show lies in a place of its own: it is too large for this one.
 */
export function createJournalledStores(loaded: Loaded, storage: Storage, pictures: Pictures): Stores {
  let stores = createMemoryStores(loaded);
  let played = 0;
  // Nobody is answered while what others wrote is played half.
  const turn = inTurn();
  const ask = (store: Store, { verb, args }: Entry): Promise<unknown> =>
    (store[verb] as (...given: unknown[]) => Promise<unknown>)(...args);

  async function play(store: Store, entry: Entry): Promise<void> {
    if (entry.verb === 'recordPhoto') {
      const [photo] = entry.args as Parameters<Store['recordPhoto']>;
      const picture = await pictures.get(pictureKey(photo));
      // The browser has thrown it away: a photo that shows nothing is none.
      if (picture === undefined) return;
      await store.dropPieces(photo);
      await store.keepPiece({ ...photo, at: 0, bytes: picture });
    }
    await ask(store, entry);
  }

  async function catchUp(): Promise<Stores> {
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
  }

  /** Before the journal names it: the other way round, a page that dies in between would leave a photo of nothing. */
  async function keepPicture(store: Store, { verb, args }: Entry): Promise<void> {
    if (verb !== 'recordPhoto') return;
    const [photo] = args as Parameters<Store['recordPhoto']>;
    const aside = await store.keepPiece({ ...photo, at: 0, bytes: '' });
    if (aside.outcome === 'kept' && aside.whole !== null) await pictures.put(pictureKey(photo), aside.whole);
  }

  const journalled =
    (viewer: Viewer, verb: keyof Store) =>
    (...args: unknown[]) =>
      turn(async () => {
        const entry = { verb, args };
        const store = (await catchUp()).as(viewer);
        await keepPicture(store, entry);
        const answer = await ask(store, entry);
        const outcome = (answer as { outcome?: string } | null | undefined)?.outcome;
        const wrote = answer !== null && !WROTE_NOTHING.has(outcome);
        if (VERBS[verb] === 'kept' && wrote && !isLookedAgain(entry, read(storage))) {
          // Another tab may have written meanwhile: what is counted as played has been played.
          while (read(storage).length > played) await catchUp();
          storage.setItem(KEY, JSON.stringify([...read(storage), entry]));
          played += 1;
        }
        return answer;
      });
  const as = (viewer: Viewer): Store => {
    const verbs = Object.keys(stores.as(viewer)) as (keyof Store)[];
    return Object.fromEntries(verbs.map((verb) => [verb, journalled(viewer, verb)])) as unknown as Store;
  };
  // Nothing is offered again after a reset: it was wanted.
  return { as, epoch: async () => EPOCH };
}

/** A look within the hour of the same look writes nothing, and the sample's clock stands still. */
function isLookedAgain({ verb, args }: Entry, entries: readonly Entry[]): boolean {
  if (!LOOKS.has(verb)) return false;
  const act = JSON.stringify(args.at(-1));
  return entries.some((one) => one.verb === verb && JSON.stringify(one.args.at(-1)) === act);
}

/** Forgets everything that was written on the mock. */
export async function resetJournal(storage: Storage, pictures: Pictures): Promise<void> {
  storage.removeItem(KEY);
  await pictures.clear();
}
