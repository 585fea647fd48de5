import { createVault } from './create-vault.ts';
import { createIdbRecords } from './idb-records.ts';
import type { KeyRecord, KeyStorage, VaultChannel, VaultNews } from './key-storage.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { sealOutbox } from './sealed-outbox.ts';
import type { Vault } from './vault.ts';

const KEYS = 'contact-point-keys';

function createIdbKeys(): KeyStorage {
  const { get, change } = createIdbRecords<KeyRecord>(KEYS, 'accountId');
  return { read: get, change };
}

/** Between the tabs of this browser; where there is no such channel, each asks for the PIN itself. */
function createChannel(): VaultChannel {
  if (!('BroadcastChannel' in globalThis)) return { tell: () => {}, listen: () => {} };
  const channel = new BroadcastChannel(KEYS);
  return {
    tell: channel.postMessage.bind(channel),
    listen: (heard) =>
      channel.addEventListener('message', ({ data }: MessageEvent<VaultNews>) => heard(data)),
  };
}

/** What this browser keeps, sealed: the vault, and the outbox in a database of its own. */
export function openSealedDevice(): { vault: Vault; outbox: OutboxStorage } {
  const vault = createVault({
    keys: createIdbKeys(),
    channel: createChannel(),
    clock: { now: () => Date.now() },
  });
  const outbox = sealOutbox(createIdbRecords<OutboxItem>('contact-point-outbox', 'id'), vault);
  vault.add(outbox);
  return { vault, outbox };
}
