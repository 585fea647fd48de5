import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useInvite } from '#src/api/account-writes.ts';
import { invitationDraft, type Invitation } from '#src/domain/account.ts';
import { roles } from '#src/domain/permission.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { faultsOf, useRefusal, type Faults } from '#src/parts/refusal.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './accounts.module.css';
import { OneTimeLink } from './one-time-link.tsx';
import { misplaced, SeatFields, type Seating } from './seat-fields.tsx';
import { useFocusAtFault } from './use-focus-at-fault.ts';

/** Makes an account for somebody and the link with which they set their password. */
export function InvitePage() {
  const t = useMessages(accountsWords);
  const [made, setMade] = useState<{ invitation: Invitation; name: string } | null>(null);
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <p className={classes.crumb}>
          <Link to="/accounts">{t.backToAccounts}</Link>
        </p>
        <h1>{t.inviteTitle}</h1>
        {made ? null : <p className={classes.calm}>{t.inviteLead}</p>}
      </header>
      {made ? (
        <>
          <OneTimeLink {...made} />
          <p className={classes.actions}>
            <Link to="/accounts/$accountId" params={{ accountId: made.invitation.accountId }}>
              {t.seeAccount}
            </Link>
            <Button variant="default" onClick={() => setMade(null)}>
              {t.inviteAnother}
            </Button>
          </p>
        </>
      ) : (
        <InviteForm onMade={(invitation, name) => setMade({ invitation, name })} />
      )}
    </div>
  );
}

const fields = ['name', 'signInName', 'role', 'places'];

function InviteForm({ onMade }: { onMade: (invitation: Invitation, name: string) => void }) {
  useFormOpen();
  const t = useMessages(accountsWords);
  const write = useInvite();
  const [name, setName] = useState('');
  const [signInName, setSignInName] = useState('');
  const [seating, setSeating] = useState<Seating>({ role: 'villageCadre', places: [] });
  const [faults, setFaults] = useState<Faults>([]);
  const refusal = useRefusal(write.error, faults, fields);
  const form = useRef<HTMLFormElement>(null);
  useFocusAtFault(form, faults, write.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const checked = invitationDraft.safeParse({ signInName, name, ...seating });
    const found = checked.success ? misplaced(seating) : faultsOf(checked.error.issues);
    setFaults(found);
    write.reset();
    if (!checked.success || found.length > 0) return;
    write.mutate(checked.data, { onSuccess: (invitation) => onMade(invitation, checked.data.name) });
  };

  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form}>
      <TextInput
        label={t.name}
        description={t.nameHint}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={refusal.of('name')}
      />
      <TextInput
        label={t.signInName}
        description={t.signInNameHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={signInName}
        onChange={(event) => setSignInName(event.currentTarget.value)}
        error={refusal.of('signInName')}
      />
      <SeatFields roles={roles} value={seating} onChange={setSeating} refusal={refusal} />
      {refusal.general ? (
        <Notice tone="problem" title={t.notSaved}>
          {refusal.general}
        </Notice>
      ) : null}
      <div className={classes.actions}>
        <Button type="submit" loading={write.isPending}>
          {write.isPending ? t.making : t.makeInvitation}
        </Button>
      </div>
    </form>
  );
}
