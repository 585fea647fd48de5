import { explainFigure as explained } from '#src/domain/explain-figure.ts';
import { asKnownOn } from '#src/domain/village-record.ts';
import { byVisitOrder } from '#src/domain/visit.ts';
import { api } from '../authorize.ts';
import { pairOf } from './pair-of.ts';

/** A village that was visited once has figures too: they have nothing before. */
export const explainFigure = api.explainFigure.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const { from, to } = pairOf(asKnownOn(record, input.knownOn), input);
  if (from === undefined || to === undefined) throw errors.VISIT_NOT_FOUND();
  if (to === null) throw errors.TOO_FEW_VISITS();
  if (from && byVisitOrder(from, to) >= 0) throw errors.PAIR_OUT_OF_ORDER({ data: { field: 'from' } });
  const isOfNobody = !record.households.some((h) => h.id === input.householdId);
  if (input.code === 'householdIncome' && isOfNobody) throw errors.HOUSEHOLD_NOT_FOUND();
  return explained(record, input.code, from, to, input);
});
