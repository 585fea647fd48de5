import { createVault } from './create-vault.ts';
import type { SealedDevice } from './sealed-parts.ts';
import { createIdbDrafts } from './idb-drafts.ts';
import { createIdbRecords } from './idb-records.ts';
import type { KeyRecord, KeyStorage, VaultChannel, VaultNews } from './key-storage.ts';
import type { OutboxItem } from './outbox-item.ts';
import { sealPhotos, type PhotoRecord } from './photo-store.ts';
import { sealDrafts } from './sealed-drafts.ts';
import { sealOutbox } from './sealed-outbox.ts';
import { witness, witnessed } from './witness.ts';

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

/** On every page: setting a PIN seals anew what lies in all of them, whatever is on screen. */
export function openSealedDevice(): SealedDevice {
  const vault = createVault({
    keys: createIdbKeys(),
    channel: createChannel(),
    clock: { now: () => Date.now() },
  });
  const items = witnessed(createIdbRecords<OutboxItem>('contact-point-outbox', 'id'), witness);
  const outbox = sealOutbox(items, vault);
  const drafts = sealDrafts(createIdbDrafts(), vault);
  vault.add(outbox);
  const photos = sealPhotos(createIdbRecords<PhotoRecord>('contact-point-photos', 'id'), vault);
  vault.add(drafts);
  vault.add(photos);
  return { vault, outbox, drafts, photos };
}
