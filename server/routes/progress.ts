import { householdRows } from '#src/domain/household-list.ts';
import { progressBetween } from '#src/domain/progress.ts';
import { asKnownOn, visitsInOrder, type VillageRecord } from '#src/domain/village-record.ts';
import { byVisitOrder, type Visit } from '#src/domain/visit.ts';
import { api } from '../authorize.ts';
import { searchTextOf } from '../search-text.ts';

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * The pair asked for. Without `to` the last visit, without `from` the one
 * before `to`; either may be null in a village with too few visits.
 * `undefined` where an id names no visit of the village.
 */
function pairOf(record: VillageRecord, asked: Asked) {
  const visits = visitsInOrder(record);
  const named = (visitId: string): Visit | undefined => visits.find((v) => v.id === visitId);
  const to = asked.to ? named(asked.to) : (visits.at(-1) ?? null);
  const before = to ? visits[visits.indexOf(to) - 1] : undefined;
  const from = asked.from ? named(asked.from) : (before ?? null);
  return { from, to };
}

export const progress = api.progress.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const { from, to } = pairOf(asKnownOn(record, input.knownOn), input);
  if (from === undefined || to === undefined) throw errors.VISIT_NOT_FOUND();
  if (from === null || to === null) throw errors.TOO_FEW_VISITS();
  if (byVisitOrder(from, to) >= 0) throw errors.PAIR_OUT_OF_ORDER({ data: { field: 'from' } });
  return progressBetween(record, from, to, input.knownOn);
});

export const households = api.households.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const { from, to } = pairOf(record, input);
  if (from === undefined || to === undefined) throw errors.VISIT_NOT_FOUND();
  if (from && to && byVisitOrder(from, to) >= 0) {
    throw errors.PAIR_OUT_OF_ORDER({ data: { field: 'from' } });
  }
  const rows = householdRows(record, from, to, context.today).map((row) => ({
    ...row,
    searchText: `${row.number} ${searchTextOf(row.head)}`,
  }));
  return { rows, from: from?.on ?? null, to: to?.on ?? null };
});
