import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useUnmaskIdentifier, type Unmasked } from '#src/api/identifier-writes.ts';
import { problemOf } from '#src/api/problem.ts';
import { UNMASKED_SECONDS, type IdentifierRef } from '#src/domain/identifier.ts';
import { required, TEXT_LIMITS } from '#src/domain/text.ts';
import { identifierWords } from '#src/messages/identifiers.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems } from '#src/messages/problems.ts';
import { useFormOpen } from '#src/parts/form-open.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './identifiers.module.css';
import { ReasonField } from './reason-field.tsx';

interface Props {
  identifier: IdentifierRef;
  /** Of whom, as the page calls them. */
  name: string;
  onShown: (shown: Unmasked) => void;
  onClose: () => void;
}

/** Asks why, then has the identifier shown. */
export function ShowIdentifier({ identifier, name, onShown, onClose }: Props) {
  useFormOpen();
  const t = useMessages(identifierWords);
  const words = useMessages(problems);
  const write = useUnmaskIdentifier(onShown);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const checked = required(TEXT_LIMITS.line).safeParse(reason);
    const code = checked.success ? null : checked.error.issues[0]?.message;
    setFault(code === null ? undefined : code === 'required' ? t.sayWhy : words[problemMessage(code)]);
    if (checked.success) write.mutate({ ...identifier, reason: checked.data }, { onSuccess: onClose });
  };

  return (
    <Dialog
      onClose={onClose}
      title={t.showTitle(t.kind[identifier.kind], name)}
      closeButtonProps={{ 'aria-label': t.cancel }}
    >
      <form onSubmit={submit} noValidate className={classes.form}>
        <p>{t.showExplained(UNMASKED_SECONDS)}</p>
        <ReasonField
          legend={t.why}
          common={t.showReasons}
          value={reason}
          onChange={setReason}
          error={fault}
        />
        {write.isError ? (
          <Notice tone="problem" title={t.notShown}>
            {words[problemMessage(problemOf(write.error).code)]}
          </Notice>
        ) : null}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={write.isPending}>
            {write.isPending ? t.showing : t.showNow}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
