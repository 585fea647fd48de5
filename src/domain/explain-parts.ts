import { changeBetween, type Snapshot } from './change.ts';
import type { DeprivationRule } from './deprivation-rules.ts';
import type {
  ExplainedFigure,
  FigurePart,
  FigureRules,
  FigureSubject,
  FigureTerm,
  FigureUnit,
  FigureUnknown,
} from './figure-explanation.ts';
import type { Household } from './household.ts';
import type { Indicator } from './indicator.ts';
import type { VillageRecord } from './village-record.ts';
import type { Visit } from './visit.ts';

/** What a figure is explained from: a village at two visits, or at one. */
export interface Looked {
  record: VillageRecord;
  from: Visit | null;
  to: Visit;
  earlier: Snapshot | null;
  now: Snapshot;
  /** In the register at each visit. */
  before: Household[];
  after: Household[];
  /** In it at either. */
  all: Household[];
  /** By which incomes are measured at each visit, and how guarantees are counted together. */
  rules: { from: FigureRules | null; to: FigureRules };
  cutoff: DeprivationRule;
}

/** One end of it. */
export interface LookedEnd {
  at: Snapshot;
  /** In the register then. */
  households: readonly Household[];
  rules: FigureRules;
}

/** Both ends; the first is null where there was one visit alone. */
export function endsOf(looked: Looked): { from: LookedEnd | null; to: LookedEnd } {
  const { earlier, now, before, after, rules } = looked;
  return {
    from: earlier && rules.from && { at: earlier, households: before, rules: rules.from },
    to: { at: now, households: after, rules: rules.to },
  };
}

/** What each kind of figure tells of itself. */
export interface Told {
  figure: { from: ExplainedFigure | null; to: ExplainedFigure };
  terms: FigureTerm[];
  partUnit: FigureUnit;
  parts: FigurePart[];
  unknown: FigureUnknown[];
}

export const householdSubject = ({ id, head, number }: Household): FigureSubject => ({
  kind: 'household',
  id,
  name: head,
  number,
});

/** The readings of some indicators at both visits; at one visit alone there is nothing before. */
export function readingsAt(
  { earlier, now }: Pick<Looked, 'earlier' | 'now'>,
  subjectId: string,
  names: readonly Indicator[],
): FigurePart['readings'] {
  return names.map((name) => {
    const { from, to } = changeBetween(earlier ?? now, now, subjectId, name);
    return { indicator: name, from: earlier ? from : null, to };
  });
}
