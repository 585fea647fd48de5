import type { HeldKey, KeyRecord, KeyStorage, WrappedKey } from './key-storage.ts';
import { afterWrong, isStrongEnough, NO_TRIES, waitLeft } from './pin.ts';
import { closed, newKey, unwrap, wrap } from './vault-crypto.ts';
import { VaultRefusal } from './vault.ts';

interface Parts {
  keys: KeyStorage;
  now: () => number;
  iterations: number;
}

const strong = (pin: string): void => {
  if (!isStrongEnough(pin)) throw new VaultRefusal('WEAK_PIN');
};

/** The PIN of an account's key record: what it takes to open the key, and to change what opens it. */
export function createPinLock({ keys, now, iterations }: Parts) {
  /** Changes a key that is still what it was when it was opened. */
  const replace = (accountId: string, was: WrappedKey, by: Partial<KeyRecord>): Promise<KeyRecord | null> =>
    keys.change(accountId, (stored) => {
      const isSame = stored?.wrapped?.id === was.id && `${stored.wrapped.salt}` === `${was.salt}`;
      if (!stored || !isSame) throw new VaultRefusal('WRONG_PIN');
      return { ...stored, tries: NO_TRIES, ...by };
    });

  /**
   * Opens the key. A try is counted before it is made, so that closing the page in between gives no further one.
   * @throws VaultRefusal WRONG_PIN, WAIT
   */
  async function opened(accountId: string, pin: string, extractable = false) {
    const record = await keys.change(accountId, (stored) => {
      if (!stored) return null;
      if (waitLeft(stored.tries, now()) > 0) throw new VaultRefusal('WAIT');
      return { ...stored, tries: afterWrong(stored.tries, now()) };
    });
    const wrapped = record?.wrapped;
    const held = wrapped && (await unwrap(wrapped, accountId, pin, extractable));
    if (!held) throw new VaultRefusal('WRONG_PIN');
    return { held, wrapped, bare: record.bare };
  }

  return {
    async unlock(accountId: string, pin: string): Promise<HeldKey[]> {
      const { held, wrapped, bare } = await opened(accountId, pin);
      await replace(accountId, wrapped, {});
      return bare ? [held, bare] : [held];
    },

    /**
     * Another key from now on: the one until now lay on the device, and what was once written may be
     * found there by whoever takes it apart. It is kept until everything is sealed anew.
     */
    async set(accountId: string, pin: string): Promise<HeldKey> {
      strong(pin);
      const made = await newKey(true);
      const wrapped = await wrap(made, accountId, pin, iterations);
      await keys.change(accountId, (stored) => {
        if (!stored) throw new VaultRefusal('LOCKED');
        if (stored.wrapped) throw new VaultRefusal('HAS_PIN');
        return { ...stored, wrapped, tries: NO_TRIES };
      });
      return closed(made);
    },

    async change(accountId: string, pin: string, next: string): Promise<void> {
      strong(next);
      const { held, wrapped } = await opened(accountId, pin, true);
      await replace(accountId, wrapped, { wrapped: await wrap(held, accountId, next, iterations) });
    },

    async remove(accountId: string, pin: string): Promise<void> {
      const { held, wrapped } = await opened(accountId, pin, true);
      await replace(accountId, wrapped, { wrapped: null, bare: await closed(held) });
    },

    /** Everything is sealed with the key that the PIN opens: the bare one goes. */
    dropBare: (accountId: string): Promise<KeyRecord | null> =>
      keys.change(accountId, (stored) => stored && (stored.wrapped ? { ...stored, bare: null } : stored)),
  };
}
