import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDisableAccount, useEnableAccount } from '#src/api/account-writes.ts';
import type { Account } from '#src/domain/account.ts';
import { required, TEXT_LIMITS } from '#src/domain/text.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useRefusal, type Faults } from '#src/parts/refusal.ts';
import classes from './accounts.module.css';
import { Confirm } from './confirm.tsx';
import { useAsked } from './use-asked.ts';

const reasonSchema = required(TEXT_LIMITS.line);

/** Disables the account, or enables it again; either needs a reason. */
export function SwitchSection({ account }: { account: Account }) {
  const t = useMessages(accountsWords);
  const { asked, ask } = useAsked();
  const isDisabled = account.state === 'disabled';
  return (
    <section className={classes.section}>
      <h2>{isDisabled ? t.enableHeading : t.disableHeading}</h2>
      <p className={classes.calm}>{isDisabled ? t.enableText : t.disableText}</p>
      <Button variant="default" onClick={() => ask(isDisabled ? 'enable' : 'disable')}>
        {isDisabled ? t.enable : t.disable}
      </Button>
      {asked === (isDisabled ? 'enable' : 'disable') ? (
        <Switch account={account} isDisabled={isDisabled} onClose={() => ask(undefined)} />
      ) : null}
    </section>
  );
}

function Switch({
  account,
  isDisabled,
  onClose,
}: {
  account: Account;
  isDisabled: boolean;
  onClose: () => void;
}) {
  const t = useMessages(accountsWords);
  const { text } = useFormat();
  const disable = useDisableAccount();
  const enable = useEnableAccount();
  const write = isDisabled ? enable : disable;
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<Faults>([]);
  const refusal = useRefusal(write.error, faults, ['reason']);
  const confirm = () => {
    const checked = reasonSchema.safeParse(reason);
    setFaults(checked.success ? [] : [{ field: 'reason', code: checked.error.issues[0]?.message ?? '' }]);
    if (checked.success) {
      write.mutate({ accountId: account.id, reason: checked.data }, { onSuccess: onClose });
    }
  };
  const name = text(account.name);
  return (
    <Confirm
      title={isDisabled ? t.enableAsk(name) : t.disableAsk(name)}
      act={isDisabled ? t.enable : t.disable}
      busy={write.isPending}
      error={write.error}
      fields={['reason']}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>{isDisabled ? t.enableText : t.disableText}</p>
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={refusal.of('reason')}
        data-autofocus
      />
    </Confirm>
  );
}
