import type { Snapshot } from './change.ts';
import { householdSubject, readingsAt, type Looked, type Told } from './explain-parts.ts';
import { gradesOf } from './figure.ts';
import type { ExplainedFigure, FigureUnknown } from './figure-explanation.ts';
import type { Household } from './household.ts';
import { incidenceAt, isPoor, statusAt } from './incidence.ts';
import type { Indicator } from './indicator.ts';
import { numberOf } from './reading.ts';

type Code = 'incidence' | 'poorPersons' | 'poorHouseholds';

/** Registered poor households, their persons, or these over the registered rural population. */
export function explainPoor(code: Code, looked: Looked): Told {
  const { record, earlier, now, before, after, all } = looked;
  const villageId = record.village.id;
  const isIncidence = code === 'incidence';
  const isOfPersons = code !== 'poorHouseholds';
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
  const figureAt = (at: Snapshot, households: readonly Household[]): ExplainedFigure => {
    if (!isOfPersons) return counted(at, households);
    const { figure, poorPersons } = incidenceAt(at, villageId, households);
    const made = { ...figure, countedIn: 'household', range: null } as const;
    if (isIncidence) return made;
    const persons = poorIn(at, households).flatMap((h) => at.level(h.id, 'persons') ?? []);
    const known = persons.filter((level) => numberOf(level) !== null);
    const isKnown = figure.known > 0 || figure.of === 0;
    return { ...made, value: isKnown ? poorPersons : null, unit: 'person', evidence: gradesOf(known) };
  };
  const adds = (at: Snapshot | null, h: Household, present: Set<Household>, poor: Set<Household>) => {
    if (!at || !present.has(h) || statusAt(at, h.id) === 'unknown') return null;
    if (!poor.has(h)) return 0;
    return isOfPersons ? numberOf(at.level(h.id, 'persons')) : 1;
  };
  const missingAt = (at: Snapshot | null, h: Household, present: Set<Household>): Indicator[] => {
    if (!at || !present.has(h)) return [];
    const status = statusAt(at, h.id);
    if (status === 'unknown') return ['status'];
    return isOfPersons && isPoor(status) && numberOf(at.level(h.id, 'persons')) === null ? ['persons'] : [];
  };

  const names: Indicator[] = isOfPersons ? ['status', 'persons'] : ['status'];
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
    terms: [
      isOfPersons
        ? { term: 'poorPersons', unit: 'person', from: atFrom?.poorPersons ?? null, to: atTo.poorPersons }
        : { term: 'poorHouseholds', unit: 'household', from: earlier && poorThen.size, to: poorNow.size },
      ...(isIncidence
        ? [
            {
              term: 'ruralPopulation' as const,
              unit: 'person' as const,
              from: atFrom?.population ?? null,
              to: atTo.population,
            },
          ]
        : []),
    ],
    partUnit: isOfPersons ? 'person' : 'household',
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
