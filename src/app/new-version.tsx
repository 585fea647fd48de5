import { Button } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { programWords } from '#src/messages/program.ts';
import { createProgram } from '#src/offline/program.ts';
import { useIsFormOpen } from '#src/parts/form-open.ts';
import { Notice } from '#src/ui/notice.tsx';

/** Keeps the program on this device, and offers a newer version once there is one: never while a form is open. */
export function NewVersion() {
  // Where there are no workers, or the page came over a line that anybody can read, there is nothing to keep it.
  return 'serviceWorker' in navigator ? <Offered /> : null;
}

function Offered() {
  const t = useMessages(programWords);
  const [program] = useState(() => createProgram(navigator.serviceWorker));
  useEffect(() => program.start(), [program]);
  const { newer } = useSyncExternalStore(program.subscribe, program.view);
  const isFormOpen = useIsFormOpen();
  if (!newer || isFormOpen) return null;
  return (
    <div data-no-print>
      <Notice tone="plain" action={<Button onClick={program.takeOver}>{t.reload}</Button>}>
        {t.newer}
      </Notice>
    </div>
  );
}
