import { Button } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Actor } from '#src/domain/account.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { whoWords } from '#src/messages/who.ts';
import { terms } from '#src/messages/terms.ts';
import { summaryOf } from '#src/offline/outbox-summary.ts';
import { useFieldWork, useOutboxView, useVaultState } from '#src/offline/use-outbox.tsx';
import { usePlaceWords } from '#src/parts/place-names.ts';
import { useSession } from '#src/parts/session.tsx';
import { Disclosure } from '#src/ui/disclosure.tsx';
import classes from './who.module.css';

const SignOutAsk = lazy(async () => ({
  default: (await import('#src/features/phone-lock/sign-out-ask.tsx')).SignOutAsk,
}));

/** Who is signed in, as what and where; and the way out. */
export function Who() {
  const t = useMessages(whoWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { actor } = useSession();
  if (!actor) return null;
  const name = text(actor.name);
  // Who it is by name lies sealed until the PIN is given.
  const named = [name, term.role[actor.role]].filter((part) => part !== '');
  const label = (
    <>
      <IconUserCircle aria-hidden stroke={1.6} />
      <span className={classes.name}>{named.join(' · ')}</span>
    </>
  );
  return (
    <div data-no-print>
      <Disclosure name={t.account(name)} label={label}>
        <Card actor={actor} />
      </Disclosure>
    </div>
  );
}

function Card({ actor }: { actor: Actor }) {
  const t = useMessages(whoWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const session = useSession();
  const places = usePlaceWords();
  const name = text(actor.name);
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const { vault } = useFieldWork();
  const kept = useVaultState();
  const { unsent } = summaryOf(useOutboxView(), actor.id);
  const hasPin = kept.is === 'open' && kept.hasPin;
  const signOut = () => {
    session.signOut();
    // Whoever comes next is not led to what the last one had open.
    void navigate({ to: '/' });
  };
  return (
    <>
      <div>
        <p className={classes.calm}>{t.signedInAs}</p>
        {name === '' ? null : (
          <p>
            <strong>{name}</strong>
          </p>
        )}
        <p>{t.roleAt(term.role[actor.role], places.some(actor.places))}</p>
      </div>
      <Link to="/phone-lock">{t.phoneLock}</Link>
      {hasPin ? (
        <Button variant="default" onClick={() => void vault.lock()}>
          {t.lockNow}
        </Button>
      ) : null}
      {asks ? (
        <Suspense fallback={null}>
          <SignOutAsk unsent={unsent} onLeave={signOut} onStay={() => setAsks(false)} />
        </Suspense>
      ) : (
        <Button variant="default" onClick={() => (unsent > 0 ? setAsks(true) : signOut())}>
          {t.signOut}
        </Button>
      )}
    </>
  );
}
