import { ActionIcon, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { theme, themes } from '#src/domain/commitment.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { terms } from '#src/messages/terms.ts';
import { focusControl } from './focus-control.ts';
import { useLog, useProblem, useStopName } from './log-context.ts';
import classes from './step-commitments.module.css';
import { DUE_DAYS, dueDay, liveStops, type CommitmentForm } from './visit-form.ts';

/** Fourth step: what is owed from now on, by whom and until when. */
export function StepCommitments() {
  const t = useMessages(logVisitWords);
  const { form, change } = useLog();
  const [added, setAdded] = useState<string | null>(null);
  const add = () => {
    const id = uuid();
    setAdded(id);
    change({ type: 'commitmentAdded', id });
  };
  return (
    <div className={classes.list} id="commitments" tabIndex={-1}>
      {form.commitments.length === 0 ? <p>{t.noNewCommitments}</p> : null}
      {form.commitments.map((c, at) =>
        c.removed ? (
          <p key={c.id} className={classes.removed}>
            {t.removed(c.what || t.commitmentNo(at + 1))}
            <button
              type="button"
              className={classes.act}
              onClick={() => change({ type: 'commitmentPutBack', id: c.id })}
            >
              {t.putBack}
            </button>
          </p>
        ) : (
          <NewCommitment key={c.id} commitment={c} title={t.commitmentNo(at + 1)} isNew={c.id === added} />
        ),
      )}
      <Button
        variant="default"
        leftSection={<IconPlus aria-hidden size={20} />}
        onClick={add}
        className={classes.add}
      >
        {t.addCommitment}
      </Button>
    </div>
  );
}

interface NewProps {
  commitment: CommitmentForm;
  title: string;
  /** Just added: the cursor goes to it. */
  isNew: boolean;
}

function NewCommitment({ commitment: c, title, isNew }: NewProps) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { form, change } = useLog();
  const problem = useProblem();
  const control = (part: string) => `commitment-${c.id}.${part}`;
  useEffect(() => {
    if (isNew) focusControl(`commitment-${c.id}.what`);
  }, [isNew, c.id]);
  const give = (given: Partial<CommitmentForm>) => change({ type: 'commitment', id: c.id, given });
  return (
    <fieldset className={classes.card}>
      <legend className={classes.legend}>{title}</legend>
      <ActionIcon
        color="gray"
        className={classes.remove}
        aria-label={t.remove(title)}
        onClick={() => change({ type: 'commitmentRemoved', id: c.id })}
      >
        <IconX aria-hidden size={20} stroke={1.6} />
      </ActionIcon>
      <Textarea
        id={control('what')}
        label={t.what}
        value={c.what}
        error={problem(control('what'))}
        autosize
        minRows={2}
        onChange={(event) => give({ what: event.currentTarget.value })}
      />
      <TextInput
        id={control('owner')}
        label={t.owner}
        value={c.owner}
        error={problem(control('owner'))}
        onChange={(event) => give({ owner: event.currentTarget.value })}
      />
      <TextInput
        id={control('due')}
        type="date"
        label={t.dueOn}
        description={t.dueHint(DUE_DAYS)}
        min={form.on}
        value={dueDay(form, c)}
        error={problem(control('due'))}
        onChange={(event) => give({ dueOn: event.currentTarget.value })}
      />
      <NativeSelect
        id={control('theme')}
        label={t.theme}
        value={c.theme}
        error={problem(control('theme'))}
        onChange={(event) => give({ theme: theme.parse(event.currentTarget.value) })}
        data={themes.map((value) => ({ value, label: term.theme[value] }))}
      />
      <About commitment={c} id={control('about')} error={problem(control('about'))} onChange={give} />
    </fieldset>
  );
}

interface AboutProps {
  commitment: CommitmentForm;
  id: string;
  error: string | undefined;
  onChange: (given: Pick<CommitmentForm, 'householdId' | 'projectId'>) => void;
}

/** A household of this visit or any of the village's projects: a promise is about what was called on. */
function About({ commitment: c, id, error, onChange }: AboutProps) {
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const { form, sheet } = useLog();
  const stopName = useStopName();
  const households = liveStops(form).filter((s) => s.kind === 'household');
  const data = [
    { value: '', label: t.aboutVillage },
    ...households.map((s) => ({ value: `household:${s.subjectId}`, label: stopName(s) })),
    ...sheet.projects.map((p) => ({ value: `project:${p.id}`, label: text(p.name) })),
  ];
  const value = c.householdId ? `household:${c.householdId}` : c.projectId ? `project:${c.projectId}` : '';
  // A household that was taken off the visit is still what the promise is about.
  if (!data.some((option) => option.value === value)) {
    data.push({ value, label: stopName({ kind: 'household', subjectId: c.householdId }) });
  }
  return (
    <NativeSelect
      id={id}
      label={t.about}
      value={value}
      error={error}
      onChange={(event) => {
        const [kind, subjectId = ''] = event.currentTarget.value.split(':');
        onChange({
          householdId: kind === 'household' ? subjectId : null,
          projectId: kind === 'project' ? subjectId : null,
        });
      }}
      data={data}
    />
  );
}
