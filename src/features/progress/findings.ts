import type { Change, Level } from '#src/domain/change.ts';
import { panelChange } from '#src/domain/income.ts';
import { UNKNOWN, conditionStates, guarantees, type Guarantee } from '#src/domain/indicator.ts';
import type { HouseholdsProgress, Progress } from '#src/domain/progress.ts';

/** The pair as a link carries it. */
export const pairOf = ({ from, to, knownOn }: Progress) => ({
  from: from.id,
  to: to.id,
  knownOn: knownOn ?? undefined,
});

/** The number of a level, or null where it is unknown or was never read. */
export const numberIn = (level: Level): number | null =>
  typeof level?.value === 'number' ? level.value : null;

/** The code of a level, `unknown` where it was never read. */
export const codeIn = (level: Level): string => (typeof level?.value === 'string' ? level.value : UNKNOWN);

/** The net income row: levels and the panel of the same households. */
export const netIncome = (p: Progress) => p.income.find((row) => row.source === null);

/** Change of mean net income in the same households, yuan per person, or null. */
export function netIncomeChange(p: Progress): { by: number; households: number } | null {
  const row = netIncome(p);
  const by = row ? panelChange(row) : null;
  return row && by !== null ? { by, households: row.panel.to.known } : null;
}

/** How many households rose, fell or cannot be compared. */
export function incomeDirections(p: Pick<HouseholdsProgress, 'householdIncomes'>) {
  let [up, down, unknown] = [0, 0, 0];
  for (const { from, to } of p.householdIncomes) {
    if (from === null || to === null) unknown += 1;
    else if (to > from) up += 1;
    else if (to < from) down += 1;
  }
  return { up, down, unknown };
}

/** Guarantees of all households at one end: how many are not met, unknown, known, and apply at all. */
export function guaranteeCounts(p: Progress, end: 'from' | 'to') {
  const sum = { notMet: 0, unknown: 0, known: 0, all: 0 };
  for (const name of guarantees) {
    const counts = p.guaranteeTotals[name][end];
    sum.notMet += counts.notMet ?? 0;
    sum.unknown += counts.unknown ?? 0;
    sum.known += (counts.met ?? 0) + (counts.notMet ?? 0) + (counts.notApplicable ?? 0);
  }
  sum.all = sum.known + sum.unknown;
  return sum;
}

/** The guarantee not met by most households at the second visit, or null where none is. */
export function widestGap(p: Progress): { guarantee: Guarantee; households: number } | null {
  const widest = guarantees
    .map((guarantee) => ({ guarantee, households: p.guaranteeTotals[guarantee].to.notMet ?? 0 }))
    .toSorted((a, b) => b.households - a.households)[0];
  return widest && widest.households > 0 ? widest : null;
}

/** How many of the village's coded conditions were read as better than before. */
export function improvedConditions(conditions: readonly Change[]): number {
  const rank = (level: Level) => conditionStates.findIndex((state) => state === codeIn(level));
  const isRead = (level: Level) => codeIn(level) !== UNKNOWN && rank(level) >= 0;
  return conditions.filter((c) => isRead(c.from) && isRead(c.to) && rank(c.to) < rank(c.from)).length;
}

/** Of the commitments owed at the first visit: kept, all, and still open. */
export function keptOf({ commitments }: Progress) {
  return {
    kept: commitments.filter((c) => c.verdict?.verdict === 'kept').length,
    of: commitments.length,
    open: commitments.filter((c) => c.open).length,
  };
}
