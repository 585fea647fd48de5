import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { phoneLockWords } from '#src/messages/phone-lock.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './phone-lock.module.css';

/** The way on without the PIN: what it locked is lost, which has to be typed out. */
export function GiveUp({ accountId, unsent }: { accountId: string; unsent: number }) {
  useFormOpen();
  const t = useMessages(phoneLockWords);
  const { vault, outbox } = useFieldWork();
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState(false);
  const isMeant = typed.trim() === t.giveUpWord;
  const giveUp = async (event: FormEvent) => {
    event.preventDefault();
    if (!isMeant) return;
    try {
      await vault.giveUp(accountId);
      await outbox.reload();
    } catch {
      setFailed(true);
    }
  };
  return (
    <details className={classes.forgotten}>
      <summary>{t.forgotten}</summary>
      <form onSubmit={(event) => void giveUp(event)} noValidate autoComplete="off" className={classes.form}>
        <p>{t.forgottenText(unsent)}</p>
        <TextInput
          label={t.giveUpLabel(t.giveUpWord)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
        />
        {failed ? <Notice tone="problem">{t.problem.other}</Notice> : null}
        <Button type="submit" variant="default" disabled={!isMeant} className={classes.submit}>
          {t.giveUp}
        </Button>
      </form>
    </details>
  );
}
