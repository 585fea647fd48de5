import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { storageWords } from '#src/messages/storage.ts';
import { fileNameOf } from '#src/offline/outbox-export.ts';
import { Notice } from '#src/ui/notice.tsx';
import { ExportButton } from './export-button.tsx';
import { ItemStanding } from './item-standing.tsx';
import type { KeptTyping } from './kept-typing.ts';
import classes from './save-end.module.css';
import { TypedBefore } from './typed-before.tsx';
import type { Saving } from './use-save-item.ts';

interface Props {
  saving: Saving;
  /** What stands in the fields, as the outbox would have it, whole or not. */
  typed: unknown;
  /** What the button says, and the title over why it was not saved. */
  save: string;
  failed: string;
  /** Why, by its code. */
  why: (code: string) => string;
  kept: KeptTyping;
  onCancel: () => void;
  /** More to say of how it stands. */
  children?: ReactNode;
}

/** The end of a form that is saved on this device: what went wrong, how it stands, save or leave. */
export function SaveEnd({ saving, typed, save, failed, why, kept, onCancel, children }: Props) {
  const t = useMessages(partsWords);
  const storage = useMessages(storageWords);
  const { item, mended, busy, problem, unkept, exported } = saving;
  /** The service has it as it was before: nothing that is typed here reaches it any more. */
  const isOver = !item && mended?.state === 'received';
  const leave = () => {
    kept.drop();
    onCancel();
  };
  return (
    <>
      {item ? null : <TypedBefore kept={kept} />}
      {problem !== null || unkept ? (
        <Notice
          tone="problem"
          title={failed}
          action={
            unkept ? (
              <ExportButton items={() => [exported(typed)]} name={fileNameOf(exported(typed))} />
            ) : null
          }
        >
          {problem === null ? null : <p>{why(problem)}</p>}
          {unkept ? <p>{storage.onlyHere}</p> : null}
        </Notice>
      ) : null}
      {item ? <ItemStanding item={item} /> : null}
      {children}
      <div className={classes.actions}>
        <Button variant="default" onClick={leave}>
          {item || isOver ? t.close : t.cancel}
        </Button>
        {isOver || (item && item.state !== 'needsAttention') ? null : (
          <Button type="submit" loading={busy}>
            {busy ? t.saving : save}
          </Button>
        )}
      </div>
    </>
  );
}
