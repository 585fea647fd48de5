import type { FigureCode } from './figure-code.ts';
import type { FigureTerm, FigureUnit } from './figure-explanation.ts';
import { isMeasured, isPopulated, sumOver, type VillageInPlace } from './place-measures.ts';

/** The figures of a village that are added up over the villages of a place. */
export const placeFigures = [
  'poorPersons',
  'poorHouseholds',
  'incidence',
  'headcount',
  'gap',
  'severity',
] as const satisfies readonly FigureCode[];
export type PlaceFigure = (typeof placeFigures)[number];

/** Why a village is not in the sum, or not with all of it; each with how many households or persons, where it counts any. */
export const placeGaps = [
  'noVisit',
  'noLine',
  'noIncome',
  'noPopulation',
  'noPersons',
  'incomeUnknown',
  'uncounted',
  'poorUncounted',
  'statusUnknown',
] as const;
export type PlaceGap = (typeof placeGaps)[number];

/** One village in the sum. */
interface PlacePart {
  village: VillageInPlace;
  /** Its own figure. */
  value: number;
  /** What it adds to the sum, or to what stands above the line of the formula. */
  adds: number;
  /** What it adds below it; null where nothing is divided. */
  over: number | null;
}

interface PlaceUnknown {
  village: VillageInPlace;
  gaps: { gap: PlaceGap; n: number }[];
}

/** How a figure over many villages came to be. */
export interface PlaceExplanation {
  value: number | null;
  /** From where to where the unknown may take it; null where nothing bounds it. */
  range: { low: number; high: number } | null;
  terms: { term: FigureTerm['term']; unit: FigureUnit; value: number }[];
  /** The one that adds most first. */
  parts: PlacePart[];
  /** Villages of which it is not known, or not wholly, in order of their places. */
  unknown: PlaceUnknown[];
}

interface Adding {
  /** Null: it is not known of this village. */
  value: (v: VillageInPlace) => number | null;
  adds: (v: VillageInPlace) => number;
  over?: (v: VillageInPlace) => number;
  terms: [above: FigureTerm['term'], unit: FigureUnit, below?: FigureTerm['term']];
  /** What is missing of a visited village. */
  gaps: (v: VillageInPlace) => Partial<Record<PlaceGap, number>>;
}

const ofStatus = ({ statusUnknown }: VillageInPlace) => ({ statusUnknown });
const ofPersons = (v: VillageInPlace) => ({
  ...(v.poorUncounted > 0 && v.poorUncounted === v.poorHouseholds
    ? { noPersons: v.poorUncounted }
    : { poorUncounted: v.poorUncounted }),
  ...ofStatus(v),
});
/** Of a visited village without a poor household, all of them are: there are none. */
export const arePoorPersonsKnown = (v: VillageInPlace): boolean =>
  v.visit !== null && !('noPersons' in ofPersons(v));

const byIncome = (name: 'headcount' | 'gap' | 'severity', term: FigureTerm['term']): Adding => ({
  value: (v) => v[name],
  adds: (v) => (name === 'headcount' ? (v.below ?? 0) : v.persons * (v[name] ?? 0)),
  over: (v) => v.persons,
  terms: [term, name === 'headcount' ? 'person' : 'index', 'measuredPersons'],
  gaps: (v) => ({
    ...(v.lineId === null ? { noLine: 1 } : isMeasured(v) ? {} : { noIncome: 1 }),
    incomeUnknown: v.personsUnknown,
    uncounted: v.uncounted,
  }),
});

const adding: Record<PlaceFigure, Adding> = {
  poorPersons: {
    value: (v) => (arePoorPersonsKnown(v) ? v.poorPersons : null),
    adds: (v) => v.poorPersons,
    terms: ['poorPersons', 'person'],
    gaps: ofPersons,
  },
  poorHouseholds: {
    value: (v) => v.poorHouseholds,
    adds: (v) => v.poorHouseholds,
    terms: ['poorHouseholds', 'household'],
    gaps: ofStatus,
  },
  incidence: {
    value: (v) => (isPopulated(v) && v.population ? (100 * v.poorPersons) / v.population : null),
    adds: (v) => v.poorPersons,
    over: (v) => v.population ?? 0,
    terms: ['poorPersons', 'person', 'ruralPopulation'],
    gaps: (v) => ({ ...(v.population ? {} : { noPopulation: 1 }), ...ofPersons(v) }),
  },
  headcount: byIncome('headcount', 'belowLine'),
  gap: byIncome('gap', 'gapSum'),
  severity: byIncome('severity', 'squaredGapSum'),
};

/** Which villages make a figure of a place, what each adds to it, and of which it is not known. */
export function explainPlace(villages: readonly VillageInPlace[], code: PlaceFigure): PlaceExplanation {
  const how = adding[code];
  const sum = sumOver(villages);
  const parts = villages.flatMap((village): PlacePart[] => {
    const value = village.visit ? how.value(village) : null;
    return value === null
      ? []
      : [{ village, value, adds: how.adds(village), over: how.over?.(village) ?? null }];
  });
  const [above, unit, below] = how.terms;
  const total = (of: (part: PlacePart) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    value: parts.length > 0 ? sum[code] : null,
    range: code === 'headcount' ? sum.headcountRange : null,
    terms: [
      { term: above, unit, value: total(({ adds }) => adds) },
      ...(below ? [{ term: below, unit: 'person' as const, value: total(({ over }) => over ?? 0) }] : []),
    ],
    parts: parts.toSorted((a, b) => b.adds - a.adds),
    unknown: villages.flatMap((village): PlaceUnknown[] => {
      const missing: Partial<Record<PlaceGap, number>> = village.visit ? how.gaps(village) : { noVisit: 1 };
      const gaps = placeGaps.flatMap((gap) =>
        (missing[gap] ?? 0) > 0 ? [{ gap, n: missing[gap] ?? 0 }] : [],
      );
      return gaps.length > 0 ? [{ village, gaps }] : [];
    }),
  };
}
