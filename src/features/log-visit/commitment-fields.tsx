import { Button, NativeSelect, TextInput } from '@mantine/core';
import { v7 as uuid } from 'uuid';
import { theme, themes } from '#src/domain/commitment.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { terms } from '#src/messages/terms.ts';
import { fieldIds } from './form-problems.ts';
import classes from './log-visit.module.css';
import { newCommitment, USUAL_DUE_DAYS, type CommitmentEntry } from './visit-form.ts';
import { useFault, type FieldsProps } from './visit-fields.tsx';

/** What was promised on this visit, by whom, until when. */
export function CommitmentFields(props: FieldsProps) {
  const { form, onChange } = props;
  const t = useMessages(logVisitWords);
  return (
    <fieldset className={classes.group}>
      <legend>{t.commitments}</legend>
      {form.commitments.map((entry) => (
        <CommitmentCard key={entry.id} {...props} entry={entry} />
      ))}
      <Button
        variant="default"
        onClick={() => onChange({ ...form, commitments: [...form.commitments, newCommitment(uuid(), form.on || props.today)] })}
      >
        + {t.addCommitment}
      </Button>
    </fieldset>
  );
}

function CommitmentCard({ form, sheet, problems, onChange, entry }: FieldsProps & { entry: CommitmentEntry }) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const fault = useFault(problems);
  const id = (part: string) => fieldIds.commitment(entry.id, part);
  const change = (next: Partial<CommitmentEntry>) =>
    onChange({ ...form, commitments: form.commitments.map((c) => (c.id === entry.id ? { ...c, ...next } : c)) });
  const about = [
    { value: '', label: t.wholeVillage },
    ...sheet.projects.map((p) => ({ value: `project/${p.id}`, label: text(p.name) })),
    ...form.stops.flatMap((stop) => {
      const household = sheet.households.find((h) => stop.kind === 'household' && h.id === stop.subjectId);
      return household ? [{ value: `household/${household.id}`, label: text(household.head) }] : [];
    }),
  ];
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <span />
        <button
          type="button"
          className={classes.plain}
          aria-label={t.remove(entry.what || t.commitments)}
          onClick={() => onChange({ ...form, commitments: form.commitments.filter((c) => c.id !== entry.id) })}
        >
          ×
        </button>
      </div>
      <TextInput id={id('what')} label={t.what} value={entry.what} error={fault(id('what'))} onChange={(event) => change({ what: event.currentTarget.value })} />
      <TextInput id={id('owner')} label={t.owner} value={entry.owner} error={fault(id('owner'))} onChange={(event) => change({ owner: event.currentTarget.value })} />
      <div className={classes.basics}>
        <TextInput
          id={id('dueOn')}
          type="date"
          label={t.dueOn}
          description={t.dueHint(USUAL_DUE_DAYS)}
          value={entry.dueOn}
          min={form.on}
          error={fault(id('dueOn'))}
          onChange={(event) => change({ dueOn: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.theme}
          description={'\u00A0'}
          value={entry.theme}
          data={themes.map((value) => ({ value, label: term.theme[value] }))}
          onChange={(event) => change({ theme: theme.parse(event.currentTarget.value) })}
        />
      </div>
      <NativeSelect id={id('subject')} label={t.about} value={entry.subjectId} data={about} error={fault(id('subject'))} onChange={(event) => change({ subjectId: event.currentTarget.value })} />
    </div>
  );
}
