import { describe, expect, it } from 'vitest';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { createMemoryStore } from '#server/store/memory.ts';
import type { Store, VisitEntry } from '#server/store/port.ts';
import { createJournalledStore, resetJournal } from '#mocks/journal.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

/** Every store passes the same suite; nothing observable is tested on one alone. */
const stores: [string, (records: VillageRecord[]) => Store][] = [
  ['memory', (records) => createMemoryStore(records)],
  ['memory with a journal', (records) => createJournalledStore(records, fakeStorage())],
];

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

const records = (): VillageRecord[] => [
  new RecordBuilder('v').visit('jan', '2018-01-22').household('a').read('a', 'persons', 2, '2018-01-22')
    .record,
  new RecordBuilder('w').household('b').record,
];
const source = { kind: 'visit', visitId: 'new' } as const;
const entry = (fingerprint = 'same'): VisitEntry => ({
  visit: {
    id: 'new',
    villageId: 'v',
    kind: 'helper',
    on: '2018-07-16',
    present: [],
    stops: [],
    note: null,
    recordedOn: '2018-07-16',
    recordedBy: 'tester',
    source,
  },
  readings: [
    {
      id: 'new-reading',
      subject: { kind: 'household', id: 'a' },
      indicator: 'water',
      value: 'met',
      trueOn: '2018-07-16',
      recordedOn: '2018-07-16',
      recordedBy: 'tester',
      source,
      evidence: 'seenOnSite',
    },
  ],
  commitments: [],
  verdicts: [],
  fingerprint,
});
const correctionOf = (readingId: string, id: string) => ({
  id,
  subject: { kind: 'household' as const, id: 'a' },
  indicator: 'persons' as const,
  value: 3,
  trueOn: '2018-01-22',
  recordedOn: '2018-07-16',
  recordedBy: 'tester',
  source: { kind: 'synthetic' } as const,
  evidence: 'document' as const,
  supersedes: { readingId, reason: 'why' },
});

describe.each(stores)('%s', (_name, create) => {
  it('hands out nothing through which it could be changed', async () => {
    const given = records();
    const store = create(given);
    given[0]?.households.pop();
    const handed = await store.villageRecord('v');
    expect(handed?.households).toHaveLength(1);
    expect(() => handed?.households.pop()).toThrow(TypeError);
    expect(() => Object.assign(handed?.village ?? {}, { id: 'x' })).toThrow(TypeError);
  });

  it('knows where each thing belongs, and what is not there', async () => {
    const store = create(records());
    expect(await store.villageOf('household', 'b')).toBe('w');
    expect(await store.villageOf('reading', 'a-persons-2018-01-22')).toBe('v');
    expect(await store.villageOf('household', 'jan')).toBeNull();
    expect(await store.villageRecord('x')).toBeNull();
    expect(await store.receiptOf('jan')).toBeNull();
  });

  it('writes a visit whole, in order, and what was handed out before stays what it was', async () => {
    const store = create(records());
    const before = await store.villageRecord('v');
    const given = entry();
    expect(await store.recordVisit(given)).toMatchObject({ outcome: 'recorded', answer: { visitId: 'new' } });
    given.readings.pop();
    const after = await store.villageRecord('v');
    expect(before?.visits).toHaveLength(1);
    expect(after?.visits.map((v) => v.id)).toEqual(['jan', 'new']);
    expect(after?.readings.map((r) => r.id)).toEqual(['a-persons-2018-01-22', 'new-reading']);
    const order = [...(after?.visits ?? []), ...(after?.readings ?? [])].map((x) => x.sequence);
    expect(new Set(order).size).toBe(order.length);
    expect(Math.max(...order)).toBe(after?.readings.at(-1)?.sequence);
  });

  it('answers the same visit again as before and refuses another under its id', async () => {
    const store = create(records());
    const first = await store.recordVisit(entry());
    const again = await store.recordVisit(entry());
    expect(again.outcome).toBe('repeated');
    expect('answer' in again && 'answer' in first && again.answer).toEqual('answer' in first && first.answer);
    expect(await store.recordVisit(entry('another'))).toEqual({ outcome: 'conflict' });
    expect((await store.receiptOf('new'))?.fingerprint).toBe('same');
    expect((await store.villageRecord('v'))?.visits).toHaveLength(2);
  });

  it('lets a reading be corrected once, and its correction in turn', async () => {
    const store = create(records());
    expect((await store.recordCorrection(correctionOf('a-persons-2018-01-22', 'c1'))).outcome).toBe(
      'recorded',
    );
    expect((await store.recordCorrection(correctionOf('a-persons-2018-01-22', 'c1'))).outcome).toBe(
      'repeated',
    );
    expect((await store.recordCorrection(correctionOf('a-persons-2018-01-22', 'c2'))).outcome).toBe(
      'conflict',
    );
    expect((await store.recordCorrection(correctionOf('c1', 'c3'))).outcome).toBe('recorded');
    expect((await store.recordCorrection(correctionOf('nothing', 'c4'))).outcome).toBe('conflict');
  });
});

describe('the mock’s journal', () => {
  it('plays what was written again after a reload, and forgets it when reset', async () => {
    const storage = fakeStorage();
    const sample = records();
    await createJournalledStore(sample, storage).recordVisit(entry());
    const reloaded = createJournalledStore(sample, storage);
    expect((await reloaded.villageRecord('v'))?.visits).toHaveLength(2);
    expect((await reloaded.recordVisit(entry())).outcome).toBe('repeated');
    resetJournal(storage);
    expect((await reloaded.villageRecord('v'))?.visits).toHaveLength(1);
  });

  it('catches up with what another tab wrote', async () => {
    const storage = fakeStorage();
    const sample = records();
    const [one, two] = [createJournalledStore(sample, storage), createJournalledStore(sample, storage)];
    await one.villageRecords();
    await two.recordVisit(entry());
    expect((await one.villageRecord('v'))?.visits).toHaveLength(2);
    expect((await one.recordVisit(entry('another'))).outcome).toBe('conflict');
  });
});
