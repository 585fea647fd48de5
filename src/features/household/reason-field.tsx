import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { identifierWords } from '#src/messages/identifiers.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { Choice } from '#src/ui/choice.tsx';
import classes from './identifiers.module.css';

interface Props {
  legend: string;
  common: readonly string[];
  value: string;
  onChange: (reason: string) => void;
  error?: string | undefined;
}

/** A reason: one of the common ones by one touch, or in one's own words. */
export function ReasonField({ legend, common, value, onChange, error }: Props) {
  const t = useMessages(identifierWords);
  const id = useId();
  return (
    <div className={classes.reason}>
      <Choice
        id={id}
        legend={legend}
        look="chips"
        options={common.map((reason) => ({ value: reason, label: reason }))}
        value={common.includes(value) ? value : null}
        onChange={onChange}
      />
      <TextInput
        label={t.ownWords}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        autoComplete="off"
      />
    </div>
  );
}
