import { TextInput } from '@mantine/core';
import { verdicts, type VerdictKind } from '#src/domain/commitment.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { ChoiceChips } from '#src/ui/choice-chips.tsx';
import { fieldIds } from './form-problems.ts';
import classes from './log-visit.module.css';
import { useFault, type FieldsProps } from './visit-fields.tsx';

const NOT_LOOKED = 'notLooked';

/** Each open commitment, to be judged or left. */
export function VerdictFields({ form, sheet, today, problems, onChange }: FieldsProps) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const parts = useMessages(partsWords);
  const { text } = useFormat();
  const fault = useFault(problems);
  const open = sheet.commitments.filter((c) => c.open);
  const given = Object.keys(form.verdicts).length;
  const judge = (commitmentId: string, chosen: VerdictKind | typeof NOT_LOOKED) => {
    const { [commitmentId]: before, ...others } = form.verdicts;
    onChange({
      ...form,
      verdicts:
        chosen === NOT_LOOKED
          ? others
          : { ...form.verdicts, [commitmentId]: { verdict: chosen, note: before?.note ?? '' } },
    });
  };
  const faulty = open.some((c) => fault(fieldIds.verdict(c.commitment.id)));
  return (
    <details className={classes.section} open={faulty || given > 0 || undefined}>
      <summary className={classes.fold}>
        {t.verdicts} · {open.length}
      </summary>
      {open.length === 0 ? <p className={classes.quiet}>{t.noVerdicts}</p> : null}
      {open.map(({ commitment: c }) => {
        const verdict = form.verdicts[c.id];
        const fieldId = fieldIds.verdict(c.id);
        return (
          <div key={c.id} className={classes.card} id={fieldId} tabIndex={-1}>
            <p>
              <strong>{text(c.what)}</strong>
              <br />
              <span className={classes.quiet}>
                {text(c.owner)} · {t.due(c.dueOn)}
                {c.dueOn < today ? ` · ${parts.overdue}` : ''}
              </span>
            </p>
            {fault(fieldId) ? <p className={classes.fault}>{fault(fieldId)}</p> : null}
            <ChoiceChips<VerdictKind | typeof NOT_LOOKED>
              legend={`${t.verdict}: ${text(c.what)}`}
              hideLegend
              name={`verdict-${c.id}`}
              value={verdict?.verdict ?? NOT_LOOKED}
              options={[
                { value: NOT_LOOKED, label: t.notLooked },
                ...verdicts.map((value) => ({ value, label: term.verdict[value] })),
              ]}
              onChange={(chosen) => judge(c.id, chosen)}
            />
            {verdict ? (
              <TextInput
                label={t.verdictNote}
                value={verdict.note}
                onChange={(event) =>
                  onChange({
                    ...form,
                    verdicts: { ...form.verdicts, [c.id]: { ...verdict, note: event.currentTarget.value } },
                  })
                }
              />
            ) : null}
          </div>
        );
      })}
    </details>
  );
}
