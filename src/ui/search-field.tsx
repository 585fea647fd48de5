import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { whenQuiet } from './when-quiet.ts';

interface Props {
  label: string;
  hint?: string;
  value: string;
  /** When the typing pauses: for the link. */
  onChange: (value: string) => void;
  /** At every letter, and when the value changed from outside: for what is on screen. */
  onType?: (value: string) => void;
}

/**
 * Takes every letter at once and tells of them when the typing pauses. "/" brings the cursor here. The field keeps
 * what stands in it by itself: to draw it anew at every letter takes a slow phone longer than the letter.
 */
export function SearchField({ label, hint, value, onChange, onType }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  /** Told of but not come back yet: a slow answer must not overwrite what was typed since. */
  const underWay = useRef<string[]>([]);
  const giveUp = useRef(() => {});
  const tell = useRef({ onChange, onType });
  useEffect(() => {
    tell.current = { onChange, onType };
  });
  useEffect(() => {
    const at = underWay.current.indexOf(value);
    underWay.current.splice(0, at + 1);
    // The link changed without our doing: back button, a cleared filter.
    if (at < 0 && value !== told.current && field.current) {
      giveUp.current();
      told.current = value;
      field.current.value = value;
      tell.current.onType?.(value);
    }
  }, [value]);
  useEffect(() => () => giveUp.current(), []);
  const take = (typed: string): void => {
    onType?.(typed);
    giveUp.current();
    if (typed === told.current) return;
    giveUp.current = whenQuiet(() => {
      told.current = typed;
      underWay.current.push(typed);
      tell.current.onChange(typed);
    });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <TextInput
      ref={field}
      type="search"
      label={label}
      placeholder={hint}
      defaultValue={value}
      maxLength={80}
      onChange={(event) => take(event.currentTarget.value)}
      leftSection={<IconSearch aria-hidden size={18} />}
    />
  );
}
