import { describe, expect, it } from 'vitest';
import { createOutbox } from '#src/offline/outbox.ts';
import { createWitness, witnessed } from '#src/offline/witness.ts';
import { createMemoryDevice } from '#tests/support/field/device.ts';

/** As a browser's own, which jsdom and Node do not share. */
function createAside() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}
Object.assign(globalThis, { addEventListener: () => {}, removeEventListener: () => {} });

function phone() {
  const device = createMemoryDevice();
  const aside = createAside();
  const witness = createWitness(() => aside);
  const open = () => {
    const tab = device.open();
    const storage = witnessed(tab.storage, witness);
    return { storage, outbox: createOutbox({ storage, news: tab.news, clock: { now: () => 0 } }) };
  };
  const save = (page: ReturnType<typeof open>, id: string) =>
    page.outbox.put({
      id,
      kind: 'reviewAnswer',
      accountId: 'me',
      payload: { visitId: 'visit', note: 'mended' },
    });
  return { device, witness, open, save };
}

describe('a browser that throws its storage away', () => {
  it('is found out at the next look: as many items are told as were not received, until somebody has taken note', async () => {
    const { device, witness, open, save } = phone();
    const page = open();
    for (const id of ['a', 'b', 'c', 'd']) await save(page, id);
    const [a] = device.items.values();
    if (!a) throw new Error('nothing was saved');
    await page.outbox.settle(a, { hash: a.hash, epoch: 'e', sequence: 1, receivedAt: 0 });
    await page.outbox.remove('b', 'a trial');
    device.items.clear();

    let heard = 0;
    witness.subscribe(() => (heard += 1));
    await open().outbox.reload();
    expect(witness.lost()).toBe(2);
    await open().outbox.reload();
    expect(witness.lost()).toBe(2);
    witness.takeNote();
    await open().outbox.reload();
    expect(witness.lost()).toBe(0);
    expect(heard).toBe(2);
  });

  it('is not taken for one where all is there, was given up on purpose, or was received and forgotten', async () => {
    const { witness, open, save } = phone();
    const page = open();
    await save(page, 'stays');
    await save(page, 'given up');
    await page.storage.change('given up', () => null);
    await open().outbox.reload();
    expect(witness.lost()).toBe(0);
    expect(witness.waiting()).toEqual(['stays']);
  });

  it('is not taken for one where another tab saves while this one looks', async () => {
    const { device, witness, open, save } = phone();
    const other = open();
    const slow = device.open().storage;
    const looking = witnessed(
      {
        ...slow,
        async all() {
          const items = await slow.all();
          await save(other, 'meanwhile');
          return items;
        },
      },
      witness,
    );
    await looking.all();
    expect(witness.lost()).toBe(0);
    expect(witness.waiting()).toEqual(['meanwhile']);
  });
});

it('where there is no place beside the database, nothing is known and nothing fails', async () => {
  const device = createMemoryDevice();
  const refusing = createWitness(() => {
    throw new DOMException('no storage here', 'SecurityError');
  });
  const storage = witnessed(device.open().storage, refusing);
  await expect(storage.all()).resolves.toEqual([]);
  expect(refusing.lost()).toBe(0);
  refusing.takeNote();
});
