import { z } from 'zod';
import type { Snapshot } from './change.ts';
import { figure, gradesOf } from './figure.ts';
import type { Household } from './household.ts';
import { householdStatuses, type HouseholdStatus } from './indicator.ts';
import { codeOf, numberOf } from './reading.ts';

/**
 * Poverty incidence: remaining registered poor persons ÷ registered rural
 * population, percent (DOMAIN §3.6). Persons, never households. A household
 * returned to poverty is poor again.
 */
export const incidence = z.strictObject({
  /** Percent; `known` of `of` are the poor households whose persons are known. */
  figure,
  poorPersons: z.int(),
  population: z.int().nullable(),
  /** Households whose status nobody knows: not in the figure. */
  statusUnknown: z.int(),
});
export type Incidence = z.infer<typeof incidence>;

export const statusCounts = z.record(z.enum(householdStatuses), z.int());
export type StatusCounts = z.infer<typeof statusCounts>;

/** Register status of a household at one visit. */
export function statusAt(at: Snapshot, householdId: string): HouseholdStatus {
  return codeOf(at.level(householdId, 'status')) as HouseholdStatus;
}

/** Registered or returned: counted as poor today. */
export const isPoor = (status: HouseholdStatus): boolean => status === 'registered' || status === 'returned';

/** How many households have each status. */
export function countStatuses(at: Snapshot, households: readonly Household[]): StatusCounts {
  const counts: StatusCounts = { registered: 0, out: 0, returned: 0, unknown: 0 };
  for (const h of households) counts[statusAt(at, h.id)] += 1;
  return counts;
}

/** Incidence at one visit, over the households in the register then. */
export function incidenceAt(at: Snapshot, villageId: string, households: readonly Household[]): Incidence {
  const poor = households.filter((h) => isPoor(statusAt(at, h.id)));
  const persons = poor.map((h) => at.level(h.id, 'persons'));
  const known = persons.filter((r) => numberOf(r) !== null);
  const poorPersons = known.reduce((sum, r) => sum + (numberOf(r) ?? 0), 0);
  const population = at.level(villageId, 'ruralPopulation');
  const people = numberOf(population);
  return {
    figure: {
      value: people && (known.length || !poor.length) ? (100 * poorPersons) / people : null,
      unit: 'percent',
      known: known.length,
      of: poor.length,
      countedIn: 'household',
      evidence: gradesOf([...known, population]),
    },
    poorPersons,
    population: people,
    statusUnknown: households.filter((h) => statusAt(at, h.id) === 'unknown').length,
  };
}
