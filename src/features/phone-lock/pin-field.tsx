import { PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { phoneLockWords } from '#src/messages/phone-lock.ts';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  disabled?: boolean;
  autoFocus?: boolean;
}

/** Hidden until one asks to see it. A code that is no password: no browser offers to keep it. */
export function PinField({ onChange, autoFocus = false, ...given }: Props) {
  const t = useMessages(phoneLockWords);
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      {...given}
      size="md"
      aria-invalid={Boolean(given.error)}
      autoComplete="one-time-code"
      maxLength={128}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleFocusable
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{ 'aria-label': visible ? t.hide : t.show }}
    />
  );
}
