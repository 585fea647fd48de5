import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useRecordStep } from '#src/api/writes.ts';
import { stepProblem } from '#src/domain/procedure-entry.ts';
import { procedureStepSaid, type ProcedureStep } from '#src/domain/procedure.ts';
import { namesTyped } from '#src/domain/text.ts';
import { householdExitWords } from '#src/messages/household-exit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { Choice } from '#src/ui/choice.tsx';
import { useFormOpen } from './form-open.ts';
import { useKeptTyping } from './kept-typing.ts';
import { SaveEnd } from './save-end.tsx';
import classes from './small-form.module.css';
import { optionKey, withOption, type StepOption } from './step-options.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useRefusedFields } from './use-refused-fields.ts';
import { useSaveItem } from './use-save-item.ts';
import { useStepOptionName } from './use-step-option-name.ts';

interface Props {
  householdId: string;
  steps: readonly ProcedureStep[];
  /** What can be recorded now. */
  options: readonly StepOption[];
  today: string;
  /** A step in the outbox: the form begins with it, and replaces it. */
  mended?: OutboxItem;
  onDone: () => void;
  onCancel: () => void;
}

type Field = 'step' | 'on' | 'until' | 'people' | 'note';
type Faults = Partial<Record<Field, ProblemMessage>>;
const fields: readonly string[] = ['step', 'on', 'until', 'people', 'note'] satisfies Field[];

/** One step as it was taken. It is saved on this device first; what is wrong is said beside its field. */
export function StepForm({ householdId, steps, options: possible, today, mended, onDone, onCancel }: Props) {
  useFormOpen();
  const { form: t, comma } = useMessages(householdExitWords);
  const words = useMessages(problems);
  const optionName = useStepOptionName();
  const direct = useRecordStep();
  const saving = useSaveItem(
    'procedureStep',
    (id, { said }) => direct.mutateAsync({ householdId, id, ...said }),
    onDone,
    mended,
  );
  const [start] = useState(() => mended && openPayload({ ...mended, kind: 'procedureStep' })?.said);
  const options = start ? withOption(possible, start) : possible;
  const [chosen, setChosen] = useState(start ? optionKey(start) : (options[0]?.key ?? null));
  const [on, setOn] = useState(start?.on ?? today);
  const [until, setUntil] = useState(start?.until ?? '');
  const [people, setPeople] = useState(start?.people.join(comma) ?? '');
  const [note, setNote] = useState(start?.note ?? '');
  const [faults, setFaults] = useState<Faults>({});
  const kept = useKeptTyping(
    mended ? { mends: mended.id } : `step:${householdId}`,
    { chosen: chosen ?? '', on, until, people, note },
    (fields) => {
      setChosen(fields.chosen);
      setOn(fields.on);
      setUntil(fields.until);
      setPeople(fields.people);
      setNote(fields.note);
    },
    saving.item !== null,
  );
  const form = useFirstFocus('input:checked, input');
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    form.current?.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid="true"]')?.focus();
  }, [faults, form]);

  const option = options.find((one) => one.key === chosen) ?? options[0];
  const hangsOut = option?.step === 'publicNotice' && option.outcome === 'passed';
  const refuses = option?.outcome === 'refused';

  // An objection is to the notice that hangs: it ends when that would, or when it was upheld later.
  const noticeEnd = option?.until ? (option.until < on ? on : option.until) : null;
  const end = hangsOut ? until || null : noticeEnd;
  const { step, outcome } = option ?? {};
  const typed = { step, outcome, on, until: end, people: namesTyped(people), note };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.busy || !option) return;
    const checked = procedureStepSaid.safeParse(typed);
    const found: Faults = {};
    for (const { path, message } of checked.error?.issues ?? []) {
      const field = fields.find((one) => one === path[0]) as Field | undefined;
      if (field) found[field] ??= problemMessage(message);
    }
    // The schema looks at fields together only when each is right by itself.
    if (refuses && note.trim() === '') found.note ??= 'required';
    if (hangsOut && until === '') found.until ??= 'required';
    const problem = found.on ? null : stepProblem(steps, householdId, { ...option, on }, today);
    if (problem) found[problem.field] = problem.code;
    setFaults(found);
    if (checked.success && !problem) void saving.save({ householdId, said: checked.data });
  };

  const refused = useRefusedFields(saving, {
    step: chosen ?? '',
    outcome: chosen ?? '',
    on,
    until,
    people,
    note,
  });
  const errorOf = (field: Field) => {
    const fault = faults[field];
    return fault ? words[fault] : refused(field);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form} aria-label={t.title}>
      <Choice
        id="step-what"
        legend={t.what}
        look="chips"
        options={options.map((one) => ({ value: one.key, label: optionName(one) }))}
        value={option?.key ?? null}
        onChange={setChosen}
        error={errorOf('step') ?? refused('outcome')}
      />
      <div className={classes.days}>
        <TextInput
          type="date"
          label={t.on}
          max={today}
          value={on}
          error={errorOf('on')}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        {hangsOut ? (
          <TextInput
            type="date"
            label={t.until}
            min={on}
            value={until}
            error={errorOf('until')}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        ) : null}
      </div>
      <TextInput
        label={t.people}
        description={t.peopleHint}
        value={people}
        error={errorOf('people')}
        onChange={(event) => setPeople(event.currentTarget.value)}
      />
      <Textarea
        label={refuses ? t.why : t.note}
        description={refuses ? (option.step === 'householdAgrees' ? t.householdWhy : t.whyHint) : undefined}
        value={note}
        error={errorOf('note')}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <SaveEnd
        saving={saving}
        typed={{ householdId, said: typed }}
        save={t.save}
        failed={t.failed}
        why={(code) => words[problemMessage(code)]}
        kept={kept}
        onCancel={onCancel}
      />
    </form>
  );
}
