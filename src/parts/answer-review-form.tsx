import { Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useAnswerReview } from '#src/api/writes.ts';
import { reviewDraft } from '#src/domain/review.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import { reviewWords } from '#src/messages/reviews.ts';
import { conflictOf } from '#src/offline/conflict.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { useFormOpen } from './form-open.ts';
import { useKeptTyping } from './kept-typing.ts';
import { useReviewRefusal } from './review-refusal.ts';
import { SaveEnd } from './save-end.tsx';
import classes from './small-form.module.css';
import { useFirstFocus } from './use-first-focus.ts';
import { useRefusedFields } from './use-refused-fields.ts';
import { useSaveItem } from './use-save-item.ts';

interface Props {
  visitId: string;
  /** An answer in the outbox: the form begins with it, and replaces it. */
  mended?: OutboxItem;
  onDone: () => void;
  onCancel: () => void;
}

/** What the village mended in a visit that was sent back. It is saved on this device first. */
export function AnswerReviewForm({ visitId, mended, onDone, onCancel }: Props) {
  useFormOpen();
  const { answer: t, failed } = useMessages(reviewWords);
  const { seeBoth } = useMessages(partsWords);
  const words = useMessages(problems);
  const why = useReviewRefusal();
  const direct = useAnswerReview();
  const saving = useSaveItem(
    'reviewAnswer',
    (id, said) => direct.mutateAsync({ id, ...said }),
    onDone,
    mended,
  );
  const [note, setNote] = useState(
    () => (mended && openPayload({ ...mended, kind: 'reviewAnswer' })?.note) ?? '',
  );
  const [fault, setFault] = useState<ProblemMessage | null>(null);
  const kept = useKeptTyping(
    mended ? { mends: mended.id } : `review:${visitId}`,
    { note },
    (fields) => setNote(fields.note),
    saving.item !== null,
  );
  const refused = useRefusedFields(saving, { note });
  const form = useFirstFocus('textarea');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.busy) return;
    const typed = reviewDraft.shape.note.safeParse(note);
    const missing = note.trim() === '';
    setFault(missing ? 'required' : typed.success ? null : problemMessage(typed.error.issues[0]?.message));
    if (typed.success && !missing) void saving.save({ visitId, note: typed.data });
  };

  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form} aria-label={t.open}>
      <Textarea
        label={t.note}
        description={t.hint}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={3}
        error={fault ? words[fault] : refused('note')}
      />
      <SaveEnd
        saving={saving}
        typed={{ visitId, note }}
        save={t.save}
        failed={failed}
        why={why}
        kept={kept}
        onCancel={onCancel}
      >
        {saving.item && conflictOf(saving.item) ? <Link to="/outbox">{seeBoth}</Link> : null}
      </SaveEnd>
    </form>
  );
}
