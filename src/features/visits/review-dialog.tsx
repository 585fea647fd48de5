import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { problemOf } from '#src/api/problem.ts';
import { useReviewVisit } from '#src/api/writes.ts';
import { reviewDraft } from '#src/domain/review.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import { reviewWords } from '#src/messages/reviews.ts';
import { AnswerReviewForm } from '#src/parts/answer-review-form.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { useKeptTyping } from '#src/parts/kept-typing.ts';
import { useReviewRefusal } from '#src/parts/review-refusal.ts';
import { TypedBefore } from '#src/parts/typed-before.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './review.module.css';

/** What an office or the village can say of a visit. */
export type ReviewAct = 'accept' | 'sendBack' | 'answer';

/** What its draft is called. */
export const reviewForm = (visitId: string, act: ReviewAct): string =>
  `${act === 'answer' ? 'review' : act}:${visitId}`;

interface Props {
  visitId: string;
  act: ReviewAct;
  onClose: () => void;
}

/** One word about a visit; the village's is saved on this device first. */
export function ReviewDialog({ visitId, act, onClose }: Props) {
  const t = useMessages(reviewWords);
  return (
    <Dialog onClose={onClose} title={t[act].open} closeButtonProps={{ 'aria-label': t.cancel }}>
      {act === 'answer' ? (
        <AnswerReviewForm visitId={visitId} onDone={onClose} onCancel={onClose} />
      ) : (
        <ReviewForm visitId={visitId} act={act} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface OfficeProps extends Props {
  act: Exclude<ReviewAct, 'answer'>;
}

/** Its id is made when the dialog opens, so sending it twice says it once. */
function ReviewForm({ visitId, act, onClose }: OfficeProps) {
  useFormOpen();
  const t = useMessages(reviewWords);
  const words = useMessages(problems);
  const write = useReviewVisit();
  const [id] = useState(() => uuid());
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<ProblemMessage | null>(null);
  const kept = useKeptTyping(reviewForm(visitId, act), { note }, (typed) => setNote(typed.note), false);
  const over = () => {
    kept.drop();
    onClose();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const typed = reviewDraft.shape.note.safeParse(note);
    const missing = act !== 'accept' && note.trim() === '';
    setFault(missing ? 'required' : typed.success ? null : problemMessage(typed.error.issues[0]?.message));
    if (missing || !typed.success) return;
    const outcome = act === 'accept' ? 'accepted' : 'sentBack';
    write.mutate({ visitId, id, note: typed.data, outcome }, { onSuccess: over });
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <TypedBefore kept={kept} />
      <Textarea
        label={t[act].note}
        description={t[act].hint}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={3}
        error={fault && words[fault]}
        data-autofocus
      />
      {write.isError ? <Refused error={write.error} /> : null}
      <div className={classes.formActions}>
        <Button variant="default" onClick={over}>
          {t.cancel}
        </Button>
        <Button type="submit" loading={write.isPending}>
          {write.isPending ? t.saving : t[act].save}
        </Button>
      </div>
    </form>
  );
}

function Refused({ error }: { error: unknown }) {
  const t = useMessages(reviewWords);
  const why = useReviewRefusal();
  return (
    <Notice tone="problem" title={t.failed}>
      {why(problemOf(error).code)}
    </Notice>
  );
}
