import type { Snapshot } from './change.ts';
import type { HouseholdExitRule } from './exit-rules.ts';
import { judged, refOf, type Criterion, type ExitVerdict, type Turning } from './exit-verdict.ts';
import { countedSources, netIncome, type IncomeRuleSet } from './income-rules.ts';
import { householdIncome } from './income.ts';
import type { Guarantee, Indicator } from './indicator.ts';
import type { PovertyLine } from './poverty-line.ts';
import { codeOf, numberOf, type Reading } from './reading.ts';

/** One visit at which a household is judged, with the line of its year. */
export interface Judged {
  at: Snapshot;
  line: PovertyLine | null;
}

/**
 * Whether a household is ready to leave the register: income above the line (a household at the
 * line is not poor, but not above it either) and every required guarantee met or not applicable.
 * `visits` are the one it is judged at and those before it, the last one first.
 */
export function householdExit(
  householdId: string,
  [now, ...earlier]: readonly [Judged, ...Judged[]],
  rule: HouseholdExitRule,
  incomeRules: IncomeRuleSet = netIncome,
): ExitVerdict {
  const guaranteed = (names: readonly Guarantee[], required: boolean) =>
    names.map((name) => guaranteeCriterion(now.at.level(householdId, name), householdId, name, required));
  return judged(
    {
      subjectId: householdId,
      on: now.at.on,
      ruleId: rule.id,
      lineId: now.line?.id ?? null,
      incomeRuleId: incomeRules.id,
    },
    [
      incomeCriterion(householdId, [now, ...earlier], rule.incomeVisits, incomeRules),
      ...guaranteed(rule.required, true),
      ...guaranteed(rule.alongside, false),
    ],
  );
}

function guaranteeCriterion(
  level: Reading | null,
  householdId: string,
  guarantee: Guarantee,
  required: boolean,
): Criterion {
  const code = codeOf(level);
  const missing = code === 'unknown' ? [{ subjectId: householdId, indicator: guarantee }] : [];
  const turning: Record<string, Turning | null> = {
    met: { kind: 'guarantee', guarantee, to: 'notMet' },
    notMet: { kind: 'guarantee', guarantee, to: 'met' },
    // A household without a child has no schooling to lose.
    notApplicable: null,
    unknown: { kind: 'reading', missing },
  };
  return {
    code: guarantee,
    state: code === 'unknown' ? 'unknown' : code === 'notMet' ? 'notMet' : 'met',
    required,
    readings: level ? [refOf(level)] : [],
    missing,
    turning: turning[code] ?? null,
  };
}

type Above = 'above' | 'notAbove' | 'unknown';

function aboveLine(householdId: string, { at, line }: Judged, rules: IncomeRuleSet): Above {
  const { perPerson } = householdIncome(at, householdId, rules);
  if (perPerson === null || line === null) return 'unknown';
  return perPerson > line.yuan ? 'above' : 'notAbove';
}

function incomeCriterion(
  householdId: string,
  visits: readonly [Judged, ...Judged[]],
  visitsNeeded: number,
  rules: IncomeRuleSet,
): Criterion {
  const [now] = visits;
  const income = householdIncome(now.at, householdId, rules);
  const asked = visits.slice(0, visitsNeeded).map((visit) => aboveLine(householdId, visit, rules));
  const firstBelow = asked.findIndex((above) => above !== 'above');
  const inARow = firstBelow < 0 ? asked.length : firstBelow;
  const personsLevel = now.at.level(householdId, 'persons');
  const missing: Indicator[] = [...(numberOf(personsLevel) ? [] : (['persons'] as const)), ...income.missing];
  const behind = [personsLevel, ...countedSources(rules).map((name) => income.bySource[name])];
  const state = asked.includes('notAbove') ? 'notMet' : inARow < visitsNeeded ? 'unknown' : 'met';
  return {
    code: 'income',
    state,
    required: true,
    readings: behind.flatMap((r) => (r ? [refOf(r)] : [])),
    missing: missing.map((indicator) => ({ subjectId: householdId, indicator })),
    turning: turningOf(),
  };

  function turningOf(): Turning | null {
    const { perPerson, persons } = income;
    if (now.line === null) return null;
    if (perPerson === null || persons === null) {
      return {
        kind: 'reading',
        missing: missing.map((indicator) => ({ subjectId: householdId, indicator })),
      };
    }
    const [over, under] = [perPerson - now.line.yuan, now.line.yuan - perPerson];
    if (under >= 0) return { kind: 'income', up: true, by: under, total: under * persons };
    if (state !== 'met') return { kind: 'steady', visits: visitsNeeded - inARow };
    return { kind: 'income', up: false, by: over, total: over * persons };
  }
}
