import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { problemOf } from '#src/api/problem.ts';
import { useRecordVisit } from '#src/api/writes.ts';
import type { VisitSheet } from '#src/domain/records.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { DonePanel } from './done-panel.tsx';
import { DraftLine } from './draft-line.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { checkForm, fieldIds, fieldOf, type FormProblem } from './form-problems.ts';
import classes from './log-visit.module.css';
import { ReviewView } from './review-view.tsx';
import { useVisitDraft } from './use-visit-draft.ts';
import { newForm, newStop, renewIds, type VisitForm } from './visit-form.ts';
import { VisitFields } from './visit-fields.tsx';

interface Props {
  sheet: VisitSheet;
  today: string;
  /** Chosen in the link, so that its stop is there already. */
  householdId: string | undefined;
}

/** Form → review → saved. What was typed is never lost on the way. */
export function VisitFormView({ sheet, today, householdId }: Props) {
  const t = useMessages(logVisitWords);
  const villageId = sheet.village.id;
  const fresh = () => withHousehold(newForm(uuid(), villageId, today), sheet, householdId);
  const draft = useVisitDraft(villageId, fresh);
  const write = useRecordVisit();
  const [step, setStep] = useState<'form' | 'review'>('form');
  const [problems, setProblems] = useState<FormProblem[]>([]);
  const [done, setDone] = useState<VisitForm | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const { form } = draft;

  // A draft of another household was found: the one in the link joins it.
  const { change } = draft;
  useEffect(() => {
    if (!form || !householdId || done) return;
    const joined = withHousehold(form, sheet, householdId);
    if (joined !== form) change(joined);
    // Only when the draft has arrived: afterwards the person may take it away.
    // eslint-disable-next-line react/exhaustive-deps
  }, [form === null]);

  if (done) return <DonePanel form={done} sheet={sheet} onAnother={() => setDone(null)} />;
  if (!form) return null;

  const show = (next: 'form' | 'review') => {
    setStep(next);
    top.current?.focus();
    top.current?.scrollIntoView({ block: 'start' });
  };
  const checked = checkForm(form, sheet.levels, today);
  const refuse = (found: FormProblem[]) => {
    setProblems(found);
    show('form');
  };
  const save = () => {
    if (write.isPending) return;
    if (checked.problems.length > 0) return refuse(checked.problems);
    write.mutate(
      { visitId: form.visitId, ...checked.draft },
      {
        onSuccess: () => {
          setDone(form);
          setStep('form');
          setProblems([]);
          draft.forget(newForm(uuid(), villageId, today));
        },
        onError: (error) => {
          const { fields } = problemOf(error);
          const found = fields.map(({ field, code }) => ({ fieldId: fieldOf(field, form, checked.origins), code }));
          if (found.length > 0) refuse(found);
        },
      },
    );
  };
  const failure = write.isError ? problemOf(write.error) : null;

  return (
    <div ref={top} tabIndex={-1} className={classes.form}>
      <DraftLine sheet={sheet} state={draft.state} restored={draft.restored} form={form} fresh={fresh} onForget={draft.forget} onChange={draft.change} />
      <ErrorSummary problems={problems} failure={failure} visitId={form.visitId} onRenew={() => {
        write.reset();
        draft.change(renewIds(form, uuid));
      }} />
      {step === 'form' ? (
        <VisitFields
          form={form}
          sheet={sheet}
          today={today}
          problems={problems}
          onChange={(next) => {
            draft.change(next);
            if (problems.length > 0) setProblems(stillWrong(problems, checkForm(next, sheet.levels, today).problems));
          }}
        />
      ) : (
        <ReviewView form={form} sheet={sheet} draft={checked.draft} />
      )}
      <div className={classes.bar}>
        {step === 'form' ? (
          <Button
            size="lg"
            onClick={() => {
              setProblems(checked.problems);
              show(checked.problems.length > 0 ? 'form' : 'review');
            }}
          >
            {t.review}
          </Button>
        ) : (
          <>
            <Button size="lg" variant="default" onClick={() => show('form')}>
              {t.back}
            </Button>
            <Button size="lg" id={fieldIds.save} onClick={save} loading={write.isPending}>
              {failure ? t.tryAgain : t.save}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** Problems that the service told of stay until their field is touched; those of the form go when they are mended. */
function stillWrong(shown: FormProblem[], now: FormProblem[]): FormProblem[] {
  return shown.filter((p) => now.some((found) => found.fieldId === p.fieldId));
}

function withHousehold(form: VisitForm, sheet: VisitSheet, householdId: string | undefined): VisitForm {
  const known = sheet.households.some((h) => h.id === householdId);
  const there = form.stops.some((s) => s.subjectId === householdId);
  if (!householdId || !known || there) return form;
  return { ...form, stops: [...form.stops, newStop(uuid(), 'household', householdId)] };
}
