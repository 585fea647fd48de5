import { z } from 'zod';
import { exitAsked, householdExitAnswer, villageExitAnswer } from '#src/domain/exit-answer.ts';
import { id } from '#src/domain/id.ts';
import { procedureStep, procedureStepDraft } from '#src/domain/procedure.ts';
import { notFound, stepRefusals } from './problems.ts';
import { receipted } from './receipt.ts';
import { route } from './route.ts';

const { VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, HOUSEHOLD_NOT_FOUND } = notFound;

/** The way out of the register: who is ready, and the steps of the procedure. */
export const exitContract = {
  /** Is the village ready to leave the list, and which households are ready to leave the register? */
  exitVerdicts: route('viewHousehold', {
    method: 'GET',
    path: '/villages/{villageId}/exit',
    summary:
      'Judges at a visit whether a village and its households are ready to leave, with each criterion.',
  })
    .input(z.strictObject({ villageId: id, ...exitAsked }))
    .output(villageExitAnswer)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND }),

  householdExit: route('viewHousehold', {
    method: 'GET',
    path: '/households/{householdId}/exit',
    summary:
      'Judges whether a household is ready to leave, and lists the steps of its procedure; the look is written down.',
  })
    .input(z.strictObject({ householdId: id, ...exitAsked }))
    .output(householdExitAnswer)
    .errors({ HOUSEHOLD_NOT_FOUND, VISIT_NOT_FOUND }),

  /** What each step needs of a role is asked within: the village's steps, and the office's. */
  recordProcedureStep: route('recordProcedureStep', {
    method: 'POST',
    path: '/households/{householdId}/steps',
    summary: 'Records a step of the procedure by which a household leaves the register.',
    successStatus: 201,
  })
    .input(procedureStepDraft.safeExtend({ householdId: id }))
    .output(procedureStep.safeExtend(receipted))
    .errors({ HOUSEHOLD_NOT_FOUND, ...stepRefusals }),
};
