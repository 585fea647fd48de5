import { snapshotOf } from './change.ts';
import type { Day } from './day.ts';
import { explainCommitments } from './explain-commitments.ts';
import { explainDeprivation } from './explain-deprivation.ts';
import { explainGuarantees } from './explain-guarantees.ts';
import { explainIncome } from './explain-income.ts';
import { explainMeasure } from './explain-measures.ts';
import { explainPoor } from './explain-poor.ts';
import { guaranteeMeasures, incomeMeasures, type FigureCode } from './figure-code.ts';
import type { Looked, Told } from './explain-parts.ts';
import { MOST_PARTS, type FigureExplanation, type FigureRules } from './figure-explanation.ts';
import { isInRegister } from './household.ts';
import { guarantees, incomeSources } from './indicator.ts';
import { placeOf } from './place.ts';
import { cutoffChosen, rulesChosen, type RuleChoice } from './rule-choice.ts';
import { asKnownOn, type VillageRecord } from './village-record.ts';
import type { Visit } from './visit.ts';

const isOneOf = <T extends string>(list: readonly T[], code: string): code is T =>
  list.some((one) => one === code);

function toldOf(code: FigureCode, looked: Looked): Told {
  if (code === 'incidence' || code === 'poorHouseholds') return explainPoor(code, looked);
  if (code === 'meanIncome') return explainIncome(null, looked);
  if (isOneOf(incomeSources, code)) return explainIncome(code, looked);
  if (code === 'guaranteeGaps') return explainGuarantees(guarantees, looked);
  if (isOneOf(guarantees, code)) return explainGuarantees([code], looked);
  if (isOneOf(incomeMeasures, code)) return explainMeasure(code, looked);
  if (isOneOf(guaranteeMeasures, code)) return explainDeprivation(code, looked);
  return explainCommitments(looked);
}

/** What makes a figure another one beside its code and its visits. */
export interface FigureAsked extends RuleChoice {
  /** How it was known on a past day. */
  knownOn?: Day | undefined;
  /** From how many guarantees not met on a household is poor. */
  k?: string | undefined;
}

/**
 * How a figure came to be, from the same rules that compute it. Pure: the same record, visits
 * and question always give the same answer. `from` must not come after `to`.
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
  const rulesOn = (on: Day): FigureRules => ({
    series: asked.series ?? 'national',
    ...rulesChosen(asked, placeOf(record.village), on),
  });
  const rules = { from: from && rulesOn(from.on), to: rulesOn(to.on) };
  const cutoff = cutoffChosen(asked.k);
  const told = toldOf(code, {
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
  });
  const brief = ({ id, on, kind }: Visit) => ({ id, on, kind });
  return {
    code,
    village: { id: record.village.id, name: record.village.name },
    from: from && brief(from),
    to: brief(to),
    knownOn: knownOn ?? null,
    rules: isOneOf(incomeMeasures, code) ? rules : null,
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
