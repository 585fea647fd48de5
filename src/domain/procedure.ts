import { z } from 'zod';
import { compareDays, day, type Day } from './day.ts';
import { id } from './id.ts';
import { source } from './source.ts';
import { text } from './text.ts';

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

/** One step as it was taken: by whom, when, with what outcome. It is never overwritten; a mistake is another step. */
export const procedureStep = z
  .strictObject({
    id,
    householdId: id,
    step: procedureStepCode,
    /** `refused`: appraised or verified as not ready, the household disagrees, or an objection was upheld. */
    outcome: z.enum(['passed', 'refused']),
    on: day,
    /** The last day on which a public notice hangs; null for every other step. */
    until: day.nullable(),
    /** Who took it: the meeting, the committee, the household itself. */
    people: z.array(text).min(1, { error: 'required' }),
    note: text.nullable(),
    recordedOn: day,
    sequence: z.int(),
    recordedBy: text,
    source,
  })
  .superRefine((given, context) => {
    const isNotice = given.step === 'publicNotice';
    if (isNotice !== (given.until !== null)) {
      context.addIssue({ code: 'custom', message: isNotice ? 'required' : 'notANotice', path: ['until'] });
    } else if (given.until !== null && given.until < given.on) {
      context.addIssue({ code: 'custom', message: 'endsBeforeItBegins', path: ['until'] });
    }
  });
export type ProcedureStep = z.infer<typeof procedureStep>;

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
  const taken = steps
    .filter((s) => s.householdId === householdId && s.on <= on)
    .toSorted((a, b) => compareDays(a.on, b.on) || a.sequence - b.sequence);
  for (const step of taken) {
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
