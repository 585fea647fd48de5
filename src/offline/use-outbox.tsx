import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createDevice, type Device } from './device.ts';
import { isUnsent, type ItemKind, type OutboxItem } from './outbox-item.ts';
import { createOutbox, type NewItem, type Outbox, type OutboxView } from './outbox.ts';
import { askToPersist } from './storage-room.ts';
import { createSender, type Sender, type SenderStatus } from './sender.ts';
import type { PhotoStore } from './photo-store.ts';
import type { Vault, VaultState } from './vault.ts';

/** How long a picture stays that is in no outbox: its draft may still be open. Milliseconds. */
const UNNAMED_KEPT = 40 * 86_400_000;

/** What this device still has to send, and what sends it. */
export interface FieldWork {
  outbox: Outbox;
  sender: Sender;
  /** Pictures of photos that are in a draft or the outbox. */
  photos: PhotoStore;
  /** What seals what this device keeps. */
  vault: Vault;
  /**
   * Puts it into the outbox and has it sent. When this resolves it may be called saved; it rejects
   * with an `OutboxRefusal`, or where this device keeps nothing.
   */
  save: <K extends ItemKind>(item: NewItem<K>) => Promise<OutboxItem>;
}

/** This device, unless tests give another. */
export const DeviceContext = createContext<Device | null>(null);
const FieldWorkContext = createContext<FieldWork | null>(null);

export function useFieldWork(): FieldWork {
  const work = use(FieldWorkContext);
  if (!work) throw new Error('useFieldWork needs an OutboxProvider above it');
  return work;
}

/** What is in the outbox now; redraws at each change, also by other pages of this browser. */
export function useOutboxView(): OutboxView {
  const { outbox } = useFieldWork();
  return useSyncExternalStore(outbox.subscribe, outbox.view);
}

export function useSenderStatus(): SenderStatus {
  const { sender } = useFieldWork();
  return useSyncExternalStore(sender.subscribe, sender.status);
}

/** Whether what is kept on this device can be read; redraws at each change. */
export function useVaultState(): VaultState {
  const { vault } = useFieldWork();
  return useSyncExternalStore(vault.subscribe, vault.state);
}

function createFieldWork(device: Device, { api, first }: Omit<Props, 'children'>): FieldWork {
  const outbox = createOutbox(device);
  const sender = createSender({
    ...device,
    outbox,
    api,
    // Looked up at each call: the mock replaces it after this module was loaded.
    fetch: async (url, init) => {
      await first();
      return globalThis.fetch(url, init);
    },
  });
  return {
    outbox,
    sender,
    photos: device.photos,
    vault: device.vault,
    async save(item) {
      const saved = await outbox.put(item);
      void askToPersist();
      void sender.wake();
      return saved;
    },
  };
}

/** Sends at the start, when the network is back, when the page is looked at, and when time has come. */
function keepSending({ outbox, photos, sender, vault }: FieldWork): () => void {
  void outbox
    .reload()
    .then(() => {
      const named = new Set(outbox.view().items.map(({ id }) => id));
      return photos.sweep((id) => named.has(id), Date.now() - UNNAMED_KEPT);
    })
    .catch(() => {});
  const unlisten = outbox.listen();
  const stop = sender.start();
  // What was opened is held no longer than it may be, and what is opened now can be sent.
  const unfollow = vault.subscribe(() => {
    outbox.reload().then(
      () => (vault.state().is === 'open' ? sender.wake() : undefined),
      () => {},
    );
  });
  const onOnline = (): void => {
    const hurried = outbox.hurry('unanswered').catch(() => {});
    void hurried.then(sender.wake);
  };
  const onLook = (): void => {
    if (document.visibilityState === 'visible' && outbox.view().items.some(isUnsent)) void sender.wake();
  };
  addEventListener('online', onOnline);
  addEventListener('focus', onLook);
  document.addEventListener('visibilitychange', onLook);
  return () => {
    removeEventListener('online', onOnline);
    removeEventListener('focus', onLook);
    document.removeEventListener('visibilitychange', onLook);
    stop();
    unfollow();
    unlisten();
  };
}

interface Props {
  /** The API's address, without a slash at its end. */
  api: () => string;
  /** What every question waits for; where it rejects, nothing is asked. */
  first: () => Promise<void> | null;
  children: ReactNode;
}

/** Gives everything below it the outbox, and sends what is in it as long as the page is open. */
export function OutboxProvider({ api, first, children }: Props) {
  const given = use(DeviceContext);
  const [work] = useState(() => createFieldWork(given ?? createDevice(), { api, first }));
  useEffect(() => keepSending(work), [work]);
  return <FieldWorkContext value={work}>{children}</FieldWorkContext>;
}
