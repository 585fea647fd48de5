import { contentHash } from '#src/domain/content-hash.ts';
import { householdExitAt, villageExitAt } from '#src/domain/exit-at.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import { stepActions, stepProblem } from '#src/domain/procedure-entry.ts';
import { stepIn } from '#src/domain/procedure.ts';
import { asKnownOn, visitsInOrder, type VillageRecord } from '#src/domain/village-record.ts';
import type { Visit } from '#src/domain/visit.ts';
import { api } from '../authorize.ts';
import { actOf } from './act-of.ts';
import { clockFacts } from './clock-facts.ts';

/** The visit that is named, or the last one; null where there is none yet, undefined where there is none of that name. */
function visitAt(record: VillageRecord, named: string | undefined): Visit | null | undefined {
  const visits = visitsInOrder(record);
  return named === undefined ? (visits.at(-1) ?? null) : visits.find((v) => v.id === named);
}

export const exitVerdicts = api.exitVerdicts.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const known = asKnownOn(record, input.knownOn);
  const at = visitAt(known, input.at);
  if (at === undefined) throw errors.VISIT_NOT_FOUND();
  return villageExitAt(known, at, input.knownOn ?? context.today, input);
});

export const householdExit = api.householdExit.handler(async ({ input, context, errors }) => {
  const { householdId } = input;
  const record = await context.store.recordOf('household', householdId);
  if (!record) throw errors.HOUSEHOLD_NOT_FOUND();
  const known = asKnownOn(record, input.knownOn);
  const at = visitAt(known, input.at);
  if (at === undefined) throw errors.VISIT_NOT_FOUND();
  // It tells of one household what its record tells.
  await context.store.recordLook(
    actOf(context, 'viewHousehold', {
      place: placeOf(record.village),
      subject: { kind: 'household', id: householdId },
      householdId,
    }),
  );
  return householdExitAt(known, householdId, at, input.knownOn ?? context.today, input);
});

/** A step is only ever added. Sent again, it is answered as before. */
export const recordProcedureStep = api.recordProcedureStep.handler(async ({ input, context, errors }) => {
  const { store, stores, actor, today } = context;
  const { householdId, note, ...said } = input;
  const record = await store.recordOf('household', householdId);
  if (!record) throw errors.HOUSEHOLD_NOT_FOUND();
  const place = placeOf(record.village);
  if (!record.steps.some((s) => s.id === input.id)) {
    if (!stepActions[input.step].some((action) => may(actor, action, place))) {
      throw errors.STEP_NOT_ALLOWED({ data: { field: 'step' } });
    }
    const problem = stepProblem(record.steps, householdId, input, today);
    if (problem) throw errors[problem.code]({ data: { field: problem.field } });
  }
  const act = actOf(context, 'recordProcedureStep', {
    place,
    subject: { kind: 'household', id: householdId },
    householdId,
    // What a household said when it was asked is its own words: they stand in the record alone.
    reason: input.step === 'householdAgrees' ? null : note || null,
    after: {
      step: input.step,
      stepOutcome: input.outcome,
      heldOn: input.on,
      until: input.until,
      stepId: input.id,
      ...clockFacts(context),
    },
  });
  const step = {
    ...said,
    householdId,
    note: note || null,
    recordedOn: today,
    recordedBy: actor.name,
    source: null,
  };
  const recorded = await store.recordStep(step, act);
  if (recorded.outcome === 'conflict') throw errors.STEP_ID_TAKEN();
  return {
    ...recorded.answer,
    hash: await contentHash(stepIn(recorded.answer)),
    epoch: await stores.epoch(),
  };
});
