import { visitsInOrder, type VillageRecord } from '#src/domain/village-record.ts';
import { byVisitOrder, type Visit } from '#src/domain/visit.ts';

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * The pair asked for. Without `to` the last visit, without `from` the one
 * before `to`; either may be null in a village with too few visits.
 * `undefined` where an id names no visit of the village.
 */
export function pairOf(record: VillageRecord, asked: Asked) {
  const visits = visitsInOrder(record);
  const named = (visitId: string): Visit | undefined => visits.find((v) => v.id === visitId);
  const to = asked.to ? named(asked.to) : (visits.at(-1) ?? null);
  const before = to ? visits[visits.indexOf(to) - 1] : undefined;
  const from = asked.from ? named(asked.from) : (before ?? null);
  return { from, to };
}

/** How a route that compares two visits says no. */
interface Refusals {
  VISIT_NOT_FOUND: () => Error;
  TOO_FEW_VISITS: () => Error;
  PAIR_OUT_OF_ORDER: (given: { data: { field: string } }) => Error;
}

/** The same, for a route that needs two visits in order: it is refused where they are not there. */
export function comparablePair(record: VillageRecord, asked: Asked, errors: Refusals) {
  const { from, to } = pairOf(record, asked);
  if (from === undefined || to === undefined) throw errors.VISIT_NOT_FOUND();
  if (from === null || to === null) throw errors.TOO_FEW_VISITS();
  if (byVisitOrder(from, to) >= 0) throw errors.PAIR_OUT_OF_ORDER({ data: { field: 'from' } });
  return { from, to };
}
