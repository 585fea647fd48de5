import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useItemWords } from './outbox-words.ts';

const tones = {
  saved: 'plain',
  sending: 'plain',
  received: 'done',
  needsAttention: 'problem',
  removed: 'plain',
} as const;

/** How an item of the outbox stands, in words, and why. */
export function ItemStanding({ item }: { item: OutboxItem }) {
  const { state, reasons } = useItemWords()(item);
  return (
    <Notice tone={tones[item.state]} title={state}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Notice>
  );
}
