import { ANSWERS_VERSION } from '#src/contract/answers-version.ts';
import type { KeptReads, NewRead, ReadStorage, Recalled, StoredRead } from './read-store.ts';
import type { Place, SealedStore, Vault } from './vault.ts';

/** So many are sealed anew in one go. */
const AT_ONCE = 100;

const placeOf = (accountId: string, id: string): Place => ({ accountId, store: 'reads', id });
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

type Sealing = Pick<Vault, 'state' | 'enter' | 'seal' | 'open' | 'isCurrent'>;

/** Reads that are kept in `storage`, sealed. What cannot be kept or opened is nothing: it is read again some time. */
export function createKeptReads(storage: ReadStorage, vault: Sealing): KeptReads & SealedStore {
  const underWay = new Set<Promise<unknown>>();

  /** Whoever opens the page with no network is known before anything of theirs can be opened. */
  async function entered(accountId: string): Promise<void> {
    const state = vault.state();
    if (!('accountId' in state) || state.accountId === accountId) await vault.enter(accountId);
  }
  async function opened(read: StoredRead): Promise<Recalled> {
    const { accountId, id, sealed, beside, at } = read;
    const isOtherForm = read.version !== ANSWERS_VERSION;
    const own = await vault.open(placeOf(accountId, id), sealed);
    if (beside === null) return { at, data: own, isOtherForm };
    const rest = await storage.get(accountId, beside);
    if (!rest || !isObject(own)) throw new Error(`${id} of ${at} has lost what stood beside it`);
    const shared = await opened(rest);
    const data = isObject(shared.data) ? { ...shared.data, ...own } : own;
    return { at, data, isOtherForm: isOtherForm || shared.isOtherForm };
  }
  async function keep(accountId: string, reads: readonly NewRead[], at: number): Promise<void> {
    const written = await Promise.all(
      reads.map(async ({ id, data, beside = null }) => {
        const sealed = await vault.seal(placeOf(accountId, id), data);
        return { accountId, id, at, beside, sealed, version: ANSWERS_VERSION };
      }),
    );
    await storage.put(written);
    const last = written.at(-1);
    // Another tab has set a PIN meanwhile: the key that these are under is gone.
    if (last && !(await vault.isCurrent(accountId, last.sealed))) {
      await storage.remove(
        accountId,
        written.map(({ id }) => id),
      );
    }
  }
  async function sealedAnew(stored: StoredRead): Promise<StoredRead | null> {
    try {
      const place = placeOf(stored.accountId, stored.id);
      return { ...stored, sealed: await vault.seal(place, await vault.open(place, stored.sealed)) };
    } catch {
      return null;
    }
  }

  return {
    enter: (accountId) => entered(accountId).catch(() => {}),
    async recall(accountId, id) {
      try {
        const stored = await storage.get(accountId, id);
        if (!stored) return null;
        await entered(accountId);
        return await opened(stored);
      } catch {
        return null;
      }
    },
    has: (accountId, id) => storage.has(accountId, id).catch(() => false),
    keep(accountId, reads, at) {
      const work = keep(accountId, reads, at).catch(() => {});
      underWay.add(work);
      return work.finally(() => underWay.delete(work));
    },
    forget: (accountId, id) => storage.remove(accountId, [id]).catch(() => {}),
    forgetOthers: (accountId) => storage.removeOthers(accountId).catch(() => {}),
    async forgetAll() {
      // What is being written just now would stand there afterwards.
      await Promise.allSettled(underWay);
      await storage.removeOf(null).catch(() => {});
    },

    async sealAgain(accountId, key) {
      // Usually none: this is asked at each start, and all that lies there may be tens of megabytes.
      const ids = await storage.idsUnderOtherKeys(accountId, key);
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const some = ids.slice(at, at + AT_ONCE);
        const found = await Promise.all(some.map((id) => storage.get(accountId, id)));
        const other = found.filter((read) => read !== null);
        const anew = await Promise.all(other.map(sealedAnew));
        await storage.put(anew.filter((read) => read !== null));
        // What nobody can open any more is read again instead.
        const lost = other.filter((_read, nth) => anew[nth] === null);
        await storage.remove(
          accountId,
          lost.map(({ id }) => id),
        );
      }
    },
    settled: async () => void (await Promise.allSettled(underWay)),
    wipe: storage.removeOf,
  };
}
