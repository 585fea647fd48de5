import { Button, Modal } from '@mantine/core';
import type { Actor } from '#src/domain/account.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { sessionWords } from '#src/messages/session.ts';
import { useSession } from '#src/parts/session.tsx';
import classes from './session.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** Over a page whose session has ended: what was typed stays below it. It closes by signing in or by leaving. */
export function SessionEnded({ actor }: { actor: Actor }) {
  const t = useMessages(sessionWords);
  const { text } = useFormat();
  const { leave } = useSession();
  return (
    <Modal
      opened
      onClose={() => {}}
      title={t.endedTitle}
      size="md"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <div className={classes.dialog}>
        <p>{t.endedText(text(actor.name))}</p>
        <SignInForm />
        <div className={classes.leave}>
          <Button variant="default" onClick={leave}>
            {t.endedLeave}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
