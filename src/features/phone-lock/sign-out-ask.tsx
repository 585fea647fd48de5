import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { phoneLockWords } from '#src/messages/phone-lock.ts';
import { useVaultState } from '#src/offline/use-outbox.tsx';
import classes from './phone-lock.module.css';

interface Props {
  unsent: number;
  onLeave: () => void;
  onStay: () => void;
}

/** Before somebody signs out over what is not received yet: how much it is, and what becomes of it. */
export function SignOutAsk({ unsent, onLeave, onStay }: Props) {
  const t = useMessages(phoneLockWords);
  const vault = useVaultState();
  const isOpenToAll = vault.is === 'open' && !vault.hasPin;
  return (
    <div className={classes.form} role="group" aria-label={t.leavingTitle}>
      <p>
        <strong>{t.leavingTitle}</strong>
      </p>
      <p>{t.leavingText(unsent)}</p>
      {isOpenToAll ? (
        <p>
          {t.leavingNoPin} <Link to="/phone-lock">{t.setFirst}</Link>
        </p>
      ) : null}
      <Button onClick={onLeave}>{t.leaveNow}</Button>
      <Button variant="default" onClick={onStay}>
        {t.stay}
      </Button>
    </div>
  );
}
