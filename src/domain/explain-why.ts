import { decompose, type HouseholdTerms, type Term } from './decompose.ts';
import { householdSubject, readingsAt, type Looked, type Told } from './explain-parts.ts';
import type { AskedWhy } from './figure-code.ts';
import type { FigurePart, FigureSubject, FigureTerm, FigureUnit } from './figure-explanation.ts';
import { UNKNOWN, type Indicator } from './indicator.ts';
import { explain, indicatorsIn, type Explanation } from './why-answer.ts';
import { compare, decomposeInput, type Explained } from './why-changed.ts';

type Named = Pick<FigureTerm, 'term' | 'unit'>;

/** What a level is a share or mean of. */
function levelTerms(what: Explained): { amount: Named; base: Named } {
  switch (what) {
    case 'incidence':
      return {
        amount: { term: 'poorPersons', unit: 'person' },
        base: { term: 'ruralPopulation', unit: 'person' },
      };
    case 'poorByIncome':
      return {
        amount: { term: 'belowLine', unit: 'person' },
        base: { term: 'measuredPersons', unit: 'person' },
      };
    case 'meanIncome':
      return { amount: { term: 'incomeTotal', unit: 'yuan' }, base: { term: 'persons', unit: 'person' } };
    default:
      return {
        amount: { term: 'metHouseholds', unit: 'household' },
        base: { term: 'concernedHouseholds', unit: 'household' },
      };
  }
}

const nothing = (unit: FigureUnit): Told => ({
  figure: {
    from: null,
    to: { value: null, range: null, unit, known: 0, of: 0, countedIn: 'household', evidence: [] },
  },
  terms: [],
  partUnit: unit,
  parts: [],
  unknown: [],
});

/**
 * A level that is explained reason by reason, or one of its reasons. The terms hold the whole
 * walk: the level as it was told, each reason that moved it, and the level now.
 */
export function explainWhy({ what, part }: AskedWhy, looked: Looked): Told {
  const { record, from: first, to: second, rules } = looked;
  const unit = what === 'meanIncome' ? 'yuan' : 'percent';
  if (!first || !rules.from) return nothing(unit);
  const pair = compare(record, first, second, { rules: { from: rules.from, to: rules.to } });
  const input = decomposeInput(pair, what);
  const { parts } = decompose(input);
  const e = explain(pair, what);
  const changeUnit = unit === 'percent' ? 'points' : 'yuanChange';
  const walk: FigureTerm[] = [
    { term: 'told', unit, from: null, to: e.told },
    ...(e.known === e.told ? [] : [{ term: 'toldAsKnown' as const, unit, from: null, to: e.known } as const]),
    ...parts
      .filter(({ why, value }) => value !== 0 || why === part)
      .map(({ why, value }): FigureTerm => ({ term: why, unit: changeUnit, from: null, to: value })),
    { term: 'levelNow', unit, from: null, to: e.to },
  ];
  const names = [...new Set([pair.from, pair.to].flatMap((end) => indicatorsIn(what, end)))];
  const households = new Map(record.households.map((h) => [h.id, h]));
  const village: FigureSubject = {
    kind: 'village',
    id: record.village.id,
    name: record.village.name,
    number: null,
  };
  const partOf = (householdId: string | null, adds: Pick<FigurePart, 'from' | 'to'>): FigurePart[] => {
    const household = householdId === null ? null : households.get(householdId);
    if (household === undefined) return [];
    return [
      {
        subject: household ? householdSubject(household) : village,
        ...adds,
        readings: household
          ? readingsAt(looked, household.id, names)
          : readingsAt(looked, village.id, ['ruralPopulation']),
        verdict: null,
      },
    ];
  };
  const unknown = input.households
    .flatMap(({ householdId, inFrom, inTo, known, to }) => {
      const household = households.get(householdId);
      if (!household) return [];
      const missing = (at: Looked['now'], isThere: boolean, term: Term | null): Indicator[] =>
        isThere && term === null
          ? names.filter((name) => (at.level(householdId, name)?.value ?? UNKNOWN) === UNKNOWN)
          : [];
      return [
        {
          subject: householdSubject(household),
          from: missing(pair.from.at, inFrom, known),
          to: missing(pair.to.at, inTo, to),
        },
      ];
    })
    .filter((one) => one.from.length > 0 || one.to.length > 0);

  if (part !== null) {
    const asked = parts.find(({ why }) => why === part);
    return {
      figure: { from: null, to: figureOf(e, e.ends.to, asked?.value ?? null, changeUnit) },
      terms: walk,
      partUnit: changeUnit,
      parts: (asked?.effects ?? [])
        .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
        .flatMap(({ householdId, value }) => partOf(householdId, { from: null, to: value })),
      unknown,
    };
  }
  const { amount, base } = levelTerms(what);
  const sum = (of: (h: HouseholdTerms) => Term | null, name: keyof Term) =>
    input.households.reduce((all, h) => all + (of(h)?.[name] ?? 0), 0);
  const then = (h: HouseholdTerms) => (h.inFrom ? h.told : null);
  const now = (h: HouseholdTerms) => (h.inTo ? h.to : null);
  const isCounted = (term: Term | null) => term !== null && (term.amount !== 0 || term.base !== 0);
  return {
    figure: { from: figureOf(e, e.ends.from, e.told, unit), to: figureOf(e, e.ends.to, e.to, unit) },
    terms: [
      { ...amount, from: sum(then, 'amount'), to: sum(now, 'amount') },
      {
        ...base,
        from: input.village ? input.village.told : sum(then, 'base'),
        to: input.village ? input.village.to : sum(now, 'base'),
      },
      ...walk,
    ],
    partUnit: amount.unit,
    parts: [
      ...(input.village ? partOf(null, { from: null, to: null }) : []),
      ...input.households
        .filter((h) => isCounted(then(h)) || isCounted(now(h)))
        .flatMap((h) => partOf(h.householdId, { from: then(h)?.amount ?? null, to: now(h)?.amount ?? null })),
    ],
    unknown,
  };
}

const figureOf = (
  { evidence }: Explanation,
  { known, of }: Explanation['ends']['to'],
  value: number | null,
  unit: FigureUnit,
) => ({ value, range: null, unit, known, of, countedIn: 'household' as const, evidence });
