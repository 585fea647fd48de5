import { Button, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useChangeAccount } from '#src/api/account-writes.ts';
import { invitationDraft, type Account } from '#src/domain/account.ts';
import { roles } from '#src/domain/permission.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { useFormOpen } from '#src/parts/form-open.ts';
import { usePlaceWords } from '#src/parts/place-names.ts';
import { faultsOf, useRefusal, type Faults } from '#src/parts/refusal.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './accounts.module.css';
import { misplaced, SeatFields, type Seating } from './seat-fields.tsx';
import { useAsked } from './use-asked.ts';
import { useFocusAtFault } from './use-focus-at-fault.ts';

/** As what and where they work; changed in place. */
export function SeatSection({ account, isOwn }: { account: Account; isOwn: boolean }) {
  const t = useMessages(accountsWords);
  const term = useMessages(terms);
  const places = usePlaceWords();
  const { asked, ask } = useAsked();
  const [saved, setSaved] = useState(false);
  if (asked === 'change' && !isOwn) {
    return (
      <section className={classes.section}>
        <h2>{t.changeTitle}</h2>
        <p className={classes.calm}>{t.changeText}</p>
        <ChangeForm
          account={account}
          onDone={() => {
            setSaved(true);
            ask(undefined);
          }}
          onCancel={() => ask(undefined)}
        />
      </section>
    );
  }
  return (
    <section className={classes.section}>
      <h2>{t.seat}</h2>
      <dl className={classes.facts}>
        <dt>{t.role}</dt>
        <dd>{term.role[account.role]}</dd>
        <dt>{t.places}</dt>
        <dd>{account.places.map(places.one).join(t.list)}</dd>
      </dl>
      {saved ? <p role="status">{t.saved}</p> : null}
      {isOwn ? null : (
        <Button
          variant="default"
          onClick={() => {
            setSaved(false);
            ask('change');
          }}
        >
          {t.changeSeat}
        </Button>
      )}
    </section>
  );
}

const fields = ['name', 'role', 'places'];

function ChangeForm({
  account,
  onDone,
  onCancel,
}: {
  account: Account;
  onDone: () => void;
  onCancel: () => void;
}) {
  useFormOpen();
  const t = useMessages(accountsWords);
  const { text } = useFormat();
  const write = useChangeAccount();
  const [name, setName] = useState(text(account.name));
  const [seating, setSeating] = useState<Seating>({ role: account.role, places: account.places });
  const [faults, setFaults] = useState<Faults>([]);
  const refusal = useRefusal(write.error, faults, fields);
  const form = useRef<HTMLFormElement>(null);
  useFocusAtFault(form, faults, write.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const checked = invitationDraft.omit({ signInName: true }).safeParse({ name, ...seating });
    const found = checked.success ? misplaced(seating) : faultsOf(checked.error.issues);
    setFaults(found);
    write.reset();
    if (!checked.success || found.length > 0) return;
    write.mutate({ accountId: account.id, ...checked.data }, { onSuccess: onDone });
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
      <SeatFields roles={roles} value={seating} onChange={setSeating} refusal={refusal} />
      {refusal.general ? (
        <Notice tone="problem" title={t.notSaved}>
          {refusal.general}
        </Notice>
      ) : null}
      <div className={classes.actions}>
        <Button type="submit" loading={write.isPending}>
          {write.isPending ? t.saving : t.save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
