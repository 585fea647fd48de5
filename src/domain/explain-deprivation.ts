import {
  endsOf,
  householdSubject,
  readingsAt,
  type Looked,
  type LookedEnd,
  type Told,
} from './explain-parts.ts';
import { gradesOf } from './figure.ts';
import { indexMeasures, shareMeasures, type GuaranteeMeasure } from './figure-code.ts';
import type { ExplainedFigure, FigureTerm } from './figure-explanation.ts';
import type { Household } from './household.ts';
import { guarantees, UNKNOWN, type Guarantee } from './indicator.ts';
import { codeOf, numberOf } from './reading.ts';
import { guaranteePovertyAt, type GuaranteePoverty } from './village-measures.ts';

/** One end with what was found at it. */
interface Found extends LookedEnd {
  poverty: GuaranteePoverty;
  poor: ReadonlySet<string>;
}

type Measure =
  | { name: (typeof indexMeasures)[number]; guarantee: null }
  | { name: (typeof shareMeasures)[number]; guarantee: Guarantee };

/** Which measure it is, and of which guarantee where it is of one. */
function measureOf(code: GuaranteeMeasure): Measure {
  const index = indexMeasures.find((name) => name === code);
  if (index) return { name: index, guarantee: null };
  const shares = shareMeasures.flatMap((name) => guarantees.map((guarantee) => ({ name, guarantee })));
  const share = shares.find(({ name, guarantee }) => code === `${name}.${guarantee}`);
  if (!share) throw new RangeError(`${code} is no measure over the guarantees`);
  return share;
}

/**
 * The Alkire–Foster index at each visit, or what one guarantee has in it. Terms and parts hold
 * what is certain; the figure's range says how far the unknowns may take it.
 */
export function explainDeprivation(code: GuaranteeMeasure, looked: Looked): Told {
  const measure = measureOf(code);
  const { name, guarantee } = measure;
  const { weights } = looked.cutoff;
  const ends = endsOf(looked);
  const foundAt = (end: LookedEnd): Found => {
    const poverty = guaranteePovertyAt(end.at, end.households, looked.cutoff);
    return { ...end, poverty, poor: new Set(poverty.poorIds) };
  };
  const from = ends.from && foundAt(ends.from);
  const to = foundAt(ends.to);
  const names = guarantee ? [guarantee] : guarantees;
  const allWeight = guarantees.reduce((sum, one) => sum + weights[one], 0);
  const personsOf = ({ at }: Found, h: Household) => numberOf(at.level(h.id, 'persons'));
  const lacks = ({ at }: Found, h: Household) =>
    names.filter((one) => codeOf(at.level(h.id, one)) === 'notMet');
  const share = (lacked: readonly Guarantee[]) =>
    lacked.reduce((sum, one) => sum + weights[one], 0) / allWeight;

  /** What a household adds for certain; null where it is not there or its persons are not known. */
  const adds = (end: Found | null, h: Household, present: ReadonlySet<Household>): number | null => {
    const persons = end && present.has(h) ? personsOf(end, h) : null;
    if (!end || persons === null) return null;
    const lacked = lacks(end, h);
    if (name === 'uncensored') return lacked.length > 0 ? persons : 0;
    if (!end.poor.has(h.id)) return 0;
    if (name === 'H') return persons;
    if (name === 'censored') return lacked.length > 0 ? persons : 0;
    return persons * share(lacked);
  };

  const figureAt = ({ at, households, poverty }: Found): ExplainedFigure => {
    const { value, range } =
      measure.guarantee === null ? poverty[measure.name] : poverty[measure.name][measure.guarantee];
    const scale = name === 'M0' ? 1 : 100;
    return {
      value: value === null ? null : scale * value,
      range: range && { low: scale * range.low, high: scale * range.high },
      unit: scale === 1 ? 'index' : 'percent',
      known:
        households.length -
        poverty.uncountedIds.length -
        (guarantee ? unknownOf(guarantee) : poverty.perhapsIds.length),
      of: households.length,
      countedIn: 'household',
      evidence: gradesOf(
        households.flatMap((h) => ['persons' as const, ...names].map((one) => at.level(h.id, one))),
      ),
    };

    function unknownOf(one: Guarantee): number {
      const uncounted = new Set(poverty.uncountedIds);
      return households.filter((h) => !uncounted.has(h.id) && codeOf(at.level(h.id, one)) === UNKNOWN).length;
    }
  };

  const [inBefore, inAfter] = [new Set(looked.before), new Set(looked.after)];
  const termsAt = (end: Found | null, present: ReadonlySet<Household>): Omit<FigureTerm, 'from'>[] => {
    const sum = (of: (h: Household) => number | null) =>
      end ? end.households.reduce((all, h) => all + (of(h) ?? 0), 0) : null;
    const added = sum((h) => adds(end, h, present));
    const poor = sum((h) => (end?.poor.has(h.id) ? personsOf(end, h) : 0));
    const perhaps = new Set(end?.poverty.perhapsIds);
    const all = { term: 'measuredPersons', unit: 'person', to: end?.poverty.persons ?? null } as const;
    const k = { term: 'cutoff', unit: 'index', to: looked.cutoff.k } as const;
    if (name === 'H') {
      return [
        { term: 'poorByGuarantees', unit: 'person', to: added },
        {
          term: 'perhapsPoor',
          unit: 'person',
          to: sum((h) => (end && perhaps.has(h.id) ? personsOf(end, h) : 0)),
        },
        all,
        k,
      ];
    }
    if (name === 'A')
      return [
        { term: 'scoreSum', unit: 'index', to: added },
        { term: 'poorByGuarantees', unit: 'person', to: poor },
        k,
      ];
    if (name === 'M0') return [{ term: 'scoreSum', unit: 'index', to: added }, all, k];
    if (name === 'contributions') {
      const M0 = end?.poverty.M0.range?.low ?? null;
      return [{ term: 'scoreSum', unit: 'index', to: added }, all, { term: 'M0', unit: 'index', to: M0 }, k];
    }
    return [{ term: 'lacking', unit: 'person', to: added }, all, ...(name === 'censored' ? [k] : [])];
  };
  const termsFrom = termsAt(from, inBefore);

  const missing = (end: Found | null, h: Household, present: ReadonlySet<Household>) => {
    if (!end || !present.has(h)) return [];
    const persons = personsOf(end, h);
    if (persons === 0) return [];
    return [
      ...(persons === null ? (['persons'] as const) : []),
      ...names.filter((one) => codeOf(end.at.level(h.id, one)) === UNKNOWN),
    ];
  };
  return {
    figure: { from: from && figureAt(from), to: figureAt(to) },
    terms: termsAt(to, inAfter).map((term, at) => ({
      ...term,
      from: from ? (termsFrom[at]?.to ?? null) : null,
    })),
    partUnit: name === 'H' || name === 'uncensored' || name === 'censored' ? 'person' : 'index',
    parts: looked.all.flatMap((h) => {
      const [then, now] = [adds(from, h, inBefore), adds(to, h, inAfter)];
      if (!then && !now) return [];
      const shown = names.filter((one) => [from, to].some((end) => end && lacks(end, h).includes(one)));
      return [
        {
          subject: householdSubject(h),
          from: then,
          to: now,
          readings: readingsAt(looked, h.id, ['persons', ...shown]),
          verdict: null,
        },
      ];
    }),
    unknown: looked.all
      .map((h) => ({
        subject: householdSubject(h),
        from: missing(from, h, inBefore),
        to: missing(to, h, inAfter),
      }))
      .filter((one) => one.from.length > 0 || one.to.length > 0),
  };
}
