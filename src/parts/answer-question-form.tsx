import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { useAnswerQuestion } from '#src/api/writes.ts';
import { questionAnswerSaid, type QuestionOutcome } from '#src/domain/data-questions.ts';
import type { QuestionEntry } from '#src/domain/question-list.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import { questionPageWords } from '#src/messages/question-page.ts';
import { questionWords } from '#src/messages/questions.ts';
import { useFormOpen } from '#src/parts/form-open.ts';
import { Choice } from '#src/ui/choice.tsx';
import { useKeptTyping } from './kept-typing.ts';
import { SaveEnd } from './save-end.tsx';
import classes from './question-item.module.css';
import { useSaveItem } from './use-save-item.ts';

interface Props {
  entry: QuestionEntry;
  villageId: string;
  /** Whether the person may say what was found. */
  mayTell: boolean;
  onDone: (outcome: QuestionOutcome) => void;
  onCancel: () => void;
}

/** What was found, or why it is no question; for a closed one, why it is asked again. The reason is always needed. */
export function AnswerQuestionForm({ entry, villageId, mayTell, onDone, onCancel }: Props) {
  useFormOpen();
  const t = useMessages(questionPageWords).form;
  const title = useMessages(questionWords).title[entry.question.code];
  const words = useMessages(problems);
  const [id] = useState(() => uuid());
  const isReopening = entry.state !== 'open';
  const [chosen, setChosen] = useState<'answered' | 'dismissed'>(mayTell ? 'answered' : 'dismissed');
  const outcome: QuestionOutcome = isReopening ? 'reopened' : chosen;
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<ProblemMessage | null>(null);
  const direct = useAnswerQuestion();
  const saving = useSaveItem(
    'questionAnswer',
    (itemId, { said }) => direct.mutateAsync({ villageId, id: itemId, ...said }),
    () => onDone(outcome),
  );
  const kept = useKeptTyping(
    `question:${villageId}:${entry.question.key}`,
    { chosen, reason },
    (fields) => {
      if (mayTell) setChosen(fields.chosen === 'dismissed' ? 'dismissed' : 'answered');
      setReason(fields.reason);
    },
    saving.item !== null,
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, textarea')?.focus(), []);
  useEffect(() => {
    if (fault) form.current?.querySelector('textarea')?.focus();
  }, [fault]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.busy) return;
    const { key, readingIds } = entry.question;
    const checked = questionAnswerSaid.safeParse({ key, readingIds, outcome, reason });
    setFault(checked.success ? null : problemMessage(checked.error.issues[0]?.message ?? ''));
    if (checked.success) void saving.save(id, { villageId, said: checked.data });
  };

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      className={classes.form}
      aria-label={`${isReopening ? t.titleReopen : t.title}: ${title}`}
    >
      {isReopening ? null : (
        <Choice
          id={`what-${id}`}
          legend={t.what}
          look="chips"
          options={(mayTell ? (['answered', 'dismissed'] as const) : (['dismissed'] as const)).map(
            (value) => ({ value, label: t[value] }),
          )}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {isReopening || mayTell ? null : <p className={classes.calm}>{t.onlyVillage}</p>}
      <Textarea
        label={t.reason[outcome]}
        description={t.hint[outcome]}
        value={reason}
        error={fault && words[fault]}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <SaveEnd
        saving={saving}
        save={t.save}
        failed={t.failed}
        why={(code) => words[problemMessage(code)]}
        kept={kept}
        onCancel={onCancel}
      />
    </form>
  );
}
