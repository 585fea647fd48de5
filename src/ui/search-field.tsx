import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

interface Props {
  label: string;
  hint?: string;
  value: string;
  /** When the typing pauses: for the link. */
  onChange: (value: string) => void;
  /** At every letter, and when the value changed from outside: for what is on screen. */
  onType?: (value: string) => void;
}

/** Longer than between two letters on a slow phone: following them costs more there than the letters. */
const QUIET_MS = 300;

/** Takes every letter at once and tells of them when the typing pauses. "/" brings the cursor here. */
export function SearchField({ label, hint, value, onChange, onType }: Props) {
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  /** Told of but not come back yet: a slow answer must not overwrite what was typed since. */
  const underWay = useRef<string[]>([]);
  const tell = useRef({ onChange, onType });
  useEffect(() => {
    tell.current = { onChange, onType };
  });
  useEffect(() => {
    const at = underWay.current.indexOf(value);
    underWay.current.splice(0, at + 1);
    // The link changed without our doing: back button, a cleared filter.
    if (at < 0 && value !== told.current) {
      told.current = value;
      setTyped(value);
      tell.current.onType?.(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const input = field.current;
    const settle = (): void => {
      stop();
      told.current = typed;
      underWay.current.push(typed);
      tell.current.onChange(typed);
    };
    const timer = setTimeout(settle, QUIET_MS);
    const stop = (): void => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', settle, true);
      input?.removeEventListener('blur', settle);
    };
    // Whoever goes on to a link is told of at once: later it would call them back from there.
    document.addEventListener('pointerdown', settle, true);
    input?.addEventListener('blur', settle);
    return stop;
  }, [typed]);
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
      value={typed}
      maxLength={80}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onType?.(event.currentTarget.value);
      }}
      leftSection={<IconSearch aria-hidden size={18} />}
    />
  );
}
