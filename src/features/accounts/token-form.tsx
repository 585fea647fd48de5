import { Button, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useCreateToken } from '#src/api/account-writes.ts';
import { accessTokenDraft, type AccessToken } from '#src/domain/account.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { faultsOf, useRefusal, type Faults } from '#src/parts/refusal.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './accounts.module.css';
import { misplaced, SeatFields, type Seating } from './seat-fields.tsx';
import { useFocusAtFault } from './use-focus-at-fault.ts';

/** Three months: whoever still needs it makes a new one. */
const USUAL_DAYS = '90';
const fields = ['name', 'role', 'places', 'days'];
const tokenRoles = accessTokenDraft.shape.role.options;

interface Props {
  onMade: (answer: { token: AccessToken; secret: string }) => void;
  onCancel: () => void;
}

/** Which program, as what and where, and for how long. */
export function TokenForm({ onMade, onCancel }: Props) {
  useFormOpen();
  const t = useMessages(accountsWords);
  const write = useCreateToken();
  const [name, setName] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [seating, setSeating] = useState<Seating>({ role: 'office', places: [] });
  const [faults, setFaults] = useState<Faults>([]);
  const refusal = useRefusal(write.error, faults, fields);
  const form = useRef<HTMLFormElement>(null);
  useFocusAtFault(form, faults, write.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const typed = days.trim() === '' ? Number.NaN : Number(days);
    const checked = accessTokenDraft.safeParse({ name, ...seating, days: typed });
    const found = checked.success ? misplaced(seating) : faultsOf(checked.error.issues);
    setFaults(found);
    write.reset();
    if (!checked.success || found.length > 0) return;
    write.mutate(checked.data, { onSuccess: onMade });
  };

  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form}>
      <TextInput
        label={t.tokenName}
        description={t.tokenNameHint}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={refusal.of('name')}
      />
      <SeatFields
        roles={tokenRoles}
        roleHint={t.tokenRoleHint}
        value={seating}
        onChange={setSeating}
        refusal={refusal}
      />
      <TextInput
        className={classes.days}
        label={t.days}
        description={t.daysHint}
        inputMode="numeric"
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
        error={refusal.of('days')}
      />
      {refusal.general ? (
        <Notice tone="problem" title={t.notSaved}>
          {refusal.general}
        </Notice>
      ) : null}
      <div className={classes.actions}>
        <Button type="submit" loading={write.isPending}>
          {write.isPending ? t.makingToken : t.makeToken}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
