import { snapshotOf } from './change.ts';
import type { Day } from './day.ts';
import type { HouseholdExitAnswer, JudgedBy, VillageExitAnswer } from './exit-answer.ts';
import { exitRuleOn, householdExitRules, villageExitRules } from './exit-rules.ts';
import type { ExitVerdict } from './exit-verdict.ts';
import { householdExit, type Judged } from './household-exit.ts';
import { isInRegister } from './household.ts';
import { incidenceAt, statusAt } from './incidence.ts';
import { placeOf } from './place.ts';
import { lineOn } from './poverty-line.ts';
import { procedureState, stepsOf } from './procedure.ts';
import { householdRefOf } from './records.ts';
import { incomeRuleChosen, type RuleChoice } from './rule-choice.ts';
import { villageExit } from './village-exit.ts';
import { visitsInOrder, type VillageRecord } from './village-record.ts';
import type { Visit } from './visit.ts';

/** Of a village as much as a verdict needs. */
type Judgeable = Pick<VillageRecord, 'village' | 'visits' | 'readings' | 'households' | 'steps'>;

/** What judges at one visit, by the rules that hold there then. */
function judgeAt(record: Judgeable, at: Visit | null, today: Day, asked: RuleChoice) {
  const place = placeOf(record.village);
  const on = at?.on ?? today;
  const series = asked.series ?? 'national';
  const incomeRule = incomeRuleChosen(asked.income);
  const householdRule = exitRuleOn(householdExitRules, on, place);
  const villageRule = exitRuleOn(villageExitRules, on, place);
  const judged = (visit: Visit | Day): Judged => ({
    at: snapshotOf(record, visit),
    line: lineOn(typeof visit === 'string' ? visit : visit.on, place, series),
  });
  const now = judged(at ?? on);
  const visits = visitsInOrder(record);
  const before = at
    ? visits
        .slice(
          0,
          visits.findIndex((v) => v.id === at.id),
        )
        .toReversed()
    : [];
  const earlier = before.slice(0, (householdRule?.incomeVisits ?? 1) - 1).map(judged);
  const inRegister = record.households.filter((h) => isInRegister(h, on));
  const by: JudgedBy = {
    visitId: at?.id ?? null,
    on,
    householdRule,
    villageRule,
    line: now.line,
    series,
    incomeRule,
  };
  return {
    by,
    inRegister,
    incidence: () => incidenceAt(now.at, record.village.id, inRegister),
    statusOf: (householdId: string) => statusAt(now.at, householdId),
    household: (householdId: string): ExitVerdict | null =>
      householdRule && householdExit(householdId, [now, ...earlier], householdRule, incomeRule),
    village: (): ExitVerdict | null =>
      villageRule && villageExit(record.village.id, now.at, inRegister, villageRule),
  };
}

/** Is the village ready, and which of its households? At a visit, or today where there is none. */
export function villageExitAt(
  record: Judgeable,
  at: Visit | null,
  today: Day,
  asked: RuleChoice,
): VillageExitAnswer {
  const judge = judgeAt(record, at, today, asked);
  const within = judge.inRegister.map((household) => ({ household, status: judge.statusOf(household.id) }));
  return {
    village: record.village,
    judgedBy: judge.by,
    verdict: judge.village(),
    incidence: judge.incidence(),
    households: within
      .filter((one) => one.status !== 'out')
      .map(({ household, status }) => {
        const { done, next, refused } = procedureState(record.steps, household.id, today);
        return {
          household: householdRefOf(household),
          status,
          verdict: judge.household(household.id),
          procedure: {
            done: done.length,
            next,
            lastOn: (done.at(-1) ?? refused)?.on ?? null,
            refused: refused !== null,
          },
        };
      }),
    out: within.filter((one) => one.status === 'out').length,
  };
}

/** Is this household ready, and what was done about it? For this its own readings and steps are enough. */
export function householdExitAt(
  record: Judgeable,
  householdId: string,
  at: Visit | null,
  today: Day,
  asked: RuleChoice,
): HouseholdExitAnswer {
  const judge = judgeAt(record, at, today, asked);
  return {
    householdId,
    village: record.village,
    judgedBy: judge.by,
    status: judge.statusOf(householdId),
    verdict: judge.household(householdId),
    steps: stepsOf(record.steps, householdId),
  };
}
