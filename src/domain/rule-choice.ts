import { z } from 'zod';
import { anyGuarantee, deprivationRules, type DeprivationRule } from './deprivation-rules.ts';
import type { Day } from './day.ts';
import { incomeRuleId, incomeRuleSets, netIncome, type IncomeRuleSet } from './income-rules.ts';
import type { Place } from './place.ts';
import { lineOn, lineSeries, type LineSeries } from './poverty-line.ts';
import type { IncomeRules } from './why-changed.ts';

/**
 * By which rules incomes are measured, as a request or a link asks for them: a series of lines,
 * and the id of a rule set. What does not exist is refused, never replaced by the usual rules.
 */
export const ruleChoice = {
  series: z.enum(lineSeries, { error: 'notACode' }).optional(),
  income: incomeRuleId.optional(),
};

/** How many guarantees at least are not met in a household that counts as poor: one digit in a link. */
export const cutoffs = deprivationRules.map((_, at) => String(at + 1));
export const cutoffChoice = z.enum(cutoffs, { error: 'notACode' }).optional();

export interface RuleChoice {
  series?: LineSeries | undefined;
  income?: string | undefined;
}

/** The chosen rule set; net income unless another was. */
export const incomeRuleChosen = (income: string | undefined): IncomeRuleSet =>
  incomeRuleSets.find((set) => set.id === income) ?? netIncome;

/** The chosen rules at a place on a day; by default the national line of that year, and net income. */
export function rulesChosen({ series, income }: RuleChoice, at: Place, on: Day): IncomeRules {
  return { line: lineOn(on, at, series), income: incomeRuleChosen(income) };
}

/** The chosen cutoff over the guarantees; by default one that is not met is enough. */
export const cutoffChosen = (k: string | undefined): DeprivationRule =>
  deprivationRules[Number(k ?? 1) - 1] ?? anyGuarantee;
