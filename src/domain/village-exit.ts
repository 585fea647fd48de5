import type { Snapshot } from './change.ts';
import type { VillageExitRule } from './exit-rules.ts';
import { judged, refOf, type Criterion, type ExitVerdict, type Turning } from './exit-verdict.ts';
import type { Household } from './household.ts';
import { isPoor, statusAt } from './incidence.ts';
import { conditionStates, UNKNOWN, type Indicator } from './indicator.ts';
import { codeOf, numberOf } from './reading.ts';

/**
 * Whether a village is ready to leave the list: registered poor persons ÷ registered rural
 * population strictly below the rule's limit, and every condition at least as good as it asks.
 * `households` are those in the register on the day.
 *
 * Who is poor without known persons, or of unknown status, makes the incidence a range: it
 * passes or fails only where the whole range does.
 */
export function villageExit(
  villageId: string,
  at: Snapshot,
  households: readonly Household[],
  rule: VillageExitRule,
): ExitVerdict {
  return judged({ subjectId: villageId, on: at.on, ruleId: rule.id, lineId: null, incomeRuleId: null }, [
    incidenceCriterion(villageId, at, households, rule.incidenceBelow),
    ...rule.conditions.map(({ indicator, atLeast }) => conditionCriterion(villageId, at, indicator, atLeast)),
  ]);
}

/** The most persons who may be poor for their share to be strictly below the limit. In whole numbers: 30 of 1,500 are 2 %. */
export function mostPoor(population: number, limit: number): number {
  return Math.ceil((Math.round(limit * 1000) * population) / 100_000) - 1;
}

function incidenceCriterion(
  villageId: string,
  at: Snapshot,
  households: readonly Household[],
  limit: number,
): Criterion {
  const populationLevel = at.level(villageId, 'ruralPopulation');
  const population = numberOf(populationLevel);
  const seen = households.map((h) => {
    const [status, persons] = [statusAt(at, h.id), at.level(h.id, 'persons')];
    return { id: h.id, status, persons: numberOf(persons), levels: [at.level(h.id, 'status'), persons] };
  });
  const poor = seen.filter((h) => isPoor(h.status));
  const perhaps = seen.filter((h) => h.status === 'unknown');
  const sum = (list: typeof seen) => list.reduce((total, h) => total + (h.persons ?? 0), 0);
  const uncounted = [...poor, ...perhaps].filter((h) => h.persons === null);
  const missing: Criterion['missing'] = [
    ...(population ? [] : [{ subjectId: villageId, indicator: 'ruralPopulation' as const }]),
    ...perhaps.map((h) => ({ subjectId: h.id, indicator: 'status' as const })),
    ...uncounted.map((h) => ({ subjectId: h.id, indicator: 'persons' as const })),
  ];
  const criterion = {
    code: 'incidence' as const,
    required: true,
    readings: [populationLevel, ...poor.flatMap((h) => h.levels)].flatMap((r) => (r ? [refOf(r)] : [])),
    missing,
  };
  const allowed = population ? mostPoor(population, limit) : null;
  const least = sum(poor);
  const most = uncounted.length > 0 ? Infinity : least + sum(perhaps);
  if (allowed !== null && least > allowed) {
    const by = least - allowed;
    return {
      ...criterion,
      state: 'notMet',
      turning: { kind: 'persons', up: true, by, householdIds: fewest(poor, by) },
    };
  }
  if (allowed === null || most > allowed) {
    return { ...criterion, state: 'unknown', turning: { kind: 'reading', missing } };
  }
  return {
    ...criterion,
    state: 'met',
    turning: { kind: 'persons', up: false, by: allowed + 1 - most, householdIds: [] },
  };
}

/** The fewest households with at least so many persons among them: the largest first. */
function fewest(households: readonly { id: string; persons: number | null }[], persons: number): string[] {
  const chosen: string[] = [];
  let left = persons;
  for (const h of households.toSorted((a, b) => (b.persons ?? 0) - (a.persons ?? 0))) {
    if (left <= 0) break;
    chosen.push(h.id);
    left -= h.persons ?? 0;
  }
  return chosen;
}

function conditionCriterion(
  villageId: string,
  at: Snapshot,
  indicator: Indicator,
  atLeast: (typeof conditionStates)[number],
): Criterion {
  const level = at.level(villageId, indicator);
  const code = codeOf(level);
  // Best first in the catalogue.
  const rank = (state: string) => conditionStates.findIndex((known) => known === state);
  const state = code === UNKNOWN ? 'unknown' : rank(code) <= rank(atLeast) ? 'met' : 'notMet';
  const missing = state === 'unknown' ? [{ subjectId: villageId, indicator }] : [];
  return {
    code: indicator,
    state,
    required: true,
    readings: level ? [refOf(level)] : [],
    missing,
    turning: turningOf(),
  };

  function turningOf(): Turning | null {
    if (state === 'unknown') return { kind: 'reading', missing };
    if (state === 'notMet') return { kind: 'condition', indicator, to: atLeast };
    const worse = conditionStates[rank(atLeast) + 1] ?? UNKNOWN;
    return worse === UNKNOWN ? null : { kind: 'condition', indicator, to: worse };
  }
}
