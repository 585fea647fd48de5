import { snapshotOf } from './change.ts';
import type { Day } from './day.ts';
import { explainCommitments } from './explain-commitments.ts';
import { explainDeprivation } from './explain-deprivation.ts';
import { explainGuarantees } from './explain-guarantees.ts';
import { explainIncome } from './explain-income.ts';
import { explainHouseholdIncome } from './explain-household.ts';
import { explainMeasure } from './explain-measures.ts';
import { explainMoves, explainShorrocks } from './explain-moves.ts';
import { explainPoor } from './explain-poor.ts';
import { explainUnknown } from './explain-unknown.ts';
import { explainWhy } from './explain-why.ts';
import {
  guaranteeMeasures,
  incomeMeasures,
  moveOf,
  unknownCodes,
  whyOf,
  type FigureCode,
} from './figure-code.ts';
import { householdSubject, type Looked, type Told } from './explain-parts.ts';
import { MOST_PARTS, type FigureExplanation } from './figure-explanation.ts';
import { isInRegister, type Household } from './household.ts';
import { guarantees, incomeSources } from './indicator.ts';
import { moveGroups } from './mobility.ts';
import { cutoffChosen, type RuleChoice } from './rule-choice.ts';
import { asKnownOn, type VillageRecord } from './village-record.ts';
import type { Visit } from './visit.ts';
import { rulesOf } from './why-answer.ts';

const isOneOf = <T extends string>(list: readonly T[], code: string): code is T =>
  list.some((one) => one === code);

function toldOf(code: FigureCode, looked: Looked, household: Household | null): Told {
  if (code === 'incidence' || code === 'poorPersons' || code === 'poorHouseholds')
    return explainPoor(code, looked);
  if (code === 'meanIncome') return explainIncome(null, looked);
  if (isOneOf(incomeSources, code)) return explainIncome(code, looked);
  if (code === 'guaranteeGaps') return explainGuarantees(guarantees, looked);
  if (isOneOf(guarantees, code)) return explainGuarantees([code], looked);
  if (isOneOf(unknownCodes, code)) return explainUnknown(code, looked);
  if (isOneOf(incomeMeasures, code)) return explainMeasure(code, looked);
  if (isOneOf(guaranteeMeasures, code)) return explainDeprivation(code, looked);
  if (isOneOf(moveGroups, code)) return explainMoves(code, looked);
  if (code === 'shorrocks') return explainShorrocks(looked);
  const [cell, why] = [moveOf(code), whyOf(code)];
  if (cell) return explainMoves(cell, looked);
  if (why) return explainWhy(why, looked);
  if (code !== 'householdIncome') return explainCommitments(looked);
  if (!household) throw new RangeError('it is not said of which household');
  return explainHouseholdIncome(household, looked);
}

/** Whether a figure is measured by a line or by what counts as income. */
function isByRules(code: FigureCode): boolean {
  const what = whyOf(code)?.what;
  return (
    isOneOf(incomeMeasures, code) ||
    code === 'householdIncome' ||
    what === 'poorByIncome' ||
    what === 'meanIncome'
  );
}

/** What makes a figure another one beside its code and its visits. */
export interface FigureAsked extends RuleChoice {
  /** How it was known on a past day. */
  knownOn?: Day | undefined;
  /** From how many guarantees not met on a household is poor. */
  k?: string | undefined;
  /** Those of the first visit, where they are others: of why a level changed alone. */
  seriesFrom?: RuleChoice['series'];
  incomeFrom?: RuleChoice['income'];
  /** Of whom it is, where it is of a household. */
  householdId?: string | undefined;
}

/**
 * How a figure came to be, from the same rules that compute it. Pure: the same record, visits
 * and question always give the same answer. `from` must not come after `to`. Throws a RangeError
 * where the figure is of a household and none of that id is in the village.
 */
export function explainFigure(
  whole: VillageRecord,
  code: FigureCode,
  from: Visit | null,
  to: Visit,
  asked: FigureAsked = {},
): FigureExplanation {
  const { knownOn } = asked;
  const record = asKnownOn(whole, knownOn);
  const before = from ? record.households.filter((h) => isInRegister(h, from.on)) : [];
  const after = record.households.filter((h) => isInRegister(h, to.on));
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const same = { series: asked.series, income: asked.income };
  const chosen = whyOf(code) ? rulesOf(record, from ?? to, to, asked) : rulesOf(record, from ?? to, to, same);
  const rules = { from: from && chosen.from, to: chosen.to };
  const household =
    code === 'householdIncome' ? (record.households.find((h) => h.id === asked.householdId) ?? null) : null;
  const cutoff = cutoffChosen(asked.k);
  const told = toldOf(
    code,
    {
      record,
      from,
      to,
      earlier: from && snapshotOf(record, from),
      now: snapshotOf(record, to),
      before,
      after,
      all: record.households.filter((h) => inBefore.has(h) || inAfter.has(h)),
      rules,
      cutoff,
    },
    household,
  );
  const brief = ({ id, on, kind }: Visit) => ({ id, on, kind });
  return {
    code,
    village: { id: record.village.id, name: record.village.name },
    household: household && householdSubject(household),
    from: from && brief(from),
    to: brief(to),
    knownOn: knownOn ?? null,
    rules: isByRules(code) ? rules : null,
    deprivationRule: isOneOf(guaranteeMeasures, code) ? cutoff : null,
    figure: told.figure,
    terms: told.terms,
    partUnit: told.partUnit,
    parts: told.parts.slice(0, MOST_PARTS),
    partsOf: told.parts.length,
    unknown: told.unknown.slice(0, MOST_PARTS),
    unknownOf: told.unknown.length,
  };
}
