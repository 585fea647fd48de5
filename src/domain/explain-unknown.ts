import type { Snapshot } from './change.ts';
import { householdSubject, readingsAt, type Looked, type Told } from './explain-parts.ts';
import type { ExplainedFigure, FigureTerm } from './figure-explanation.ts';
import type { UnknownCode } from './figure-code.ts';
import { gradesOf } from './figure.ts';
import type { Household } from './household.ts';
import { isPoor, statusAt } from './incidence.ts';
import { guarantees, UNKNOWN, type Indicator } from './indicator.ts';
import { codeOf, numberOf } from './reading.ts';

/** What is asked of a household, and which of it nobody knows. */
interface Asked {
  names: readonly Indicator[];
  unknown: readonly Indicator[];
}

function askedOf(code: UnknownCode, at: Snapshot, { id }: Household): Asked {
  const status = statusAt(at, id);
  switch (code) {
    case 'statusUnknown':
      return { names: ['status'], unknown: status === 'unknown' ? ['status'] : [] };
    case 'personsUnknown':
      if (!isPoor(status)) return { names: [], unknown: [] };
      return {
        names: ['persons'],
        unknown: numberOf(at.level(id, 'persons')) === null ? ['persons'] : [],
      };
    case 'guaranteesUnknown':
      return {
        names: guarantees,
        unknown: guarantees.filter((name) => codeOf(at.level(id, name)) === UNKNOWN),
      };
  }
}

/** How much nobody knows: of which households, and what of each. */
export function explainUnknown(code: UnknownCode, looked: Looked): Told {
  const { earlier, now, before, after, all } = looked;
  const isOfGuarantees = code === 'guaranteesUnknown';
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const missing = (at: Snapshot | null, h: Household, present: Set<Household>): readonly Indicator[] =>
    at && present.has(h) ? askedOf(code, at, h).unknown : [];
  const figureAt = (at: Snapshot, households: readonly Household[]): ExplainedFigure => {
    const asked = households.map((h) => ({ h, ...askedOf(code, at, h) }));
    const of = asked.reduce((sum, { names }) => sum + names.length, 0);
    const value = asked.reduce((sum, { unknown }) => sum + unknown.length, 0);
    return {
      value,
      range: null,
      unit: isOfGuarantees ? 'none' : 'household',
      known: of - value,
      of,
      countedIn: isOfGuarantees ? 'guarantee' : 'household',
      evidence: gradesOf(asked.flatMap(({ h, names }) => names.map((name) => at.level(h.id, name)))),
    };
  };
  const found = all
    .map((h) => ({ h, from: missing(earlier, h, inBefore), to: missing(now, h, inAfter) }))
    .filter((one) => one.from.length + one.to.length > 0);
  const [from, to] = [earlier && figureAt(earlier, before), figureAt(now, after)];
  const households = (end: 'from' | 'to') => found.filter((one) => one[end].length > 0).length;
  const concerned: FigureTerm[] = isOfGuarantees
    ? [
        {
          term: 'unsureHouseholds',
          unit: 'household',
          from: earlier && households('from'),
          to: households('to'),
        },
      ]
    : [];
  return {
    figure: { from, to },
    terms: [{ term: code, unit: to.unit, from: from?.value ?? null, to: to.value }, ...concerned],
    partUnit: to.unit,
    parts: found.map((one) => ({
      subject: householdSubject(one.h),
      from: earlier && inBefore.has(one.h) ? one.from.length : null,
      to: inAfter.has(one.h) ? one.to.length : null,
      readings: readingsAt(looked, one.h.id, [...new Set([...one.from, ...one.to])]),
      verdict: null,
    })),
    unknown: found.map((one) => ({
      subject: householdSubject(one.h),
      from: [...one.from],
      to: [...one.to],
    })),
  };
}
