import type { Draft, DraftStore } from './draft-store.ts';
import { isSealed, VaultRefusal, type Place, type SealedStore, type Vault } from './vault.ts';

/** A draft's key begins with whose it is. */
const ownerOf = (key: string): string => key.split('/')[0] ?? '';
const placeOf = (key: string): Place => ({ accountId: ownerOf(key), store: 'drafts', id: key });

/**
 * Drafts with what they hold sealed. What an earlier program left in the clear is read as it is, and sealed
 * when it is next kept.
 */
export function sealDrafts(inner: DraftStore, vault: Vault): DraftStore & SealedStore {
  /** One write of a draft after the other, whatever sealing takes: the last wins. */
  const lines = new Map<string, Promise<unknown>>();
  function inLine<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = lines.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    lines.set(key, mine);
    const over = (): void => {
      if (lines.get(key) === mine) lines.delete(key);
    };
    mine.then(over, over);
    return mine;
  }

  /** null where nobody can read it. */
  async function opened(draft: Draft): Promise<Draft | null> {
    if (!isSealed(draft.body)) return draft;
    try {
      return { ...draft, body: await vault.open(placeOf(draft.key), draft.body) };
    } catch (error) {
      if (error instanceof VaultRefusal && error.code === 'UNREADABLE') return null;
      throw error;
    }
  }

  async function keep(draft: Draft): Promise<void> {
    const body = await vault.seal(placeOf(draft.key), draft.body);
    await inner.keep({ ...draft, body });
    // Another tab has set a PIN meanwhile: under the key that is gone nobody could read it.
    if (!(await vault.isCurrent(ownerOf(draft.key), body))) await keep(draft);
  }

  return {
    async read(key) {
      const draft = await inner.read(key);
      return draft && opened(draft);
    },
    keys: inner.keys,
    keep: (draft) => inLine(draft.key, () => keep(draft)),
    remove: (key) => inLine(key, () => inner.remove(key)),
    listen: (heard) =>
      inner.listen((key, draft) => {
        if (!draft) heard(key, null);
        else
          void opened(draft).then(
            (open) => open && heard(key, open),
            () => {},
          );
      }),
    async sealAgain(accountId, current) {
      const mine = (await inner.keys()).filter((key) => ownerOf(key) === accountId);
      await Promise.all(
        mine.map((key) =>
          inLine(key, async () => {
            const draft = await inner.read(key);
            if (!draft || (isSealed(draft.body) && draft.body.key === current)) return;
            const open = await opened(draft);
            if (open) await keep(open);
          }),
        ),
      );
    },
    settled: async () => void (await Promise.allSettled(lines.values())),
    async wipe(accountId) {
      const theirs = (await inner.keys()).filter((key) => ownerOf(key) === accountId);
      await Promise.all(theirs.map((key) => inLine(key, () => inner.remove(key))));
    },
  };
}
