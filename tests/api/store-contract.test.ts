import { describe, expect, it } from 'vitest';
import { createMemoryStores } from '#server/store/memory.ts';
import { createJournalledStores, resetJournal } from '#mocks/journal.ts';
import { base64Of, jpeg, pieceOf } from '#tests/support/jpeg.ts';
import {
  act,
  answerOf,
  correctionOf,
  describeStore,
  entry,
  everywhere,
  phone,
  photoAct,
  photoOf,
  reviewOf,
  stepOf,
  twoVillages,
} from '#tests/support/store-suite.ts';

function fakeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (at) => [...kept.keys()][at] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

function fakePictures() {
  const kept = new Map<string, string>();
  let patience = 40;
  return {
    kept,
    /** Longer than the store itself takes, as a database does, and what is asked for first the longest. */
    async get(key: string) {
      patience /= 2;
      await new Promise((over) => setTimeout(over, patience));
      return kept.get(key);
    },
    put: async (key: string, picture: string) => void kept.set(key, picture),
    clear: async () => kept.clear(),
  };
}

describeStore('memory', async (loaded) => createMemoryStores(loaded));
describeStore('memory with a journal', async (loaded) =>
  createJournalledStores(loaded, fakeStorage(), fakePictures()),
);

describe('the mock’s journal', () => {
  const open = (storage: Storage, pictures = fakePictures()) =>
    createJournalledStores({ records: twoVillages() }, storage, pictures).as(everywhere);

  it('plays what was written again after a reload, and forgets it when reset', async () => {
    const storage = fakeStorage();
    await open(storage).recordVisit(entry(), act());
    const reloaded = open(storage);
    expect((await reloaded.villageRecord('v'))?.visits).toHaveLength(2);
    expect((await reloaded.recordVisit(entry(), act())).outcome).toBe('repeated');
    await resetJournal(storage, fakePictures());
    expect((await reloaded.villageRecord('v'))?.visits).toHaveLength(1);
  });

  it('plays every kind of write again, so that nothing that was saved is gone after a reload', async () => {
    const storage = fakeStorage();
    const written = open(storage);
    await written.recordVisit(entry(), act());
    await written.recordCorrection(correctionOf('a-persons-2018-01-22', 'c'), act());
    await written.recordReview(reviewOf('r'), act());
    await written.recordStep(stepOf('s'), act());
    await written.recordQuestionAnswer('v', answerOf('q'), act());
    await written.recordIdentifier({ ...phone, recordedOn: '2018-07-16' }, act());
    const record = await written.villageRecord('v');
    expect(record).toMatchObject({ reviews: [{}], steps: [{}], questionAnswers: [{}] });
    expect(await open(storage).villageRecord('v')).toEqual(record);
  });

  it('catches up with what another tab wrote', async () => {
    const storage = fakeStorage();
    const [one, two] = [open(storage), open(storage)];
    await one.villageRecords();
    await two.recordVisit(entry(), act());
    expect((await one.villageRecord('v'))?.visits).toHaveLength(2);
    expect((await one.recordVisit(entry('another'), act())).outcome).toBe('conflict');
  });

  it('has both of what two tabs write at once', async () => {
    const storage = fakeStorage();
    const [one, two] = [open(storage), open(storage)];
    await Promise.all([
      one.recordVisit(entry(), act()),
      two.recordReview(reviewOf('r'), act()),
      one.recordStep(stepOf('s'), act()),
    ]);
    for (const tab of [one, two, open(storage)]) {
      const record = await tab.villageRecord('v');
      expect(record).toMatchObject({ visits: [{}, {}], reviews: [{}], steps: [{}] });
    }
  });

  describe('of photos', () => {
    const picture = jpeg({ scan: 300 });
    const send = async (tab: ReturnType<typeof open>, id: string, to = picture.length) =>
      tab.keepPiece({ visitId: 'jan', ...(await pieceOf(id, picture, 0, to)) });
    const look = (tab: ReturnType<typeof open>, id: string) =>
      tab.showPhoto(
        { visitId: 'jan', id },
        act({ action: 'viewPhotos', subject: { kind: 'visit', id: 'jan' } }),
      );
    /** Two photos of a visit that were received and looked at, and a third that is half there. */
    const written = async () => {
      const place = [fakeStorage(), fakePictures()] as const;
      const tab = open(...place);
      for (const id of ['p1', 'p2']) {
        await send(tab, id);
        await tab.recordPhoto(await photoOf(id, picture), photoAct);
        await look(tab, id);
      }
      await send(tab, 'half', 50);
      return { place, tab };
    };

    it('has what they show after a reload, in other tabs as well, and who looked, once', async () => {
      const { place, tab } = await written();
      const reloaded = open(...place);
      const there = await tab.photosOf('jan');
      // Whoever asks while the journal is being played waits for its end.
      const asked = [reloaded.photosOf('jan'), reloaded.photosOf('jan')];
      expect(await Promise.all(asked)).toEqual([there, there]);
      expect(await reloaded.photosOf('jan')).toMatchObject([{ id: 'p1' }, { id: 'p2', sequence: 2 }]);
      expect(await look(reloaded, 'p2')).toBe(base64Of(picture));
      const { entries } = await reloaded.audit({ limit: 9 });
      expect(entries.map((e) => e.action).toSorted()).toEqual(['recordPhoto', 'recordPhoto', 'viewPhotos']);
      const journal = place[0].getItem('sample-journal-2') ?? '';
      expect(journal).not.toContain(base64Of(picture));
      expect(journal.match(/showPhoto/g)).toHaveLength(1);
    });

    it('promises nothing of what is on its way: it begins again', async () => {
      const { place, tab } = await written();
      expect(await send(tab, 'half', 0)).toMatchObject({ received: 50 });
      const reloaded = open(...place);
      expect(await send(reloaded, 'half', 0)).toMatchObject({ received: 0 });
      // What this tab has of it is in nobody's way where another tab has received the whole.
      await send(reloaded, 'half', 30);
      await tab.keepPiece({ visitId: 'jan', ...(await pieceOf('half', picture, 50)) });
      await tab.recordPhoto(await photoOf('half', picture), photoAct);
      expect(await look(reloaded, 'half')).toBe(base64Of(picture));
    });

    it('has none that shows nothing, where the browser has thrown a picture away', async () => {
      const { place } = await written();
      place[1].kept.delete('jan/p1');
      expect(await open(...place).photosOf('jan')).toMatchObject([{ id: 'p2' }]);
    });

    it('forgets them and what they show when it is reset', async () => {
      const { place, tab } = await written();
      expect(place[1].kept.size).toBe(2);
      await resetJournal(...place);
      expect(place[1].kept.size).toBe(0);
      expect(await tab.photosOf('jan')).toEqual([]);
    });
  });
});
