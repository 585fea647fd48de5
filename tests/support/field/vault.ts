import { createVault } from '#src/offline/create-vault.ts';
import type { KeyRecord, KeyStorage, VaultNews } from '#src/offline/key-storage.ts';
import type { Vault } from '#src/offline/vault.ts';

/** Keys in memory as one device keeps them, and the tabs that are open on it. */
export function createMemoryKeys() {
  const records = new Map<string, KeyRecord>();
  const tabs = new Set<(news: VaultNews) => void>();
  let failing = 0;
  const used = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (failing > 0) {
      failing -= 1;
      throw new DOMException('no keys here', 'InvalidStateError');
    }
    return work();
  };
  const storage: KeyStorage = {
    read: (accountId) => used(() => records.get(accountId) ?? null),
    change: (accountId, decide) =>
      used(() => {
        const after = decide(records.get(accountId) ?? null);
        if (after) records.set(accountId, Object.freeze(after));
        else records.delete(accountId);
        return after;
      }),
  };
  return {
    records,
    storage,
    /** The next so many uses fail. */
    fail(uses: number): void {
      failing = uses;
    },
    /** What was open hears and says nothing more. */
    closeTabs: () => tabs.clear(),
    /** A tab on the device. A PIN is checked a thousand times quicker than in earnest. */
    open(now: () => number = Date.now): Vault {
      const heards: ((news: VaultNews) => void)[] = [];
      const hear = (news: VaultNews): void => heards.forEach((heard) => heard(news));
      tabs.add(hear);
      return createVault({
        keys: storage,
        channel: {
          tell(news) {
            for (const other of tabs) if (other !== hear) queueMicrotask(() => other(news));
          },
          listen: (heard) => void heards.push(heard),
        },
        clock: { now },
        iterations: 600,
      });
    },
  };
}
