import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { accountsWords } from '#src/messages/accounts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { useRefusal } from '#src/parts/refusal.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './accounts.module.css';

interface Props {
  title: string;
  /** What the button says that does it. */
  act: string;
  busy: boolean;
  /** Of the last try. */
  error: unknown;
  /** Fields that say themselves what is wrong with them. */
  fields?: readonly string[];
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

const NONE: readonly string[] = [];

/** Asks before what cannot be taken back, or hurts somebody. */
export function Confirm({ title, act, busy, error, fields = NONE, onConfirm, onClose, children }: Props) {
  useFormOpen();
  const t = useMessages(accountsWords);
  const refusal = useRefusal(error, [], fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onConfirm();
  };
  return (
    <Dialog onClose={onClose} title={title} size="md" closeButtonProps={{ 'aria-label': t.close }}>
      <form onSubmit={submit} noValidate className={classes.dialog}>
        {children}
        {refusal.general ? (
          <Notice tone="problem" title={t.notSaved}>
            {refusal.general}
          </Notice>
        ) : null}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
