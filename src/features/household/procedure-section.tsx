import { Button } from '@mantine/core';
import { useState } from 'react';
import type { HouseholdExitAnswer } from '#src/domain/exit-answer.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import { stepActions } from '#src/domain/procedure-entry.ts';
import {
  procedureState,
  procedureSteps,
  type ProcedureState,
  type ProcedureStep,
} from '#src/domain/procedure.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdExitWords } from '#src/messages/household-exit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { procedureWords } from '#src/messages/procedure.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { useGoOn } from '#src/parts/go-on.ts';
import { StepForm } from '#src/parts/step-form.tsx';
import { stepOptions } from '#src/parts/step-options.ts';
import { UnsentHere, useUnsentOf } from '#src/parts/unsent-here.tsx';
import { useActor } from '#src/parts/use-may.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './procedure.module.css';

interface Props {
  answer: HouseholdExitAnswer;
  /** The day it is told as of. */
  on: string;
  /** On a past day nothing is recorded. */
  isPast: boolean;
}

/** The procedure as a list: what was done, by whom and when, what comes next, and the form to record it. */
export function ProcedureSection({ answer, on, isPast }: Props) {
  const t = useMessages(householdExitWords);
  const words = useMessages(procedureWords);
  const state = procedureState(answer.steps, answer.householdId, on);
  const counted = new Set(state.done.map((s) => s.id));
  const others = answer.steps.filter((s) => !counted.has(s.id));
  return (
    <section className={classes.procedure}>
      <h3>{t.procedure}</h3>
      <p className={classes.calm}>{t.procedureLead}</p>
      {state.refused ? <p>{t.sentBack(words.step[state.refused.step], state.refused.on)}</p> : null}
      <ol className={classes.steps}>
        {procedureSteps.map((code, at) => {
          const taken = state.done[at];
          return (
            <li
              key={code}
              className={classes.step}
              data-state={taken ? 'done' : code === state.next ? 'next' : 'toCome'}
            >
              <p>
                <strong>{words.step[code]}</strong>
                {taken ? null : (
                  <span className={classes.calm}> · {code === state.next ? t.next : t.toCome}</span>
                )}
              </p>
              {taken ? <Taken step={taken} /> : null}
            </li>
          );
        })}
      </ol>
      {isPast ? null : <Recording answer={answer} state={state} today={on} />}
      {others.length > 0 ? (
        <>
          <h4>{t.earlier}</h4>
          <ul className={classes.earlier}>
            {others.map((step) => (
              <li key={step.id}>
                <p>
                  <strong>
                    {words.step[step.step]}: {words.stepOutcome[step.outcome]}
                  </strong>{' '}
                  <span className={classes.calm}>
                    · {state.outOfOrder.includes(step) ? t.outOfOrder : t.ended}
                  </span>
                </p>
                <Taken step={step} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Taken({ step }: { step: ProcedureStep }) {
  const t = useMessages(householdExitWords);
  const { text } = useFormat();
  const people = step.people.map(text).join(t.comma);
  return (
    <>
      <p>
        {t.on(step.on, people)}
        {step.until ? ` · ${t.until(step.until)}` : null}
      </p>
      {step.note ? <p>{text(step.note)}</p> : null}
      <p className={classes.small}>
        <span>{t.recorded(text(step.recordedBy), step.recordedOn)}</span>
        {step.source ? <SourceMark source={step.source} /> : null}
      </p>
    </>
  );
}

function Recording({
  answer,
  state,
  today,
}: {
  answer: HouseholdExitAnswer;
  state: ProcedureState;
  today: string;
}) {
  const t = useMessages(householdExitWords);
  const words = useMessages(procedureWords);
  const actor = useActor();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const place = placeOf(answer.village);
  const mayRecord = (code: ProcedureStep['step']): boolean =>
    stepActions[code].some((action) => may(actor, action, place));
  const { next } = state;
  const hangsUntil = state.done.at(-1)?.until ?? null;
  const hangs = hangsUntil !== null && hangsUntil >= today;
  const options = stepOptions(state, mayRecord);
  const mine = next !== null && mayRecord(next);
  const done = () => {
    setOpen(false);
    setSaved(true);
  };
  const unsent = useUnsentOf('procedureStep', (step) => step.householdId === answer.householdId);
  useGoOn(`step:${answer.householdId}`, () => setOpen(options.length > 0));
  if (next === null) return <p>{t.struckOff}</p>;
  return (
    <div data-no-print className={classes.recording}>
      {saved ? <Notice tone="done">{t.form.saved}</Notice> : null}
      {unsent.map(({ id, payload: { said } }) => (
        <UnsentHere key={id} said={`${words.step[said.step]} · ${words.stepOutcome[said.outcome]}`} />
      ))}
      {hangs ? <p>{t.hangs(hangsUntil)}</p> : null}
      {mine ? null : (
        <p className={classes.calm}>
          {stepActions[next].includes('recordVillageStep') ? t.byVillage : t.byOffice}
        </p>
      )}
      {options.length > 0 && !open ? (
        <div>
          <Button
            variant={mine && !hangs && unsent.length === 0 ? 'filled' : 'default'}
            onClick={() => {
              setSaved(false);
              setOpen(true);
            }}
          >
            {mine ? t.record(words.step[next]) : t.recordOther}
          </Button>
        </div>
      ) : null}
      {open ? (
        <StepForm
          householdId={answer.householdId}
          steps={answer.steps}
          options={options}
          today={today}
          onDone={done}
          onCancel={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
