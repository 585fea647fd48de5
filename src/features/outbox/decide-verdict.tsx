import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Verdict } from '#src/domain/commitment.ts';
import type { LedgerEntry } from '#src/domain/ledger.ts';
import { required, TEXT_LIMITS } from '#src/domain/text.ts';
import { visitDraft, type VisitDraft } from '#src/domain/visit.ts';
import { conflictWords } from '#src/messages/conflicts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import { terms } from '#src/messages/terms.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { useKeptTyping } from '#src/parts/kept-typing.ts';
import { TypedBefore } from '#src/parts/typed-before.tsx';
import classes from './outbox.module.css';

/** Whose verdict holds; `neither`: it is owed again, and the next visit judges it. */
export type Favour = 'theirs' | 'mine' | 'neither';

interface Props {
  item: OutboxItem;
  draft: VisitDraft;
  mine: VisitDraft['verdicts'][number];
  theirs: Verdict;
  entry: LedgerEntry;
  favour: Favour;
  onCancel: () => void;
}

/** Why one verdict holds; with it the visit is sent again, and loses nothing that was said on it. */
export function DecideVerdict({ item, draft, mine, theirs, entry, favour, onCancel }: Props) {
  useFormOpen();
  const t = useMessages(conflictWords);
  const term = useMessages(terms);
  const words = useMessages(problems);
  const { text } = useFormat();
  const { save } = useFieldWork();
  const said = mine.note === '' ? term.verdict[mine.verdict] : `${term.verdict[mine.verdict]} (${mine.note})`;
  const [reason, setReason] = useState({ theirs: '', mine: mine.note, neither: said }[favour]);
  const [dueOn, setDueOn] = useState(entry.dueOn < draft.on ? draft.on : entry.dueOn);
  const [fault, setFault] = useState<ProblemMessage | null>(null);
  const kept = useKeptTyping(
    `verdict:${item.id}:${favour}`,
    { reason, dueOn },
    (fields) => {
      setReason(fields.reason);
      setDueOn(fields.dueOn);
    },
    false,
  );

  const decided = (why: string): VisitDraft => {
    const { commitmentId } = mine;
    const others = draft.verdicts.filter((v) => v.commitmentId !== commitmentId);
    if (favour === 'mine' && mine.verdict !== 'reopened') {
      const instead = { commitmentId, verdict: mine.verdict, note: why, insteadOf: theirs.sequence };
      return { ...draft, verdicts: [...others, instead] };
    }
    if (favour === 'neither') {
      const reopened = { commitmentId, verdict: 'reopened', note: why, dueOn } as const;
      return { ...draft, verdicts: [...others, reopened] };
    }
    const line = t.noteLine(text(entry.commitment.what), said, term.verdict[theirs.verdict], why);
    return { ...draft, verdicts: others, note: draft.note === '' ? line : `${draft.note}\n${line}` };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = required(TEXT_LIMITS.line).safeParse(reason);
    const visit = visitDraft.safeParse(decided(typed.data ?? ''));
    const found = typed.error ?? visit.error;
    setFault(found ? problemMessage(found.issues[0]?.message) : null);
    if (!typed.success || !visit.success) return;
    const { id, accountId } = item;
    save({ id, kind: 'visit', accountId, payload: { draft: visit.data } }).then(kept.drop, () =>
      setFault('other'),
    );
  };
  const cancel = () => {
    kept.drop();
    onCancel();
  };
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <p>{t.decideText[favour]}</p>
      <TypedBefore kept={kept} />
      <Textarea
        label={t.decideReason[favour]}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fault && words[fault]}
        autosize
        minRows={2}
        data-autofocus
      />
      {favour === 'neither' ? (
        <TextInput
          type="date"
          label={t.reopenDue}
          value={dueOn}
          min={draft.on}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
      ) : null}
      <div className={classes.actions}>
        <Button variant="default" onClick={cancel}>
          {t.cancel}
        </Button>
        <Button type="submit">{t.decideSend[favour]}</Button>
      </div>
    </form>
  );
}
