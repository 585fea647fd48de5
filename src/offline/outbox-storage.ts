import type { OutboxItem } from './outbox-item.ts';

/** Where items are kept. Each verb rejects where the device does not do it. */
export interface OutboxStorage {
  all: () => Promise<OutboxItem[]>;
  get: (id: string) => Promise<OutboxItem | null>;
  /**
   * Reads one item, lets `decide` say what it becomes, and writes that, all in one
   * transaction: what is returned is there and stays there, even if the battery falls out.
   * `decide` returns what it was given to leave it, null to have none.
   */
  change: (
    id: string,
    decide: (stored: OutboxItem | null) => OutboxItem | null,
  ) => Promise<OutboxItem | null>;
}

/** How tabs tell each other which item changed. A tab does not hear itself. */
export interface OutboxNews {
  tell: (id: string) => void;
  /** Returns how to stop listening. */
  listen: (heard: (id: string) => void) => () => void;
}

/** Time as the program sees it; the simulator has its own. */
export interface DeviceClock {
  /** Milliseconds since 1970. May jump, in both directions. */
  now: () => number;
  /** Runs it after so many milliseconds; returns how to call it off. */
  after: (ms: number, run: () => void) => () => void;
}
