import { isUnsent } from './outbox-item.ts';
import type { OutboxView } from './outbox.ts';

/** What a person has to know at a glance. */
export interface OutboxSummary {
  /** Of the account and not known to be received. */
  unsent: number;
  /** Of those, what the service refused. */
  needsAttention: number;
  /** When the oldest of them was made, by this device's clock; null where there is none. */
  oldest: number | null;
  /** Unsent items of other accounts on this device: they wait for their owners. */
  ofOthers: number;
  /** True only when it is known that nothing on this device waits to be received, whoever made it. */
  everythingReceived: boolean;
}

export function summaryOf({ ready, items, writing }: OutboxView, accountId: string | null): OutboxSummary {
  const waiting = items.filter(isUnsent);
  const mine = waiting.filter((i) => i.accountId === accountId);
  return {
    unsent: mine.length,
    needsAttention: mine.filter((i) => i.state === 'needsAttention').length,
    oldest: mine.length > 0 ? Math.min(...mine.map((i) => i.createdAt)) : null,
    ofOthers: waiting.length - mine.length,
    everythingReceived: ready && writing === 0 && waiting.length === 0,
  };
}
