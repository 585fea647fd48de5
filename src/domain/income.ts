import { z } from 'zod';
import type { Snapshot } from './change.ts';
import { figure, householdFigure, type Figure } from './figure.ts';
import type { Household } from './household.ts';
import { id } from './id.ts';
import { countedSources, netIncome, type IncomeRuleSet } from './income-rules.ts';
import { incomeSources, type IncomeSource } from './indicator.ts';
import { numberOf, type Reading } from './reading.ts';

/**
 * Income of a household, yuan over the rolling twelve months, under a rule set (DOMAIN §3.3).
 * Unknown as soon as one part that counts is; may be negative.
 */
export interface HouseholdIncome {
  perPerson: number | null;
  /** Of the whole household. */
  total: number | null;
  persons: number | null;
  bySource: Record<IncomeSource, Reading | null>;
  /** What counts and was not read. */
  missing: IncomeSource[];
}

/** +1 for what comes in, −1 for what business costs. */
export const incomeSign = (name: IncomeSource): 1 | -1 => (name === 'businessCost' ? -1 : 1);

/** Income of one household at one visit. */
export function householdIncome(
  at: Snapshot,
  householdId: string,
  rules: IncomeRuleSet = netIncome,
): HouseholdIncome {
  const persons = numberOf(at.level(householdId, 'persons'));
  const bySource = Object.fromEntries(
    incomeSources.map((name) => [name, at.level(householdId, name)]),
  ) as HouseholdIncome['bySource'];
  const counted = countedSources(rules);
  const missing = counted.filter((name) => numberOf(bySource[name]) === null);
  const sum = counted.reduce((yuan, name) => yuan + incomeSign(name) * (numberOf(bySource[name]) ?? 0), 0);
  const total = missing.length === 0 ? sum : null;
  return { perPerson: total !== null && persons ? total / persons : null, total, persons, bySource, missing };
}

/** `source` is null for net income as a whole. */
export const incomeRow = z.strictObject({
  source: z.enum(incomeSources).nullable(),
  from: figure,
  to: figure,
  /** The same households at both visits: the only two means that may be compared (DOMAIN §3.8). */
  panel: z.strictObject({ from: figure, to: figure }),
});
export type IncomeRow = z.infer<typeof incomeRow>;

/** By how much the mean of the same households changed, yuan per person; null where it is not known at both visits. */
export const panelChange = ({ panel: { from, to } }: Pick<IncomeRow, 'panel'>): number | null =>
  from.value === null || to.value === null ? null : to.value - from.value;

export const householdIncomeChange = z.strictObject({
  householdId: id,
  from: z.number().nullable(),
  to: z.number().nullable(),
  missing: z.array(z.enum(incomeSources)),
});
export type HouseholdIncomeChange = z.infer<typeof householdIncomeChange>;

type Incomes = ReadonlyMap<string, HouseholdIncome>;

const incomesAt = (at: Snapshot, households: readonly Household[]): Incomes =>
  new Map(households.map((h) => [h.id, householdIncome(at, h.id)]));

/** Yuan of one source (or net, for null) in one household, or null. */
function amount(income: HouseholdIncome | undefined, name: IncomeSource | null): number | null {
  if (!income?.persons) return null;
  return name === null ? income.total : numberOf(income.bySource[name]);
}

/** Mean yuan per person, over the households in which it is known. */
function meanPerPerson(incomes: Incomes, ids: readonly string[], name: IncomeSource | null): Figure {
  const known = ids.filter((householdId) => amount(incomes.get(householdId), name) !== null);
  const yuan = known.reduce((sum, householdId) => sum + (amount(incomes.get(householdId), name) ?? 0), 0);
  const persons = known.reduce((sum, householdId) => sum + (incomes.get(householdId)?.persons ?? 0), 0);
  const behind = known.flatMap((householdId) => {
    const bySource = incomes.get(householdId)?.bySource;
    return bySource ? (name === null ? Object.values(bySource) : [bySource[name]]) : [];
  });
  return householdFigure(persons ? yuan / persons : null, 'yuan', known.length, ids.length, behind);
}

/** Income by source and in all, for a village's households at both visits. */
export function incomeBetween(
  from: Snapshot,
  to: Snapshot,
  before: readonly Household[],
  after: readonly Household[],
): { rows: IncomeRow[]; households: HouseholdIncomeChange[] } {
  const then = incomesAt(from, before);
  const now = incomesAt(to, after);
  const idsThen = [...then.keys()];
  const idsNow = [...now.keys()];
  const both = idsNow.filter((householdId) => then.has(householdId));
  const rows = [null, ...incomeSources].map((name): IncomeRow => {
    const known = both.filter(
      (householdId) =>
        amount(then.get(householdId), name) !== null && amount(now.get(householdId), name) !== null,
    );
    const panel = {
      from: { ...meanPerPerson(then, known, name), of: both.length },
      to: { ...meanPerPerson(now, known, name), of: both.length },
    };
    return {
      source: name,
      from: meanPerPerson(then, idsThen, name),
      to: meanPerPerson(now, idsNow, name),
      panel,
    };
  });
  const all = [...new Set([...idsThen, ...idsNow])];
  const households = all.map((householdId) => ({
    householdId,
    from: then.get(householdId)?.perPerson ?? null,
    to: now.get(householdId)?.perPerson ?? null,
    missing: (now.get(householdId) ?? then.get(householdId))?.missing ?? [],
  }));
  return { rows, households };
}
