import { householdRows } from '#src/domain/household-list.ts';
import { progressBetween } from '#src/domain/progress.ts';
import { asKnownOn } from '#src/domain/village-record.ts';
import { byVisitOrder } from '#src/domain/visit.ts';
import { api } from '../authorize.ts';
import { comparablePair, pairOf } from './pair-of.ts';
import { searchTextOf } from '../search-text.ts';

export const progress = api.progress.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const { from, to } = comparablePair(asKnownOn(record, input.knownOn), input, errors);
  const {
    households: _each,
    householdIncomes: _incomes,
    ...whole
  } = progressBetween(record, from, to, input.knownOn);
  return whole;
});

export const householdsProgress = api.householdsProgress.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const { from, to } = comparablePair(asKnownOn(record, input.knownOn), input, errors);
  const { households, householdIncomes } = progressBetween(record, from, to, input.knownOn);
  return { households, householdIncomes };
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
