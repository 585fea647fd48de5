import type { Snapshot } from './change.ts';
import { householdSubject, readingsAt, type Looked, type Told } from './explain-parts.ts';
import { gradesOf } from './figure.ts';
import type { ExplainedFigure, FigureRules, FigureTerm } from './figure-explanation.ts';
import type { Household } from './household.ts';
import { countedSources } from './income-rules.ts';
import { householdIncome, incomeSign } from './income.ts';
import type { Indicator } from './indicator.ts';
import { numberOf } from './reading.ts';

/** Income per person of one household, source by source, beside the line. */
export function explainHouseholdIncome(h: Household, looked: Looked): Told {
  const { earlier, now, rules } = looked;
  const sources = countedSources(rules.to.income);
  const names: Indicator[] = [...sources, 'persons'];
  const incomeAt = (at: Snapshot | null, by: FigureRules | null) =>
    at && by && householdIncome(at, h.id, by.income);
  const [then, present] = [incomeAt(earlier, rules.from), householdIncome(now, h.id, rules.to.income)];
  const figureAt = (at: Snapshot, income: typeof present): ExplainedFigure => ({
    value: income.perPerson,
    range: null,
    unit: 'yuan',
    known: sources.length - income.missing.length,
    of: sources.length,
    countedIn: 'incomeSource',
    evidence: gradesOf(names.map((name) => at.level(h.id, name))),
  });
  const term = (
    name: FigureTerm['term'],
    unit: FigureTerm['unit'],
    of: (income: typeof present) => number | null,
  ) => ({
    term: name,
    unit,
    from: then && of(then),
    to: of(present),
  });
  const missing = (at: Snapshot | null) =>
    at ? names.filter((name) => numberOf(at.level(h.id, name)) === null) : [];
  const unknown = { subject: householdSubject(h), from: missing(earlier), to: missing(now) };
  return {
    figure: { from: earlier && then && figureAt(earlier, then), to: figureAt(now, present) },
    terms: [
      ...sources.map((name) =>
        term(name, 'yuan', ({ bySource }) => {
          const yuan = numberOf(bySource[name]);
          // Nothing has no sign.
          return yuan ? incomeSign(name) * yuan : yuan;
        }),
      ),
      term('householdTotal', 'yuan', ({ total }) => total),
      term('householdPersons', 'person', ({ persons }) => persons),
      { term: 'line', unit: 'yuan', from: rules.from?.line?.yuan ?? null, to: rules.to.line?.yuan ?? null },
    ],
    partUnit: 'yuan',
    parts: [
      {
        subject: householdSubject(h),
        from: then?.perPerson ?? null,
        to: present.perPerson,
        readings: readingsAt(looked, h.id, names),
        verdict: null,
      },
    ],
    unknown: unknown.from.length + unknown.to.length > 0 ? [unknown] : [],
  };
}
