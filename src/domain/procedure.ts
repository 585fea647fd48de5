import { z } from 'zod';
import { compareDays, day, type Day } from './day.ts';
import { id } from './id.ts';
import { source } from './source.ts';
import { required, text, TEXT_LIMITS, typed } from './text.ts';

/** How a household is struck off once its conditions are met, in order (DOMAIN §3.5). */
export const procedureSteps = [
  'appraisal',
  'verification',
  'householdAgrees',
  'publicNotice',
  'announcement',
  'deregistration',
] as const;
export const procedureStepCode = z.enum(procedureSteps);
export type ProcedureStepCode = (typeof procedureSteps)[number];

/** `refused`: appraised or verified as not ready, the household disagrees, or an objection was upheld. */
export const stepOutcomes = ['passed', 'refused'] as const;
const outcome = z.enum(stepOutcomes);
export type StepOutcome = z.infer<typeof outcome>;

type Dated = Pick<ProcedureStep, 'step' | 'on' | 'until'>;

/** A public notice hangs until a day; nothing else does. */
function checkEnd({ step, on, until }: Dated, context: z.RefinementCtx): void {
  const isNotice = step === 'publicNotice';
  if (isNotice !== (until !== null)) {
    context.addIssue({ code: 'custom', message: isNotice ? 'required' : 'notANotice', path: ['until'] });
  } else if (until !== null && until < on) {
    context.addIssue({ code: 'custom', message: 'endsBeforeItBegins', path: ['until'] });
  }
}

/** One step as it was taken: by whom, when, with what outcome. It is never overwritten; a mistake is another step. */
export const procedureStep = z
  .strictObject({
    id,
    householdId: id,
    step: procedureStepCode,
    outcome,
    on: day,
    /** The last day on which a public notice hangs; null for every other step. */
    until: day.nullable(),
    /** Who took it: the meeting, the committee, the household itself. */
    people: z.array(text).min(1, { error: 'required' }),
    note: text.nullable(),
    recordedOn: day,
    sequence: z.int(),
    recordedBy: text,
    /** Where it was brought from; null for what was recorded here. */
    source: source.nullable(),
  })
  .superRefine(checkEnd);
export type ProcedureStep = z.infer<typeof procedureStep>;

/** Far above what a meeting needs to be told of, below what would hurt the service. */
const MOST_PEOPLE = 50;

const said = z.strictObject({
  step: procedureStepCode,
  outcome,
  on: day,
  until: day.nullable(),
  people: z
    .array(required(TEXT_LIMITS.name))
    .min(1, { error: 'required' })
    .max(MOST_PEOPLE, { error: 'tooMany' }),
  /** Has to say why where the outcome is `refused`. */
  note: typed(TEXT_LIMITS.note),
});
export type ProcedureStepSaid = z.infer<typeof said>;

function checkSaid(given: ProcedureStepSaid, context: z.RefinementCtx): void {
  checkEnd(given, context);
  if (given.outcome === 'refused' && given.note === '') {
    context.addIssue({ code: 'custom', message: 'required', path: ['note'] });
  }
}

/** A step as one person typed it, and the same with the id that it is sent under. */
export const procedureStepSaid = said.superRefine(checkSaid);
export const procedureStepDraft = said.extend({ id }).superRefine(checkSaid);

/** What a step says, whoever recorded it. */
type Told = Pick<
  ProcedureStep,
  'id' | 'householdId' | 'step' | 'outcome' | 'on' | 'until' | 'people' | 'note'
>;

/** What a step says, as it was sent: this is what its hash is of. */
export const stepIn = ({ id, householdId, step, outcome, on, until, people, note }: Told) => ({
  id,
  householdId,
  step,
  outcome,
  on,
  until,
  people,
  note: note ?? '',
});

export interface ProcedureState {
  /** Passed in this round, in order. */
  done: ProcedureStep[];
  /** What comes next; null when the household is struck off. */
  next: ProcedureStepCode | null;
  /** The refusal that sent it back to the beginning, while nothing was taken since. */
  refused: ProcedureStep | null;
  /** Taken although an earlier step was missing, or while the public notice still hung: they do not count. */
  outOfOrder: ProcedureStep[];
}

/** By the day; of one day, as recorded. */
const inOrder = (a: ProcedureStep, b: ProcedureStep): number =>
  compareDays(a.on, b.on) || a.sequence - b.sequence;

/** The steps of one household, the first taken first. */
export const stepsOf = (steps: readonly ProcedureStep[], householdId: string): ProcedureStep[] =>
  steps.filter((s) => s.householdId === householdId).toSorted(inOrder);

/**
 * How far the procedure of one household is on a day. A refusal of any step ends the round, an
 * objection to the notice while it hangs among them: the next round begins with an appraisal,
 * and the steps before stay in the record.
 */
export function procedureState(
  steps: readonly ProcedureStep[],
  householdId: string,
  on: Day,
): ProcedureState {
  const state: ProcedureState = { done: [], next: procedureSteps[0], refused: null, outOfOrder: [] };
  for (const step of stepsOf(steps, householdId).filter((s) => s.on <= on)) {
    const notice = state.done.at(-1)?.until ?? null;
    if (step.outcome === 'refused' && state.next !== null) {
      state.done = [];
      state.refused = step;
      state.next = procedureSteps[0];
    } else if (step.step !== state.next || (notice !== null && step.on <= notice)) {
      state.outOfOrder.push(step);
    } else {
      state.done.push(step);
      state.refused = null;
      state.next = procedureSteps[state.done.length] ?? null;
    }
  }
  return state;
}
