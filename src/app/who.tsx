import { Button } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSignOut } from '#src/api/session-writes.ts';
import type { Actor } from '#src/domain/account.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { whoWords } from '#src/messages/who.ts';
import { terms } from '#src/messages/terms.ts';
import { usePlaceWords } from '#src/parts/place-names.ts';
import { useSession } from '#src/parts/session.tsx';
import { Disclosure } from '#src/ui/disclosure.tsx';
import classes from './who.module.css';

/** Who is signed in, as what and where; and the way out. */
export function Who() {
  const t = useMessages(whoWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { actor } = useSession();
  if (!actor) return null;
  const label = (
    <>
      <IconUserCircle aria-hidden stroke={1.6} />
      <span className={classes.name}>
        {text(actor.name)} · {term.role[actor.role]}
      </span>
    </>
  );
  return (
    <div data-no-print>
      <Disclosure name={t.account(text(actor.name))} label={label}>
        <Card actor={actor} />
      </Disclosure>
    </div>
  );
}

function Card({ actor }: { actor: Actor }) {
  const t = useMessages(whoWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { leave } = useSession();
  const places = usePlaceWords();
  const navigate = useNavigate();
  const write = useSignOut();
  const [failed, setFailed] = useState(false);
  const signOut = async () => {
    setFailed(false);
    try {
      await write.mutateAsync({});
    } catch {
      setFailed(true);
      return;
    }
    leave();
    // Whoever comes next is not led to what the last one had open.
    await navigate({ to: '/' });
  };
  return (
    <>
      <div>
        <p className={classes.calm}>{t.signedInAs}</p>
        <p>
          <strong>{text(actor.name)}</strong>
        </p>
        <p>{t.roleAt(term.role[actor.role], places.some(actor.places))}</p>
      </div>
      {failed ? <p role="alert">{t.signOutFailed}</p> : null}
      <Button variant="default" loading={write.isPending} onClick={() => void signOut()}>
        {t.signOut}
      </Button>
    </>
  );
}
