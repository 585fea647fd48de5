import type { DraftStore } from './draft-store.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import type { PhotoStore } from './photo-store.ts';
import type { Vault } from './vault.ts';

/** What a browser keeps, sealed. */
export interface SealedDevice {
  vault: Vault;
  outbox: OutboxStorage;
  drafts: DraftStore;
  photos: PhotoStore;
}
