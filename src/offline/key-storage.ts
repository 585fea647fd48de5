import type { Sealed, Tries } from './vault.ts';

/** A data key as the browser holds it: it can be used, and not be read out. */
export interface HeldKey {
  id: string;
  key: CryptoKey;
}

/** A data key that only the PIN opens. */
export interface WrappedKey extends Pick<Sealed, 'iv' | 'bytes'> {
  id: string;
  salt: Uint8Array<ArrayBuffer>;
  /** Of PBKDF2-SHA-256. */
  iterations: number;
}

/** What the device keeps of an account's key. */
export interface KeyRecord {
  accountId: string;
  /** Where there is no PIN; beside `wrapped` only while a PIN is being set, until all is sealed anew. */
  bare: HeldKey | null;
  wrapped: WrappedKey | null;
  tries: Tries;
  idleMinutes: number;
}

/** Where keys are kept. Each verb rejects where the device does not do it. */
export interface KeyStorage {
  read: (accountId: string) => Promise<KeyRecord | null>;
  /** Reads, lets `decide` say what it becomes, and writes that, in one transaction. null is none. */
  change: (
    accountId: string,
    decide: (stored: KeyRecord | null) => KeyRecord | null,
  ) => Promise<KeyRecord | null>;
}

/** What the tabs of one browser tell each other of an account's key. Keys that travel here cannot be read out. */
export type VaultNews = { accountId: string } & (
  | { did: 'locked' | 'changed' | 'gaveUp' | 'asks' }
  | { did: 'opened'; keys: readonly HeldKey[] }
);
export interface VaultChannel {
  tell: (news: VaultNews) => void;
  listen: (heard: (news: VaultNews) => void) => void;
}
