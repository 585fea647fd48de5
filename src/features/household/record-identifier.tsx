import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useRecordIdentifier } from '#src/api/identifier-writes.ts';
import { problemOf } from '#src/api/problem.ts';
import { certificateOddity } from '#src/domain/certificate-number.ts';
import { isIdentifier, normalIdentifier, type IdentifierRef } from '#src/domain/identifier.ts';
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
  mask: string | null;
  onClose: () => void;
}

type Faults = Partial<Record<'value' | 'reason', string>>;

/** Enters or changes one identifier, with a reason. */
export function RecordIdentifier({ identifier, name, mask, onClose }: Props) {
  useFormOpen();
  const t = useMessages(identifierWords);
  const words = useMessages(problems);
  const write = useRecordIdentifier();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const { kind } = identifier;
  const normal = normalIdentifier(typed);
  const oddity = kind === 'certificate' && isIdentifier(kind, normal) ? certificateOddity(normal) : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const checked = required(TEXT_LIMITS.line).safeParse(reason);
    const code = checked.success ? null : checked.error.issues[0]?.message;
    const found: Faults = {
      ...(normal === '' && { value: words.required }),
      ...(normal !== '' && !isIdentifier(kind, normal) && { value: t.notPossible[kind] }),
      ...(code && { reason: code === 'required' ? t.sayWhy : words[problemMessage(code)] }),
    };
    setFaults(found);
    if (!checked.success || found.value) return;
    write.mutate({ ...identifier, value: normal, reason: checked.data }, { onSuccess: onClose });
  };

  return (
    <Dialog
      onClose={onClose}
      title={t.recordTitle(t.kind[kind], name)}
      closeButtonProps={{ 'aria-label': t.cancel }}
    >
      <form onSubmit={submit} noValidate className={classes.form}>
        {mask ? (
          <p>
            {t.soFar}: <strong>{mask}</strong>
          </p>
        ) : null}
        <TextInput
          label={t.value[kind]}
          description={t.valueHint[kind]}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          inputMode={kind === 'certificate' ? 'text' : 'numeric'}
          autoComplete="off"
          spellCheck={false}
          error={faults.value}
          data-autofocus
        />
        <p role="status" className={classes.doubt}>
          {oddity === null || oddity === 'length' ? null : t.doubt[oddity]}
        </p>
        <ReasonField
          legend={t.recordWhy}
          common={t.recordReasons}
          value={reason}
          onChange={setReason}
          error={faults.reason}
        />
        {write.isError ? (
          <Notice tone="problem" title={t.notSaved}>
            {words[problemMessage(problemOf(write.error).code)]}
          </Notice>
        ) : null}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={write.isPending}>
            {write.isPending ? t.saving : t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
