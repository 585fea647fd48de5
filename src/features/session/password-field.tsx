import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { PASSWORD_LENGTH } from '#src/domain/account.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { sessionWords } from '#src/messages/session.ts';

interface Props {
  label: string;
  description?: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** Hidden until one asks to see it; it can be pasted into. */
export function PasswordField({ autoComplete, onChange, ...given }: Props) {
  const t = useMessages(sessionWords);
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      {...given}
      size="md"
      aria-invalid={given.error !== undefined}
      name="password"
      autoComplete={autoComplete}
      maxLength={autoComplete === 'new-password' ? PASSWORD_LENGTH.max : 200}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleFocusable
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': visible ? t.hidePassword : t.showPassword,
      }}
    />
  );
}
