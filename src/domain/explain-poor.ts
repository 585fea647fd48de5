import type { Snapshot } from './change.ts';
import { householdSubject, readingsAt, type Looked, type Told } from './explain-parts.ts';
import { gradesOf } from './figure.ts';
import type { ExplainedFigure, FigureUnknown } from './figure-explanation.ts';
import type { Household } from './household.ts';
import { incidenceAt, isPoor, statusAt } from './incidence.ts';
import type { Indicator } from './indicator.ts';
import { numberOf } from './reading.ts';

type Code = 'incidence' | 'poorHouseholds';

/** Registered poor households, or their persons over the registered rural population. */
export function explainPoor(code: Code, looked: Looked): Told {
  const { record, earlier, now, before, after, all } = looked;
  const villageId = record.village.id;
  const isIncidence = code === 'incidence';
  const atFrom = earlier && incidenceAt(earlier, villageId, before);
  const atTo = incidenceAt(now, villageId, after);
  const poorIn = (at: Snapshot, households: readonly Household[]) =>
    households.filter((h) => isPoor(statusAt(at, h.id)));
  const [poorThen, poorNow] = [new Set(earlier ? poorIn(earlier, before) : []), new Set(poorIn(now, after))];
  const [inBefore, inAfter] = [new Set(before), new Set(after)];

  const counted = (at: Snapshot, households: readonly Household[]): ExplainedFigure => {
    const known = households.filter((h) => statusAt(at, h.id) !== 'unknown');
    return {
      value: poorIn(at, households).length,
      range: null,
      unit: 'household',
      known: known.length,
      of: households.length,
      countedIn: 'household',
      evidence: gradesOf(known.map((h) => at.level(h.id, 'status'))),
    };
  };
  const figureAt = (at: Snapshot, households: readonly Household[]): ExplainedFigure =>
    isIncidence
      ? { ...incidenceAt(at, villageId, households).figure, countedIn: 'household', range: null }
      : counted(at, households);
  const adds = (at: Snapshot | null, h: Household, present: Set<Household>, poor: Set<Household>) => {
    if (!at || !present.has(h) || statusAt(at, h.id) === 'unknown') return null;
    if (!poor.has(h)) return 0;
    return isIncidence ? numberOf(at.level(h.id, 'persons')) : 1;
  };
  const missingAt = (at: Snapshot | null, h: Household, present: Set<Household>): Indicator[] => {
    if (!at || !present.has(h)) return [];
    const status = statusAt(at, h.id);
    if (status === 'unknown') return ['status'];
    return isIncidence && isPoor(status) && numberOf(at.level(h.id, 'persons')) === null ? ['persons'] : [];
  };

  const names: Indicator[] = isIncidence ? ['status', 'persons'] : ['status'];
  const village = { kind: 'village', id: villageId, name: record.village.name, number: null } as const;
  const population = (at: Snapshot | null): Indicator[] =>
    at && isIncidence && numberOf(at.level(villageId, 'ruralPopulation')) === null ? ['ruralPopulation'] : [];
  const unknown: FigureUnknown[] = [
    { subject: village, from: population(earlier), to: population(now) },
    ...all.map((h) => ({
      subject: householdSubject(h),
      from: missingAt(earlier, h, inBefore),
      to: missingAt(now, h, inAfter),
    })),
  ];
  return {
    figure: { from: earlier && figureAt(earlier, before), to: figureAt(now, after) },
    terms: isIncidence
      ? [
          {
            term: 'poorPersons',
            unit: 'person',
            from: atFrom?.poorPersons ?? null,
            to: atTo.poorPersons,
          },
          {
            term: 'ruralPopulation',
            unit: 'person',
            from: atFrom?.population ?? null,
            to: atTo.population,
          },
        ]
      : [{ term: 'poorHouseholds', unit: 'household', from: earlier && poorThen.size, to: poorNow.size }],
    partUnit: isIncidence ? 'person' : 'household',
    parts: [
      ...(isIncidence
        ? [
            {
              subject: village,
              from: null,
              to: null,
              readings: readingsAt(looked, villageId, ['ruralPopulation']),
              verdict: null,
            },
          ]
        : []),
      ...all
        .filter((h) => poorThen.has(h) || poorNow.has(h))
        .map((h) => ({
          subject: householdSubject(h),
          from: adds(earlier, h, inBefore, poorThen),
          to: adds(now, h, inAfter, poorNow),
          readings: readingsAt(looked, h.id, names),
          verdict: null,
        })),
    ],
    unknown: unknown.filter(({ from, to }) => from.length > 0 || to.length > 0),
  };
}
