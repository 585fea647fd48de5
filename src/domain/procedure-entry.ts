import type { Day } from './day.ts';
import type { Action } from './permission.ts';
import {
  procedureState,
  stepsOf,
  type ProcedureStep,
  type ProcedureStepCode,
  type ProcedureStepSaid,
} from './procedure.ts';

/**
 * By which of the table's actions each step may be recorded. The village appraises, verifies,
 * asks the household and hangs out the notice (DOMAIN §3.5); where the township verifies as
 * well, it records that itself. Announcing and striking off are the office's: who proposes
 * does not confirm.
 */
export const stepActions: Record<ProcedureStepCode, readonly Action[]> = {
  appraisal: ['recordVillageStep'],
  verification: ['recordVillageStep', 'recordOfficeStep'],
  householdAgrees: ['recordVillageStep'],
  publicNotice: ['recordVillageStep'],
  announcement: ['recordOfficeStep'],
  deregistration: ['recordOfficeStep'],
};

/** Why a step cannot be recorded, and the field that it is about. */
export type StepProblem =
  | { code: 'STEP_IN_FUTURE' | 'STEP_BEFORE_LAST' | 'NOTICE_STILL_HANGS'; field: 'on' }
  | { code: 'STEP_NOT_NEXT'; field: 'step' };

/**
 * What speaks against a step after those that are recorded, or null. It comes after all of
 * them; it is the next one, or takes back one of this round. What is out of order can be
 * loaded from elsewhere, and is kept then: here it would only be a slip.
 */
export function stepProblem(
  steps: readonly ProcedureStep[],
  householdId: string,
  { step, outcome, on }: Pick<ProcedureStepSaid, 'step' | 'outcome' | 'on'>,
  today: Day,
): StepProblem | null {
  if (on > today) return { code: 'STEP_IN_FUTURE', field: 'on' };
  const last = stepsOf(steps, householdId).at(-1);
  if (last && on < last.on) return { code: 'STEP_BEFORE_LAST', field: 'on' };
  const { done, next } = procedureState(steps, householdId, on);
  const takesBack = next !== null && outcome === 'refused' && done.some((s) => s.step === step);
  if (step !== next && !takesBack) return { code: 'STEP_NOT_NEXT', field: 'step' };
  const hangsUntil = done.at(-1)?.until ?? null;
  const isObjection = outcome === 'refused';
  if (!isObjection && hangsUntil !== null && on <= hangsUntil) {
    return { code: 'NOTICE_STILL_HANGS', field: 'on' };
  }
  return null;
}
