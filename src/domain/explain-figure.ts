import { snapshotOf } from './change.ts';
import type { Day } from './day.ts';
import { explainCommitments } from './explain-commitments.ts';
import { explainGuarantees } from './explain-guarantees.ts';
import { explainIncome } from './explain-income.ts';
import { explainPoor } from './explain-poor.ts';
import type { FigureCode } from './figure-code.ts';
import type { Looked, Told } from './explain-parts.ts';
import { MOST_PARTS, type FigureExplanation } from './figure-explanation.ts';
import { isInRegister } from './household.ts';
import { guarantees, incomeSources } from './indicator.ts';
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
  return explainCommitments(looked);
}

/**
 * How a figure came to be, from the same rules that compute it. Pure: the same record, visits
 * and `knownOn` always give the same answer. `from` must not come after `to`.
 */
export function explainFigure(
  whole: VillageRecord,
  code: FigureCode,
  from: Visit | null,
  to: Visit,
  knownOn?: Day,
): FigureExplanation {
  const record = asKnownOn(whole, knownOn);
  const before = from ? record.households.filter((h) => isInRegister(h, from.on)) : [];
  const after = record.households.filter((h) => isInRegister(h, to.on));
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const told = toldOf(code, {
    record,
    from,
    to,
    earlier: from && snapshotOf(record, from),
    now: snapshotOf(record, to),
    before,
    after,
    all: record.households.filter((h) => inBefore.has(h) || inAfter.has(h)),
  });
  const brief = ({ id, on, kind }: Visit) => ({ id, on, kind });
  return {
    code,
    village: { id: record.village.id, name: record.village.name },
    from: from && brief(from),
    to: brief(to),
    knownOn: knownOn ?? null,
    figure: told.figure,
    terms: told.terms,
    partUnit: told.partUnit,
    parts: told.parts.slice(0, MOST_PARTS),
    partsOf: told.parts.length,
    unknown: told.unknown.slice(0, MOST_PARTS),
    unknownOf: told.unknown.length,
  };
}
