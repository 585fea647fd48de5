import type { OutboxItem } from './outbox-item.ts';

/**
 * Items as the text of a file, for whoever has to take them off the phone by hand. It holds
 * what was typed, in the clear.
 */
export const exportOf = (
  items: readonly Pick<OutboxItem, 'id' | 'kind' | 'accountId' | 'payload'>[],
  now: Date,
): string =>
  JSON.stringify({ what: 'contact-point-outbox', version: 1, exportedAt: now.toISOString(), items }, null, 2);
