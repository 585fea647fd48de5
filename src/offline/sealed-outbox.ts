import { z } from 'zod';
import type { OutboxItem } from './outbox-item.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { isSealed, VaultRefusal, type Place, type SealedStore, type Vault } from './vault.ts';

/** What of an item can tell of people: it is sealed as one. The rest of the envelope tells how it stands. */
const content = z.object({ payload: z.unknown(), reason: z.string() });

const placeOf = ({ accountId, id }: OutboxItem): Place => ({ accountId, store: 'outbox', id });
const reasonIn = ({ removed }: OutboxItem): string => removed?.reason ?? '';
const withReason = ({ removed }: OutboxItem, reason: string) => removed && { ...removed, reason };
const isLocked = (error: unknown): boolean => error instanceof VaultRefusal && error.code !== 'UNREADABLE';
/** Something that is another as soon as the stored item is. */
const markOf = (item: OutboxItem | null): string =>
  JSON.stringify(item && isSealed(item.payload) ? { ...item, payload: [...item.payload.iv] } : item);

/**
 * The outbox with its items' content sealed. What is read of the account that is in comes opened; what
 * is locked comes with its payload as it lies there, and can be counted and marked all the same. What an earlier
 * program left in the clear is read as it is, and sealed when it is next written.
 */
export function sealOutbox(inner: OutboxStorage, vault: Vault): OutboxStorage & SealedStore {
  const underWay = new Set<Promise<unknown>>();

  async function opened(stored: OutboxItem): Promise<OutboxItem> {
    if (!isSealed(stored.payload)) return stored;
    try {
      const { payload, reason } = content.parse(await vault.open(placeOf(stored), stored.payload));
      return { ...stored, payload, removed: withReason(stored, reason) };
    } catch (error) {
      // What nobody can read is nothing: it is set aside, and says so.
      return isLocked(error) ? stored : { ...stored, payload: null };
    }
  }

  /** @param seen what lies there, and how it was read */
  async function sealed(
    item: OutboxItem,
    seen: { stored: OutboxItem; opened: OutboxItem } | null,
  ): Promise<OutboxItem> {
    const isSame =
      seen !== null && seen.opened.payload === item.payload && reasonIn(seen.opened) === reasonIn(item);
    const kept = seen?.stored.payload;
    if (isSame && isSealed(kept)) return { ...item, payload: kept, removed: withReason(item, '') };
    try {
      const payload = await vault.seal(placeOf(item), { payload: item.payload, reason: reasonIn(item) });
      return { ...item, payload, removed: withReason(item, '') };
    } catch (error) {
      // Only how it stands is changed: it lies there in the clear as it did, until its owner is in.
      if (isSame && isLocked(error)) return item;
      throw error;
    }
  }

  /** Writes it if what lies there is still what was read. */
  async function exchange(seen: OutboxItem | null, id: string, by: OutboxItem | null): Promise<boolean> {
    const mark = markOf(seen);
    let isSame = false;
    await inner.change(id, (stored) => {
      isSame = markOf(stored) === mark;
      return isSame ? by : stored;
    });
    return isSame;
  }

  async function sealAnew(id: string, accountId: string, key?: string): Promise<void> {
    for (;;) {
      const stored = await inner.get(id);
      if (stored?.accountId !== accountId) return;
      if (isSealed(stored.payload) && stored.payload.key === key) return;
      const item = await opened(stored);
      // Nobody can read it; sealing nothing in its place would not help anybody.
      if (isSealed(item.payload) || (item.payload === null && isSealed(stored.payload))) return;
      if (await exchange(stored, id, await sealed(item, null))) return;
    }
  }

  async function change(
    id: string,
    decide: (stored: OutboxItem | null) => OutboxItem | null,
  ): Promise<OutboxItem | null> {
    for (;;) {
      const stored = await inner.get(id);
      const seen = stored && { stored, opened: await opened(stored) };
      const after = decide(seen?.opened ?? null);
      if (after === (seen?.opened ?? null)) return after;
      const written = after && (await sealed(after, seen));
      if (!(await exchange(stored, id, written))) continue;
      if (after && written && isSealed(written.payload) && written.payload !== stored?.payload) {
        // Another tab has set a PIN meanwhile: under the key that is gone nobody could read it.
        const isCurrent = await vault.isCurrent(after.accountId, written.payload);
        if (!isCurrent) await sealAnew(id, after.accountId);
      }
      return after;
    }
  }

  return {
    all: async () => Promise.all((await inner.all()).map(opened)),
    async get(id) {
      const stored = await inner.get(id);
      return stored && opened(stored);
    },
    change(id, decide) {
      const work = change(id, decide);
      underWay.add(work);
      const over = (): void => void underWay.delete(work);
      work.then(over, over);
      return work;
    },
    async sealAgain(accountId, key) {
      const items = (await inner.all()).filter((item) => item.accountId === accountId);
      for (const { id } of items) await sealAnew(id, accountId, key);
    },
    settled: async () => void (await Promise.allSettled(underWay)),
    async wipe(accountId) {
      const isTheirs = (item: OutboxItem): boolean => item.accountId === accountId;
      for (const { id } of (await inner.all()).filter(isTheirs)) {
        await inner.change(id, (stored) => (stored && isTheirs(stored) ? null : stored));
      }
    },
  };
}
