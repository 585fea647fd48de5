import type { ProcedureState, ProcedureStep, ProcedureStepSaid, StepOutcome } from '#src/domain/procedure.ts';

/** Something that can be recorded now. `back` takes back a step of this round. */
export interface StepOption {
  key: string;
  step: ProcedureStep['step'];
  outcome: StepOutcome;
  back: boolean;
  /** Of the notice that an objection is about. */
  until: string | null;
}

export const optionKey = ({ step, outcome }: Pick<ProcedureStepSaid, 'step' | 'outcome'>): string =>
  `${step}-${outcome}`;

/** With what was said already among them, also where it could not be recorded now. */
export function withOption(options: readonly StepOption[], said: ProcedureStepSaid): readonly StepOption[] {
  const key = optionKey(said);
  if (options.some((option) => option.key === key)) return options;
  const { step, outcome, until } = said;
  return [{ key, step, outcome, back: false, until }, ...options];
}

/** What somebody who may record these steps can record now: the next one either way, and taking back. */
export function stepOptions(
  { done, next }: Pick<ProcedureState, 'done' | 'next'>,
  mayRecord: (step: ProcedureStep['step']) => boolean,
): StepOption[] {
  if (next === null) return [];
  const option = (step: ProcedureStep['step'], outcome: StepOutcome, taken?: ProcedureStep): StepOption => ({
    key: optionKey({ step, outcome }),
    step,
    outcome,
    back: taken !== undefined,
    until: taken?.until ?? null,
  });
  const onward = mayRecord(next)
    ? [
        option(next, 'passed'),
        // A notice is hung out or not: what can be refused is the one that hangs.
        ...(next === 'publicNotice' ? [] : [option(next, 'refused')]),
      ]
    : [];
  const back = done.toReversed().filter((s) => mayRecord(s.step));
  return [...onward, ...back.map((s) => option(s.step, 'refused', s))];
}
