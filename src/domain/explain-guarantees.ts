import type { Snapshot } from './change.ts';
import { householdSubject, readingsAt, type Looked, type Told } from './explain-parts.ts';
import { gradesOf } from './figure.ts';
import type { ExplainedFigure } from './figure-explanation.ts';
import type { Household } from './household.ts';
import { UNKNOWN, type Guarantee } from './indicator.ts';
import { codeOf } from './reading.ts';

/** How often some guarantees are not met: once for each guarantee and household. */
export function explainGuarantees(names: readonly Guarantee[], looked: Looked): Told {
  const { earlier, now, before, after, all } = looked;
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const inState = (at: Snapshot, h: Household, state: string): Guarantee[] =>
    names.filter((name) => codeOf(at.level(h.id, name)) === state);
  const figureAt = (at: Snapshot, households: readonly Household[]): ExplainedFigure => {
    const count = (state: string) => households.reduce((sum, h) => sum + inState(at, h, state).length, 0);
    const cells = households.length * names.length;
    const readings = households.flatMap((h) => names.map((name) => at.level(h.id, name)));
    return {
      value: cells > count(UNKNOWN) || cells === 0 ? count('notMet') : null,
      range: null,
      unit: names.length === 1 ? 'household' : 'none',
      known: cells - count(UNKNOWN),
      of: cells,
      countedIn: names.length === 1 ? 'household' : 'guarantee',
      evidence: gradesOf(readings),
    };
  };
  const gaps = (at: Snapshot | null, h: Household, present: Set<Household>): Guarantee[] =>
    at && present.has(h) ? inState(at, h, 'notMet') : [];
  const unknown = (at: Snapshot | null, h: Household, present: Set<Household>): Guarantee[] =>
    at && present.has(h) ? inState(at, h, UNKNOWN) : [];
  const [from, to] = [earlier && figureAt(earlier, before), figureAt(now, after)];
  return {
    figure: { from, to },
    terms: [{ term: 'notMet', unit: to.unit, from: from?.value ?? null, to: to.value }],
    partUnit: 'none',
    parts: all.flatMap((h) => {
      const [gapsThen, gapsNow] = [gaps(earlier, h, inBefore), gaps(now, h, inAfter)];
      if (gapsThen.length + gapsNow.length === 0) return [];
      const shown = names.filter((name) => gapsThen.includes(name) || gapsNow.includes(name));
      return [
        {
          subject: householdSubject(h),
          from: earlier && inBefore.has(h) ? gapsThen.length : null,
          to: inAfter.has(h) ? gapsNow.length : null,
          readings: readingsAt(looked, h.id, shown),
          verdict: null,
        },
      ];
    }),
    unknown: all
      .map((h) => ({
        subject: householdSubject(h),
        from: unknown(earlier, h, inBefore),
        to: unknown(now, h, inAfter),
      }))
      .filter((one) => one.from.length > 0 || one.to.length > 0),
  };
}
