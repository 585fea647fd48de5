import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { required, TEXT_LIMITS } from '#src/domain/text.ts';
import { conflictWords } from '#src/messages/conflicts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import { isUnsent } from '#src/offline/outbox-item.ts';
import { visitOfPhoto } from '#src/offline/photo-progress.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { useKeptTyping } from '#src/parts/kept-typing.ts';
import { TypedBefore } from '#src/parts/typed-before.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import classes from './outbox.module.css';

interface Props {
  itemId: string;
  /** Of what somebody else recorded meanwhile. */
  inFavour?: boolean;
  onClose: () => void;
}

/** Asks why an item is not to be sent, and takes it out. */
export function RemoveItem({ itemId, inFavour = false, onClose }: Props) {
  useFormOpen();
  const t = useMessages(outboxWords);
  const conflict = useMessages(conflictWords);
  const words = useMessages(problems);
  const { outbox } = useFieldWork();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<ProblemMessage | null>(null);
  const kept = useKeptTyping(
    `${inFavour ? 'favour' : 'removal'}:${itemId}`,
    { reason },
    (fields) => setReason(fields.reason),
    false,
  );
  const over = () => {
    kept.drop();
    onClose();
  };
  /** A visit that is not sent takes its photos with it. */
  const remove = async (why: string): Promise<void> => {
    const photos = outbox.view().items.filter((item) => isUnsent(item) && visitOfPhoto(item) === itemId);
    for (const { id } of photos) await outbox.remove(id, why);
    await outbox.remove(itemId, why);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = required(TEXT_LIMITS.line).safeParse(reason);
    setFault(typed.success ? null : problemMessage(typed.error.issues[0]?.message));
    if (typed.success) void remove(typed.data).then(over, () => setFault('other'));
  };
  return (
    <Dialog
      onClose={onClose}
      title={inFavour ? conflict.keepTheirsTitle : t.removeTitle}
      closeButtonProps={{ 'aria-label': t.cancel }}
    >
      <form onSubmit={submit} noValidate className={classes.form}>
        <TypedBefore kept={kept} />
        <p>{inFavour ? conflict.keepTheirsText : t.removeText}</p>
        <TextInput
          label={inFavour ? conflict.keepTheirsReason : t.removeReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fault && words[fault]}
          data-autofocus
        />
        <div className={classes.actions}>
          <Button variant="default" onClick={over}>
            {t.cancel}
          </Button>
          <Button type="submit">{inFavour ? conflict.keepTheirsTitle : t.removeConfirm}</Button>
        </div>
      </form>
    </Dialog>
  );
}
