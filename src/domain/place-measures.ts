import { z } from 'zod';
import { snapshotOf, type Snapshot } from './change.ts';
import { day, type Day } from './day.ts';
import { gradesOf } from './figure.ts';
import { isInRegister, type Household } from './household.ts';
import { id } from './id.ts';
import { countStatuses, incidenceAt } from './incidence.ts';
import { incomeSources } from './indicator.ts';
import { covers, place, placeNode, placeOf } from './place.ts';
import { povertyLine } from './poverty-line.ts';
import { rulesChosen, type RuleChoice } from './rule-choice.ts';
import { evidence } from './source.ts';
import { bilingual } from './text.ts';
import { visitsInOrder, type VillageRecord } from './village-record.ts';
import { incomePovertyAt } from './village-measures.ts';

const share = z.number().nullable();

/** What is known of one village at its last visit, by persons; a row of a table over many villages. */
export const villageInPlace = z.strictObject({
  villageId: id,
  place,
  name: bilingual,
  township: bilingual,
  /** Null: nobody has visited yet, and nothing is counted. */
  visit: z.strictObject({ id, on: day }).nullable(),
  /** Null: there is no line of the series for the year and place. */
  lineId: id.nullable(),
  /** Households in the register. */
  households: z.int(),
  /** Registered or returned to poverty; `poorUncounted` of these households have no known persons. */
  poorHouseholds: z.int(),
  poorPersons: z.int(),
  poorUncounted: z.int(),
  statusUnknown: z.int(),
  /** The registered rural population. */
  population: z.int().nullable(),
  /** Persons whose income is known, and those whose income is not; households without known persons. */
  persons: z.int(),
  personsUnknown: z.int(),
  uncounted: z.int(),
  /** Persons strictly below the line; null without a line. */
  below: z.int().nullable(),
  headcount: share,
  gap: share,
  severity: share,
  gini: share,
  /** Grades of the readings behind it, best first. */
  evidence: z.array(evidence),
});
export type VillageInPlace = z.infer<typeof villageInPlace>;

/** What is asked of many villages at once. */
export interface PlaceAsk extends RuleChoice {
  /** Within this place; everything that the viewer sees where it is not told. */
  place?: string | undefined;
  /** Visits after this day are not yet there. */
  today: Day;
}

const NOTHING = {
  visit: null,
  lineId: null,
  households: 0,
  poorHouseholds: 0,
  poorPersons: 0,
  poorUncounted: 0,
  statusUnknown: 0,
  population: null,
  persons: 0,
  personsUnknown: 0,
  uncounted: 0,
  below: null,
  headcount: null,
  gap: null,
  severity: null,
  gini: null,
  evidence: [],
} as const;

/** One village at its last visit up to today, by the rules that are asked for. */
function villageInPlaceOf(record: VillageRecord, ask: PlaceAsk): VillageInPlace {
  const { village } = record;
  const at = placeOf(village);
  const named = { villageId: village.id, place: at, name: village.name, township: village.township };
  const last = visitsInOrder(record).findLast((v) => v.on <= ask.today);
  if (!last) return { ...named, ...NOTHING, evidence: [] };
  const snapshot = snapshotOf(record, last);
  const households = record.households.filter((h) => isInRegister(h, last.on));
  const rules = rulesChosen(ask, at, last.on);
  const income = incomePovertyAt(snapshot, households, rules);
  const { figure, poorPersons, population } = incidenceAt(snapshot, village.id, households);
  return {
    ...named,
    visit: { id: last.id, on: last.on },
    lineId: income.lineId,
    households: households.length,
    poorHouseholds: figure.of,
    poorPersons,
    poorUncounted: figure.of - figure.known,
    statusUnknown: countStatuses(snapshot, households).unknown ?? 0,
    population,
    persons: income.persons,
    personsUnknown: income.personsUnknown,
    uncounted: income.uncountedIds.length,
    below: income.headcount === null ? null : Math.round(income.headcount * income.persons),
    headcount: income.headcount,
    gap: income.gap,
    severity: income.severity,
    gini: income.gini,
    evidence: evidenceOf(snapshot, village.id, households),
  };
}

/** Every village of these that lies within the place, in order of their places. */
export const measuresIn = (records: readonly VillageRecord[], ask: PlaceAsk): VillageInPlace[] =>
  records
    .filter(({ village }) => !ask.place || covers(ask.place, placeOf(village)))
    .map((record) => villageInPlaceOf(record, ask))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));

const READ = ['persons', 'status', ...incomeSources] as const;

const evidenceOf = (at: Snapshot, villageId: string, households: readonly Household[]) =>
  gradesOf([
    at.level(villageId, 'ruralPopulation'),
    ...households.flatMap((h) => READ.map((name) => at.level(h.id, name))),
  ]);

/** The headcount if nobody, or everybody, whose income is not known were poor; null without a line or without persons. */
export function belowRange({ lineId, below, persons, personsUnknown }: VillageInPlace) {
  const all = persons + personsUnknown;
  if (lineId === null || all === 0) return null;
  return { low: (below ?? 0) / all, high: ((below ?? 0) + personsUnknown) / all };
}

/** The same for all villages of a place together. */
export const placeSum = z.strictObject({
  villages: z.int(),
  /** Villages of which a share below the line is known: the shares are over these alone. */
  measured: z.int(),
  households: z.int(),
  poorHouseholds: z.int(),
  poorPersons: z.int(),
  poorUncounted: z.int(),
  statusUnknown: z.int(),
  /** Registered poor persons ÷ registered rural population, percent, over the villages whose population is known. */
  incidence: z.number().nullable(),
  populated: z.int(),
  persons: z.int(),
  personsUnknown: z.int(),
  headcount: share,
  /** The headcount if nobody, or everybody, whose income is not known were poor. */
  headcountRange: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  gap: share,
  severity: share,
  evidence: z.array(evidence),
});
export type PlaceSum = z.infer<typeof placeSum>;

/** Whether a share below the line is known of it. */
export const isMeasured = (v: VillageInPlace): boolean => v.headcount !== null;

/** Whether its registered poor persons can be held against its population. */
export const isPopulated = (v: VillageInPlace): boolean =>
  Boolean(v.population) && (v.poorUncounted < v.poorHouseholds || v.poorHouseholds === 0);

/**
 * Villages added up. Headcount, gap and severity are means over persons, so those of a place are
 * the villages' weighted by persons; a Gini coefficient cannot be added up from parts, and there
 * is none. Each village is held against its own line.
 */
export function sumOver(villages: readonly VillageInPlace[]): PlaceSum {
  const total = (of: (v: VillageInPlace) => number, among = villages) =>
    among.reduce((sum, v) => sum + of(v), 0);
  const measured = villages.filter(isMeasured);
  const lined = villages.filter((v) => v.lineId !== null);
  const persons = total((v) => v.persons, measured);
  const mean = (name: 'headcount' | 'gap' | 'severity') =>
    persons > 0 ? total((v) => v.persons * (v[name] ?? 0), measured) / persons : null;
  const below = total((v) => v.below ?? 0, lined);
  const open = total((v) => v.personsUnknown, lined);
  const all = total((v) => v.persons, lined) + open;
  const populated = villages.filter(isPopulated);
  const population = total((v) => v.population ?? 0, populated);
  const grades = new Set(villages.flatMap((v) => v.evidence));
  return {
    villages: villages.length,
    measured: measured.length,
    households: total((v) => v.households),
    poorHouseholds: total((v) => v.poorHouseholds),
    poorPersons: total((v) => v.poorPersons),
    poorUncounted: total((v) => v.poorUncounted),
    statusUnknown: total((v) => v.statusUnknown),
    incidence: population > 0 ? (100 * total((v) => v.poorPersons, populated)) / population : null,
    populated: populated.length,
    persons,
    personsUnknown: total((v) => v.personsUnknown),
    headcount: mean('headcount'),
    headcountRange: all > 0 ? { low: below / all, high: (below + open) / all } : null,
    gap: mean('gap'),
    severity: mean('severity'),
    evidence: evidence.options.filter((grade) => grades.has(grade)),
  };
}

/** What the route over a place answers. */
export const placeMeasures = z.strictObject({
  /** Null: all that the asker sees. */
  place: place.nullable(),
  today: day,
  /** The lines that villages are held against. */
  lines: z.array(povertyLine),
  incomeRuleId: id,
  villages: z.array(villageInPlace),
  sum: placeSum,
  /** Counties and townships that can be asked about. */
  places: z.array(placeNode),
});
export type PlaceMeasures = z.infer<typeof placeMeasures>;
