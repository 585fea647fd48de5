import { Button } from '@mantine/core';
import { useState } from 'react';
import { conflictWords } from '#src/messages/conflicts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useGoOn } from '#src/parts/go-on.ts';
import classes from './outbox.module.css';
import { RemoveItem } from './remove-item.tsx';

/** Where only theirs can stand: mine is removed, with a reason. */
export function KeepTheirs({ itemId, why }: { itemId: string; why: string }) {
  const t = useMessages(conflictWords);
  const [removing, setRemoving] = useState(false);
  useGoOn(`favour:${itemId}`, () => setRemoving(true));
  return (
    <>
      <p>{why}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => setRemoving(true)}>
          {t.keepTheirs}
        </Button>
      </div>
      {removing ? <RemoveItem itemId={itemId} inFavour onClose={() => setRemoving(false)} /> : null}
    </>
  );
}
