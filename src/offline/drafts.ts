import { createContext, use } from 'react';
import { deviceVault } from './device-vault.ts';
import type { DraftStore } from './draft-store.ts';

/** The device's own; tests give another. */
export const DraftStoreContext = createContext<DraftStore>(deviceVault.drafts);
export const useDraftStore = (): DraftStore => use(DraftStoreContext);
