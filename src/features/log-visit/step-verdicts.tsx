import { Textarea, TextInput } from '@mantine/core';
import { verdicts, type VerdictKind } from '#src/domain/commitment.ts';
import type { CommitmentRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { useLog, useProblem } from './log-context.ts';
import { Section } from './section.tsx';
import classes from './step-verdicts.module.css';
import { DUE_DAYS, dueDay } from './visit-form.ts';

/** Third step: what was owed before this visit, first due first; and what was closed, to be reopened. */
export function StepVerdicts() {
  const t = useMessages(logVisitWords);
  const { form, sheet, target } = useLog();
  const given = ({ commitment: { id } }: CommitmentRecord) => form.verdicts[id]?.verdict ?? null;
  const isKnown = ({ madeOn }: CommitmentRecord) => form.on === '' || madeOn <= form.on;
  // What was judged here stays in sight even where somebody has closed or reopened it meanwhile.
  const owed = sheet.commitments.filter((c) =>
    c.open ? given(c) || isKnown(c) : given(c) && given(c) !== 'reopened',
  );
  const closed = sheet.commitments.filter((c) => !c.open && !owed.includes(c) && (given(c) || isKnown(c)));
  const isAhead = closed.some((c) => given(c) || target?.startsWith(`verdict-${c.commitment.id}`));
  return (
    <>
      {owed.length === 0 ? <p>{t.noCommitments}</p> : null}
      <ul className={classes.list}>
        {owed.map((record) => (
          <Owed key={record.commitment.id} record={record} />
        ))}
      </ul>
      {closed.length > 0 ? (
        <Section title={t.closedCommitments(closed.length)} open={isAhead}>
          <ul className={classes.list}>
            {closed.map((record) => (
              <Owed key={record.commitment.id} record={record} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Owed({
  record: { commitment: c, verdicts: history, open, dueOn, overdue },
}: {
  record: CommitmentRecord;
}) {
  const t = useMessages(logVisitWords);
  const words = useMessages(partsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { form, change } = useLog();
  const problem = useProblem();
  const control = `verdict-${c.id}`;
  const given = form.verdicts[c.id] ?? { verdict: null, note: '' };
  const give = (some: Partial<typeof given>) => change({ type: 'verdict', commitmentId: c.id, given: some });
  const isJudged = given.verdict !== null && given.verdict !== 'reopened';
  const possible: VerdictKind[] = [
    ...(open || isJudged ? verdicts : []),
    ...(!open || given.verdict === 'reopened' ? (['reopened'] as const) : []),
  ];
  const options: { value: VerdictKind | 'none'; label: string }[] = [
    ...possible.map((value) => ({ value, label: value === 'reopened' ? t.reopen : term.verdict[value] })),
    { value: 'none', label: open || isJudged ? t.notLookedAt : t.staysClosed },
  ];
  const last = open ? undefined : history.at(-1);
  return (
    <li className={classes.owed}>
      <p className={classes.what}>{text(c.what)}</p>
      <p className={classes.small}>
        {t.owedBy(text(c.owner), dueOn)}
        {overdue ? <strong className={classes.overdue}>{words.overdue}</strong> : null}
        {last ? <span>{t.closedAs(term.verdict[last.verdict], last.givenOn)}</span> : null}
        <SourceMark source={c.source} />
      </p>
      <Choice
        id={control}
        legend={text(c.what)}
        quietLegend
        look="chips"
        options={options}
        value={given.verdict ?? 'none'}
        onChange={(value) => give({ verdict: value === 'none' ? null : value })}
        error={problem(control)}
      />
      {given.verdict ? (
        <Textarea
          id={`${control}.note`}
          label={given.verdict === 'reopened' ? t.whyReopened : t.verdictNote}
          value={given.note}
          error={problem(`${control}.note`)}
          autosize
          minRows={1}
          onChange={(event) => give({ note: event.currentTarget.value })}
        />
      ) : null}
      {given.verdict === 'reopened' ? (
        <TextInput
          id={`${control}.due`}
          type="date"
          label={t.dueOn}
          description={t.dueHint(DUE_DAYS)}
          min={form.on}
          value={dueDay(form, given)}
          error={problem(`${control}.due`)}
          onChange={(event) => give({ dueOn: event.currentTarget.value })}
        />
      ) : null}
    </li>
  );
}
