/** Something half-filled, kept on this device until the service has it. */
export interface Draft {
  /** Whose it is and of what; one each. */
  key: string;
  /** Milliseconds since 1970 by this device's clock: for "kept at 14:02", and no more. */
  savedAt: number;
  /** What the form holds; whoever reads it checks its shape. */
  body: unknown;
}

/**
 * Where drafts are kept. Each verb rejects where the device keeps nothing, so
 * that the screen can say so. The last write wins.
 */
export interface DraftStore {
  read: (key: string) => Promise<Draft | null>;
  keep: (draft: Draft) => Promise<void>;
  remove: (key: string) => Promise<void>;
  /** Of all drafts, whosever they are. */
  keys: () => Promise<string[]>;
  /** Hears of what other tabs keep (their draft) or remove (null). Returns how to stop listening. */
  listen: (heard: (key: string, draft: Draft | null) => void) => () => void;
}
