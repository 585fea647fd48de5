/** Where a sealed value belongs. What was sealed for one place opens in no other. */
export interface Place {
  /** Whose it is; it is sealed with their key and no other. */
  accountId: string;
  /** Of the database or the part of it: `outbox`, `drafts`, `reads`. */
  store: string;
  /** Of the record in it. */
  id: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A value as it lies on the device: AES-GCM-256, bound to its place. Plain data that IndexedDB takes
 * as it is.
 */
export interface Sealed {
  sealed: 1;
  /** The key that sealed it, by its name. */
  key: string;
  iv: Bytes;
  bytes: Bytes;
}

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && 'sealed' in value && 'iv' in value && 'bytes' in value;

/** How it stands with the account that uses the device now. */
export type VaultState =
  /** Nobody is signed in. */
  | { is: 'nobody' }
  /** It is being read whether there is a PIN. Nothing of the account is shown until then. */
  | { is: 'reading'; accountId: string }
  | { is: 'open'; accountId: string; hasPin: boolean; idleMinutes: number }
  /** A PIN is needed: nothing can be read, and nothing may be shown. */
  | { is: 'locked'; accountId: string; tries: Tries }
  /** This browser keeps no keys (a private window, no secure connection): nothing can be kept at all. */
  | { is: 'unusable'; accountId: string };

/** How often the PIN was wrong, and until when no other is taken. Milliseconds since 1970. */
export interface Tries {
  failed: number;
  waitUntil: number;
}

export const vaultRefusals = [
  /** The account is not signed in here, or its PIN was not given. */
  'LOCKED',
  /** It was sealed for another place, with a key that is gone, or its bytes were changed. */
  'UNREADABLE',
  'WRONG_PIN',
  /** Too many were wrong: `Tries.waitUntil` says how long. */
  'WAIT',
  'WEAK_PIN',
  'HAS_PIN',
  'UNUSABLE',
] as const;
export type VaultRefusalCode = (typeof vaultRefusals)[number];

/** Why the vault does not do it. */
export class VaultRefusal extends Error {
  constructor(readonly code: VaultRefusalCode) {
    super(code);
  }
}

/** A place that keeps sealed values, as far as the vault has to do with it. */
export interface SealedStore {
  /**
   * Seals anew what lies there of the account in the clear or under another key than this. It rejects
   * where it could not do all; then it is asked again at the next opening, and the old key is kept.
   */
  sealAgain: (accountId: string, key: string) => Promise<void>;
  /** Resolves when all that it was given is written: what is typed is kept before the key goes. */
  settled: () => Promise<void>;
  /** Deletes all of the account: its key was given up, nobody can read it any more. */
  wipe: (accountId: string) => Promise<void>;
}

/**
 * What lies on the device is sealed from the first byte: without a PIN with a key that the browser holds, with
 * a PIN with a key that only the PIN opens. Each account has its own.
 */
export interface Vault {
  state: () => VaultState;
  /** Returns how to stop listening. */
  subscribe: (heard: () => void) => () => void;
  /** Stores that take part from now on. */
  add: (store: SealedStore) => void;

  /** This account uses the device now. Resolves when `state` is open, locked or unusable. */
  enter: (accountId: string) => Promise<void>;
  /** Nobody does: locks. */
  leave: () => Promise<void>;

  /** @throws VaultRefusal LOCKED, UNUSABLE */
  seal: (place: Place, value: unknown) => Promise<Sealed>;
  /** @throws VaultRefusal LOCKED, UNREADABLE, UNUSABLE */
  open: (place: Place, sealed: Sealed) => Promise<unknown>;
  /**
   * Whether it was sealed with the key that is in use still: asked after writing, for another tab may have set
   * a PIN meanwhile, and with it another key. What was not has to be sealed and written again.
   */
  isCurrent: (accountId: string, sealed: Sealed) => Promise<boolean>;

  /** @throws VaultRefusal WEAK_PIN, HAS_PIN, LOCKED */
  setPin: (pin: string) => Promise<void>;
  /** @throws VaultRefusal WEAK_PIN, WRONG_PIN, WAIT */
  changePin: (pin: string, next: string) => Promise<void>;
  /** @throws VaultRefusal WRONG_PIN, WAIT */
  removePin: (pin: string) => Promise<void>;
  /** @throws VaultRefusal WRONG_PIN, WAIT */
  unlock: (pin: string) => Promise<void>;
  /** In every tab, once what is being typed is kept. Does nothing where there is no PIN. */
  lock: () => Promise<void>;
  /** After how many minutes without a touch it locks by itself. */
  lockAfter: (minutes: number) => Promise<void>;
  /** Gives up what nobody can open: deletes the account's key and everything sealed with it. */
  giveUp: (accountId: string) => Promise<void>;
}
