import { leftBehindPage } from '#src/domain/left-behind-answer.ts';
import { asKnownOn } from '#src/domain/village-record.ts';
import { byVisitOrder } from '#src/domain/visit.ts';
import { api } from '../authorize.ts';
import { pairOf } from './pair-of.ts';

/** One visit is enough: then nobody was called on before it. */
export const leftBehind = api.leftBehind.handler(async ({ input, context, errors }) => {
  const { villageId, knownOn, reason, after } = input;
  const record = await context.store.villageRecord(villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const { from, to } = pairOf(asKnownOn(record, knownOn), input);
  if (from === undefined || to === undefined) throw errors.VISIT_NOT_FOUND();
  if (to === null) throw errors.TOO_FEW_VISITS();
  if (from && byVisitOrder(from, to) >= 0) throw errors.PAIR_OUT_OF_ORDER({ data: { field: 'from' } });
  return leftBehindPage(record, from, to, { today: knownOn ?? context.today, knownOn, reason, after });
});
