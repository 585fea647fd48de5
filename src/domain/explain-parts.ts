import { changeBetween, type Snapshot } from './change.ts';
import type {
  ExplainedFigure,
  FigurePart,
  FigureSubject,
  FigureTerm,
  FigureUnknown,
} from './figure-explanation.ts';
import type { Household } from './household.ts';
import type { Indicator, Unit } from './indicator.ts';
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
}

/** What each kind of figure tells of itself. */
export interface Told {
  figure: { from: ExplainedFigure | null; to: ExplainedFigure };
  terms: FigureTerm[];
  partUnit: Unit;
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
