import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { accountsWords } from '#src/messages/accounts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './shown-once.module.css';

interface Props {
  label: string;
  value: string;
  /** How long it holds. */
  until: string;
}

/** A secret that is shown this once, ready to be copied. */
export function ShownOnce({ label, value, until }: Props) {
  const t = useMessages(accountsWords);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'yes' | 'byHand' | null>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied('yes');
    } catch {
      setCopied('byHand');
    }
  };
  return (
    <div className={classes.once}>
      <div className={classes.line}>
        <TextInput
          ref={field}
          className={classes.value}
          label={label}
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={() => void copy()}>{t.copy}</Button>
      </div>
      <p className={classes.until}>{until}</p>
      <p role="status" className={classes.until}>
        {copied === 'yes' ? t.copied : copied === 'byHand' ? t.copyByHand : ''}
      </p>
    </div>
  );
}
