import type { Sealed } from './vault.ts';

/** Something that was read of the service, as it lies on this device. */
export interface StoredRead {
  /** Whose it is; nobody else is ever shown it. */
  accountId: string;
  /** What was asked. */
  id: string;
  /** When the service said it: milliseconds since 1970 by this device's clock. */
  at: number;
  sealed: Sealed;
  /** Another read that holds the rest of it, by its id: what a village's households share. */
  beside: string | null;
  /** The `ANSWERS_VERSION` of the program that kept it; the first ones named none. */
  version?: number;
}

/** Where they lie. Each verb rejects where the device does not do it. */
export interface ReadStorage {
  get: (accountId: string, id: string) => Promise<StoredRead | null>;
  /** Whether there is one, without reading it. */
  has: (accountId: string, id: string) => Promise<boolean>;
  /** The ids of what of the account is sealed with another key than this. */
  idsUnderOtherKeys: (accountId: string, key: string) => Promise<string[]>;
  put: (reads: readonly StoredRead[]) => Promise<void>;
  remove: (accountId: string, ids: readonly string[]) => Promise<void>;
  /** All of that account; of everybody where it is null. */
  removeOf: (accountId: string | null) => Promise<void>;
  /** Everything of every account but that one. */
  removeOthers: (accountId: string) => Promise<void>;
}

/** What is kept of one answer. */
export interface NewRead {
  id: string;
  data: unknown;
  beside?: string;
}

/** An answer as it was kept. */
export interface Recalled {
  at: number;
  data: unknown;
  /** Another program kept it, when answers had another form: it may not be what this one expects. */
  isOtherForm: boolean;
}

/** What this device has read, for when the service cannot be asked. What is lost of it can be read again. */
export interface KeptReads {
  /** This account uses the device: from now on there is something to seal for it with. */
  enter: (accountId: string) => Promise<void>;
  /** Null where nothing is kept, or nothing that can be opened now. */
  recall: (accountId: string, id: string) => Promise<Recalled | null>;
  /** Whether something is kept, without opening it. */
  has: (accountId: string, id: string) => Promise<boolean>;
  keep: (accountId: string, reads: readonly NewRead[], at: number) => Promise<void>;
  forget: (accountId: string, id: string) => Promise<void>;
  /** Forgets what others have read here. */
  forgetOthers: (accountId: string) => Promise<void>;
  forgetAll: () => Promise<void>;
}
