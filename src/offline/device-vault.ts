import type { SealedDevice } from './sealed-parts.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { VaultRefusal, type SealedStore, type Vault, type VaultState } from './vault.ts';

/**
 * The vault of this browser and the outbox in it, whose program is fetched beside the first screen and not before it.
 */
function createLater(load: () => Promise<SealedDevice>): SealedDevice {
  let loading: Promise<SealedDevice> | null = null;
  let loaded: Vault | null = null;
  /** Until it is there. */
  let early: VaultState = { is: 'nobody' };
  const listeners = new Set<() => void>();
  const stores = new Set<SealedStore>();
  const tell = (): void => listeners.forEach((heard) => heard());
  const become = (state: VaultState): void => {
    early = state;
    tell();
  };
  const device = (): Promise<SealedDevice> => {
    loading ??= load().then(
      (device) => {
        loaded = device.vault;
        for (const store of stores) loaded.add(store);
        loaded.subscribe(tell);
        return device;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  const vault = async (): Promise<Vault> => (await device()).vault;
  const outbox = async (): Promise<OutboxStorage> => (await device()).outbox;

  return {
    vault: {
      state() {
        const state = loaded?.state() ?? early;
        return state.is === 'nobody' ? early : state;
      },
      subscribe(heard) {
        listeners.add(heard);
        return () => void listeners.delete(heard);
      },
      add(store) {
        stores.add(store);
        loaded?.add(store);
      },
      async enter(accountId) {
        become({ is: 'reading', accountId });
        try {
          const there = await vault();
          // Somebody else may be in, or nobody, by the time that it is fetched.
          if ('accountId' in early && early.accountId === accountId) await there.enter(accountId);
        } catch {
          become({ is: 'unusable', accountId });
          throw new VaultRefusal('UNUSABLE');
        }
      },
      async leave() {
        become({ is: 'nobody' });
        await loaded?.leave();
      },
      seal: async (...given) => (await vault()).seal(...given),
      open: async (...given) => (await vault()).open(...given),
      isCurrent: async (...given) => (await vault()).isCurrent(...given),
      setPin: async (pin) => (await vault()).setPin(pin),
      changePin: async (...given) => (await vault()).changePin(...given),
      removePin: async (pin) => (await vault()).removePin(pin),
      unlock: async (pin) => (await vault()).unlock(pin),
      lock: async () => (await vault()).lock(),
      lockAfter: async (minutes) => (await vault()).lockAfter(minutes),
      giveUp: async (accountId) => (await vault()).giveUp(accountId),
    },
    drafts: {
      read: async (key) => (await device()).drafts.read(key),
      keep: async (draft) => (await device()).drafts.keep(draft),
      remove: async (key) => (await device()).drafts.remove(key),
      keys: async () => (await device()).drafts.keys(),
      listen(heard) {
        let isOver = false;
        let stop = (): void => {};
        device().then(
          ({ drafts }) => {
            if (!isOver) stop = drafts.listen(heard);
          },
          () => {},
        );
        return () => {
          isOver = true;
          stop();
        };
      },
    },
    photos: {
      keep: async (...given) => (await device()).photos.keep(...given),
      read: async (...given) => (await device()).photos.read(...given),
      has: async (...given) => (await device()).photos.has(...given),
      remove: async (id) => (await device()).photos.remove(id),
      sweep: async (...given) => (await device()).photos.sweep(...given),
    },
    outbox: {
      all: async () => (await outbox()).all(),
      get: async (id) => (await outbox()).get(id),
      change: async (...given) => (await outbox()).change(...given),
    },
  };
}

/** Of this browser: every tab has one, over the same databases. */
export const deviceVault = createLater(async () => (await import('./sealed-device.ts')).openSealedDevice());
