import { Textarea } from '@mantine/core';
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
import classes from './step-verdicts.module.css';

/** Third step: what was owed before this visit, first due first. */
export function StepVerdicts() {
  const t = useMessages(logVisitWords);
  const { form, sheet } = useLog();
  // What was judged here stays in sight even where somebody has closed it meanwhile.
  const owed = sheet.commitments.filter(
    ({ commitment, open, madeOn }) =>
      form.verdicts[commitment.id]?.verdict || (open && (form.on === '' || madeOn <= form.on)),
  );
  if (owed.length === 0) return <p>{t.noCommitments}</p>;
  return (
    <ul className={classes.list}>
      {owed.map((record) => (
        <Owed key={record.commitment.id} record={record} />
      ))}
    </ul>
  );
}

function Owed({ record: { commitment: c, overdue } }: { record: CommitmentRecord }) {
  const t = useMessages(logVisitWords);
  const words = useMessages(partsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { form, change } = useLog();
  const problem = useProblem();
  const control = `verdict-${c.id}`;
  const given = form.verdicts[c.id] ?? { verdict: null, note: '' };
  const options: { value: VerdictKind | 'none'; label: string }[] = [
    ...verdicts.map((value) => ({ value, label: term.verdict[value] })),
    { value: 'none', label: t.notLookedAt },
  ];
  return (
    <li className={classes.owed}>
      <p className={classes.what}>{text(c.what)}</p>
      <p className={classes.small}>
        {t.owedBy(text(c.owner), c.dueOn)}
        {overdue ? <strong className={classes.overdue}>{words.overdue}</strong> : null}
        <SourceMark source={c.source} />
      </p>
      <Choice
        id={control}
        legend={text(c.what)}
        quietLegend
        look="chips"
        options={options}
        value={given.verdict ?? 'none'}
        onChange={(value) =>
          change({
            type: 'verdict',
            commitmentId: c.id,
            given: { verdict: value === 'none' ? null : value },
          })
        }
        error={problem(control)}
      />
      {given.verdict ? (
        <Textarea
          id={`${control}.note`}
          label={t.verdictNote}
          value={given.note}
          error={problem(`${control}.note`)}
          autosize
          minRows={1}
          onChange={(event) =>
            change({ type: 'verdict', commitmentId: c.id, given: { note: event.currentTarget.value } })
          }
        />
      ) : null}
    </li>
  );
}
