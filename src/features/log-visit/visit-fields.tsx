import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { visitKind, visitKinds } from '#src/domain/visit.ts';
import type { VisitSheet } from '#src/domain/records.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { problemMessage, problems as problemWords } from '#src/messages/problems.ts';
import { terms } from '#src/messages/terms.ts';
import { CommitmentFields } from './commitment-fields.tsx';
import { fieldIds, type FormProblem } from './form-problems.ts';
import classes from './log-visit.module.css';
import { StopFields } from './stop-fields.tsx';
import { VerdictFields } from './verdict-fields.tsx';
import type { VisitForm } from './visit-form.ts';

export interface FieldsProps {
  form: VisitForm;
  sheet: VisitSheet;
  today: string;
  problems: FormProblem[];
  onChange: (next: VisitForm) => void;
}

/** What is wrong with a field, in words, or undefined. */
export function useFault(problems: FormProblem[]): (fieldId: string) => string | undefined {
  const words = useMessages(problemWords);
  return (fieldId) => {
    const found = problems.find((p) => p.fieldId === fieldId);
    return found && words[problemMessage(found.code)];
  };
}

/** Everything that can be typed of a visit, in the order in which one tells it. */
export function VisitFields(props: FieldsProps) {
  const { form, today, problems, onChange } = props;
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const fault = useFault(problems);
  return (
    <>
      <div className={classes.basics}>
        <TextInput
          id={fieldIds.on}
          type="date"
          label={t.on}
          value={form.on}
          max={today}
          onChange={(event) => onChange({ ...form, on: event.currentTarget.value })}
          error={fault(fieldIds.on)}
        />
        <NativeSelect
          label={t.kind}
          value={form.kind}
          data={visitKinds.map((value) => ({ value, label: term.visitKind[value] }))}
          onChange={(event) => onChange({ ...form, kind: visitKind.parse(event.currentTarget.value) })}
        />
      </div>
      <StopFields {...props} />
      <Textarea
        id={fieldIds.note}
        label={t.note}
        value={form.note}
        autosize
        minRows={2}
        onChange={(event) => onChange({ ...form, note: event.currentTarget.value })}
        error={fault(fieldIds.note)}
      />
      <TextInput
        id={fieldIds.present}
        label={t.present}
        description={t.presentHint}
        value={form.present}
        onChange={(event) => onChange({ ...form, present: event.currentTarget.value })}
        error={fault(fieldIds.present)}
      />
      <VerdictFields {...props} />
      <CommitmentFields {...props} />
    </>
  );
}
