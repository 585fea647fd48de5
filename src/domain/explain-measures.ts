import { halfMeanDifference, groupsOf, meanOver } from './distribution.ts';
import {
  endsOf,
  householdSubject,
  readingsAt,
  type Looked,
  type LookedEnd,
  type Told,
} from './explain-parts.ts';
import { gradesOf } from './figure.ts';
import type { IncomeMeasure } from './figure-code.ts';
import type { ExplainedFigure, FigureTerm } from './figure-explanation.ts';
import type { Household } from './household.ts';
import { countedSources } from './income-rules.ts';
import { householdIncome } from './income.ts';
import type { Indicator } from './indicator.ts';
import { fgt, gini, WATTS_FLOOR } from './poverty-measures.ts';
import { numberOf } from './reading.ts';
import { incomePovertyAt } from './village-measures.ts';

/** A share of 1 is told in percent; an index has no unit. */
const inPercent = new Set<IncomeMeasure>(['headcount', 'gap']);

interface Seen {
  h: Household;
  income: number;
  persons: number;
}
type TermAt = Pick<FigureTerm, 'term' | 'unit'> & { value: number | null };

/** Households with persons whose income is known. */
const knownAt = ({ at, households, rules }: LookedEnd): Seen[] =>
  households.flatMap((h) => {
    const { perPerson, persons } = householdIncome(at, h.id, rules.income);
    return perPerson === null || persons === null ? [] : [{ h, income: perPerson, persons }];
  });

const belowIn = (seen: readonly Seen[], { rules: { line } }: LookedEnd): Seen[] =>
  line ? seen.filter(({ income }) => income < line.yuan) : [];

/** What one household adds to the sum that is divided by the persons; its income where nothing is summed up. */
function addsOf(
  code: IncomeMeasure,
  { income, persons }: Seen,
  { rules: { line } }: LookedEnd,
): number | null {
  if (code === 'gini') return income;
  if (!line) return null;
  if (code === 'senHandbook' || code === 'sen1976') return income;
  if (income >= line.yuan) return 0;
  const gap = (line.yuan - income) / line.yuan;
  if (code === 'headcount') return persons;
  if (code === 'gap') return persons * gap;
  if (code === 'severity') return persons * gap * gap;
  const counted = code === 'watts' ? income : Math.max(income, WATTS_FLOOR * line.yuan);
  return counted > 0 ? persons * Math.log(line.yuan / counted) : null;
}

const sums: Partial<Record<IncomeMeasure, Pick<FigureTerm, 'term' | 'unit'>>> = {
  headcount: { term: 'belowLine', unit: 'person' },
  gap: { term: 'gapSum', unit: 'index' },
  severity: { term: 'squaredGapSum', unit: 'index' },
  watts: { term: 'logSum', unit: 'index' },
  wattsBottomCoded: { term: 'logSum', unit: 'index' },
};

/** What stands in the formula at one visit. */
function termsAt(code: IncomeMeasure, end: LookedEnd): TermAt[] {
  const seen = knownAt(end);
  const { line } = end.rules;
  const poor = belowIn(seen, end);
  const spread = (list: readonly Seen[]) => ({
    incomes: list.map((one) => one.income),
    weights: list.map((one) => one.persons),
  });
  const persons = (list: readonly Seen[]) => list.reduce((sum, one) => sum + one.persons, 0);
  const base: TermAt = { term: 'measuredPersons', unit: 'person', value: persons(seen) };
  if (code === 'gini') {
    const groups = groupsOf(spread(seen));
    const known = groups.length > 0;
    return [
      { term: 'halfMeanDifference', unit: 'yuan', value: known ? halfMeanDifference(groups) : null },
      { term: 'meanIncome', unit: 'yuan', value: known ? meanOver(groups, (g) => g.income) : null },
      base,
    ];
  }
  const lineTerm: TermAt = { term: 'line', unit: 'yuan', value: line?.yuan ?? null };
  const sum = sums[code];
  if (sum) {
    const added = seen.map((one) => addsOf(code, one, end));
    const value =
      added.some((one) => one === null) || !line
        ? null
        : added.reduce<number>((all, one) => all + (one ?? 0), 0);
    const raised: TermAt[] =
      code === 'wattsBottomCoded'
        ? [
            {
              term: 'raised',
              unit: 'person',
              value: incomePovertyAt(end.at, end.households, end.rules).wattsBottomCoded.raised,
            },
          ]
        : [];
    return [{ ...sum, value }, base, lineTerm, ...raised];
  }
  const poverty = line && { ...spread(seen), line: line.yuan };
  const ofPoor = line && poor.length > 0 ? { ...spread(poor), line: line.yuan } : null;
  const headcount: TermAt = {
    term: 'headcount',
    unit: 'index',
    value: poverty && fgt({ ...poverty, alpha: 0 }),
  };
  const poorGini: TermAt = { term: 'poorGini', unit: 'index', value: ofPoor && gini(ofPoor) };
  return code === 'senHandbook'
    ? [
        headcount,
        { term: 'gap', unit: 'index', value: poverty && fgt({ ...poverty, alpha: 1 }) },
        poorGini,
        base,
        lineTerm,
      ]
    : [
        headcount,
        { term: 'meanPoorGap', unit: 'index', value: ofPoor && fgt({ ...ofPoor, alpha: 1 }) },
        poorGini,
        { term: 'belowLine', unit: 'person', value: line && persons(poor) },
        base,
        lineTerm,
      ];
}

/** A measure of poverty by income at each visit, over the persons whose income is known then. */
export function explainMeasure(code: IncomeMeasure, looked: Looked): Told {
  const { from, to } = endsOf(looked);
  const scale = inPercent.has(code) ? 100 : 1;
  const figureAt = (end: LookedEnd): ExplainedFigure => {
    const found = incomePovertyAt(end.at, end.households, end.rules);
    const value = code === 'wattsBottomCoded' ? found.wattsBottomCoded.value : found[code];
    const bounds = code === 'headcount' ? found.headcountRange : null;
    return {
      value: value === null ? null : scale * value,
      range: bounds && { low: scale * bounds.low, high: scale * bounds.high },
      unit: scale === 100 ? 'percent' : 'index',
      known: found.persons,
      of: found.persons + found.personsUnknown,
      countedIn: 'person',
      evidence: gradesOf(
        knownAt(end).flatMap(({ h }) => namesAt(end).map((name) => end.at.level(h.id, name))),
      ),
    };
  };
  const [termsFrom, termsTo] = [from && termsAt(code, from), termsAt(code, to)];
  const seenThen = new Map(from && knownAt(from).map((one) => [one.h, one]));
  const seenNow = new Map(knownAt(to).map((one) => [one.h, one]));
  const inIt = (end: LookedEnd | null, seen: ReadonlyMap<Household, Seen>): Seen[] =>
    end === null ? [] : code === 'gini' ? [...seen.values()] : belowIn([...seen.values()], end);
  const counted = new Set([...inIt(from, seenThen), ...inIt(to, seenNow)].map(({ h }) => h));
  const adds = (end: LookedEnd | null, one: Seen | undefined) => (end && one ? addsOf(code, one, end) : null);
  const names = [...new Set([...(from ? namesAt(from) : []), ...namesAt(to)])];
  const [inBefore, inAfter] = [new Set(looked.before), new Set(looked.after)];
  return {
    figure: { from: from && figureAt(from), to: figureAt(to) },
    terms: termsTo.map(({ term, unit, value }, at) => ({
      term,
      unit,
      from: termsFrom?.[at]?.value ?? null,
      to: value,
    })),
    partUnit: sums[code]?.unit ?? 'yuan',
    parts: looked.all
      .filter((h) => counted.has(h))
      .map((h) => ({
        subject: householdSubject(h),
        from: adds(from, seenThen.get(h)),
        to: adds(to, seenNow.get(h)),
        readings: readingsAt(looked, h.id, names),
        verdict: null,
      })),
    unknown: looked.all
      .map((h) => ({
        subject: householdSubject(h),
        from: from && inBefore.has(h) ? missingAt(from, h) : [],
        to: inAfter.has(h) ? missingAt(to, h) : [],
      }))
      .filter((one) => one.from.length > 0 || one.to.length > 0),
  };
}

const namesAt = ({ rules }: LookedEnd): Indicator[] => [...countedSources(rules.income), 'persons'];

/** What nobody knows of a household's income. A household of 0 persons weighs nothing, so nothing of it is missing. */
function missingAt(end: LookedEnd, { id }: Household): Indicator[] {
  if (numberOf(end.at.level(id, 'persons')) === 0) return [];
  return namesAt(end).filter((name) => numberOf(end.at.level(id, name)) === null);
}
