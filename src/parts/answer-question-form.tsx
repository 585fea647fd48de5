import { Textarea } from '@mantine/core';
import { useEffect, useId, useState, type FormEvent } from 'react';
import { useAnswerQuestion } from '#src/api/writes.ts';
import {
  partsOfKey,
  questionAnswerSaid,
  type Occurrence,
  type QuestionOutcome,
} from '#src/domain/data-questions.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import { questionPageWords } from '#src/messages/question-page.ts';
import { questionWords } from '#src/messages/questions.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { Choice } from '#src/ui/choice.tsx';
import { useFormOpen } from './form-open.ts';
import { useKeptTyping } from './kept-typing.ts';
import { SaveEnd } from './save-end.tsx';
import classes from './small-form.module.css';
import { useFirstFocus } from './use-first-focus.ts';
import { useRefusedFields } from './use-refused-fields.ts';
import { useSaveItem } from './use-save-item.ts';

interface Props {
  question: Occurrence;
  /** It is closed, and asked again. */
  isReopening: boolean;
  villageId: string;
  /** Whether the person may say what was found. */
  mayTell: boolean;
  /** An answer in the outbox: the form begins with it, and replaces it. */
  mended?: OutboxItem;
  onDone: (outcome: QuestionOutcome) => void;
  onCancel: () => void;
}

/** What was found, or why it is no question; for a closed one, why it is asked again. The reason is always needed. */
export function AnswerQuestionForm({
  question,
  isReopening,
  villageId,
  mayTell,
  mended,
  onDone,
  onCancel,
}: Props) {
  useFormOpen();
  const t = useMessages(questionPageWords).form;
  const titles = useMessages(questionWords).title;
  const words = useMessages(problems);
  const fieldId = useId();
  const code = partsOfKey(question.key)?.code;
  const name = isReopening ? t.titleReopen : t.title;
  const [start] = useState(() => mended && openPayload({ ...mended, kind: 'questionAnswer' })?.said);
  const [chosen, setChosen] = useState(() =>
    chosenOf(start?.outcome ?? (mayTell ? 'answered' : 'dismissed')),
  );
  const outcome: QuestionOutcome = isReopening ? 'reopened' : chosen;
  const [reason, setReason] = useState(start?.reason ?? '');
  const [fault, setFault] = useState<ProblemMessage | null>(null);
  const direct = useAnswerQuestion();
  const saving = useSaveItem(
    'questionAnswer',
    (id, { said }) => direct.mutateAsync({ villageId, id, ...said }),
    () => onDone(outcome),
    mended,
  );
  const kept = useKeptTyping(
    mended ? { mends: mended.id } : `question:${villageId}:${question.key}`,
    { chosen, reason },
    (fields) => {
      if (mayTell) setChosen(chosenOf(fields.chosen));
      setReason(fields.reason);
    },
    saving.item !== null,
  );
  const refused = useRefusedFields(saving, { outcome, reason });
  const form = useFirstFocus('input:checked, textarea');
  useEffect(() => {
    if (fault) form.current?.querySelector('textarea')?.focus();
  }, [fault, form]);

  const { key, readingIds } = question;
  const typed = { key, readingIds, outcome, reason };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.busy) return;
    const checked = questionAnswerSaid.safeParse(typed);
    setFault(checked.success ? null : problemMessage(checked.error.issues[0]?.message ?? ''));
    if (checked.success) void saving.save({ villageId, said: checked.data });
  };

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      className={classes.form}
      aria-label={code ? `${name}: ${titles[code]}` : name}
    >
      {isReopening ? null : (
        <Choice
          id={`what-${fieldId}`}
          legend={t.what}
          look="chips"
          options={(mayTell ? (['answered', 'dismissed'] as const) : (['dismissed'] as const)).map(
            (value) => ({ value, label: t[value] }),
          )}
          value={chosen}
          onChange={setChosen}
          error={refused('outcome')}
        />
      )}
      {isReopening || mayTell ? null : <p className={classes.calm}>{t.onlyVillage}</p>}
      <Textarea
        label={t.reason[outcome]}
        description={t.hint[outcome]}
        value={reason}
        error={fault ? words[fault] : refused('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <SaveEnd
        saving={saving}
        typed={{ villageId, said: typed }}
        save={t.save}
        failed={t.failed}
        why={(code) => words[problemMessage(code)]}
        kept={kept}
        onCancel={onCancel}
      />
    </form>
  );
}

const chosenOf = (outcome: string): 'answered' | 'dismissed' =>
  outcome === 'dismissed' ? 'dismissed' : 'answered';
