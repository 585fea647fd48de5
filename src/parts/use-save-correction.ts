import { useCorrectReading } from '#src/api/writes.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { useSaveItem } from './use-save-item.ts';

/** Saves a correction on this device, from where it is sent; `onReceived` once the service has it. */
export function useSaveCorrection(onReceived: () => void, mended: OutboxItem | null) {
  const direct = useCorrectReading();
  return useSaveItem(
    'correction',
    (id, { readingId, correction }) => direct.mutateAsync({ readingId, id, ...correction }),
    onReceived,
    mended,
  );
}
