import { z } from 'zod';
import { day } from './day.ts';
import { householdExitRule, villageExitRule } from './exit-rules.ts';
import { exitVerdict } from './exit-verdict.ts';
import { id } from './id.ts';
import { incidence } from './incidence.ts';
import { incomeRuleSet } from './income-rules.ts';
import { householdStatuses } from './indicator.ts';
import { village } from './place.ts';
import { lineSeries, povertyLine } from './poverty-line.ts';
import { procedureStep, procedureStepCode } from './procedure.ts';
import { householdRef } from './records.ts';
import { ruleChoice } from './rule-choice.ts';

/** By what a verdict is asked for: a visit (the last unless named), and which line and income count. */
export const exitAsked = {
  at: id.optional(),
  ...ruleChoice,
  /** As it was known on a past day. */
  knownOn: day.optional(),
};

/** When and by what it was judged; null where there is no rule or line for that year and place. */
const judgedBy = z.strictObject({
  /** Null in a village that nobody visited: then it is judged by what is known today. */
  visitId: id.nullable(),
  on: day,
  householdRule: householdExitRule.nullable(),
  villageRule: villageExitRule.nullable(),
  line: povertyLine.nullable(),
  series: z.enum(lineSeries),
  incomeRule: incomeRuleSet,
});
export type JudgedBy = z.infer<typeof judgedBy>;

const status = z.enum(householdStatuses);

/** How far a household is in the procedure, today. */
const progress = z.strictObject({
  done: z.int(),
  next: procedureStepCode.nullable(),
  /** The day of the last step that counts. */
  lastOn: day.nullable(),
  /** It was sent back, and nothing was taken since. */
  refused: z.boolean(),
});

const householdAnswer = z.strictObject({
  household: householdRef,
  status,
  verdict: exitVerdict.nullable(),
  procedure: progress,
});

export type HouseholdExitRow = z.infer<typeof householdAnswer>;

/** A village's verdict, and that of each household which is in the register and not out. */
export const villageExitAnswer = z.strictObject({
  village,
  judgedBy,
  verdict: exitVerdict.nullable(),
  incidence,
  households: z.array(householdAnswer),
  /** Households that are out already: there is nothing to judge. */
  out: z.int(),
});
export type VillageExitAnswer = z.infer<typeof villageExitAnswer>;

/** One household's verdict, and every step that was taken, the first one first. */
export const householdExitAnswer = z.strictObject({
  householdId: id,
  village,
  judgedBy,
  status,
  verdict: exitVerdict.nullable(),
  steps: z.array(procedureStep),
});
export type HouseholdExitAnswer = z.infer<typeof householdExitAnswer>;
