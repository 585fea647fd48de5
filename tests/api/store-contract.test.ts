import { describe, expect, it } from 'vitest';
import { createMemoryStores } from '#server/store/memory.ts';
import { createJournalledStores, resetJournal } from '#mocks/journal.ts';
import {
  act,
  answerOf,
  correctionOf,
  describeStore,
  entry,
  everywhere,
  phone,
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

describeStore('memory', async (loaded) => createMemoryStores(loaded));
describeStore('memory with a journal', async (loaded) => createJournalledStores(loaded, fakeStorage()));

describe('the mock’s journal', () => {
  const open = (storage: Storage) =>
    createJournalledStores({ records: twoVillages() }, storage).as(everywhere);

  it('plays what was written again after a reload, and forgets it when reset', async () => {
    const storage = fakeStorage();
    await open(storage).recordVisit(entry(), act());
    const reloaded = open(storage);
    expect((await reloaded.villageRecord('v'))?.visits).toHaveLength(2);
    expect((await reloaded.recordVisit(entry(), act())).outcome).toBe('repeated');
    resetJournal(storage);
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
    await written.recordIdentifier(phone, act());
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
});
