import { Button } from '@mantine/core';
import { useMessages } from '#src/messages/locale.tsx';
import { storageWords } from '#src/messages/storage.ts';
import { useLost } from '#src/offline/use-storage.ts';
import { witness } from '#src/offline/witness.ts';
import { Notice } from '#src/ui/notice.tsx';

/** How many items the browser has thrown away before they were received; nothing where none is. */
export function LostNotice() {
  const t = useMessages(storageWords);
  const lost = useLost();
  if (lost === 0) return null;
  return (
    <Notice
      tone="problem"
      title={t.lostTitle(lost)}
      action={
        <Button variant="default" onClick={witness.takeNote}>
          {t.lostNoted}
        </Button>
      }
    >
      {t.lostText}
    </Notice>
  );
}
