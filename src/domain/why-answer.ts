import { z } from 'zod';
import { day } from './day.ts';
import {
  decompose,
  decomposition,
  whyCodes,
  type DecomposeInput,
  type Decomposition,
  type HouseholdTerms,
  type Why,
} from './decompose.ts';
import { id } from './id.ts';
import { incidenceAt } from './incidence.ts';
import { countedSources, incomeRuleSet } from './income-rules.ts';
import { units, type Indicator } from './indicator.ts';
import { placeOf } from './place.ts';
import { lineSeries, povertyLine } from './poverty-line.ts';
import { householdRef, householdRefOf } from './records.ts';
import { ruleChoice, rulesChosen } from './rule-choice.ts';
import { evidence, evidenceGrades, type Evidence } from './source.ts';
import type { VillageRecord } from './village-record.ts';
import { visit, type Visit } from './visit.ts';
import {
  compare,
  decomposeInput,
  explained,
  type Compared,
  type End,
  type Explained,
} from './why-changed.ts';

/**
 * Why a level is not known at a visit:
 * - `nobodyRegistered`: no household was in the register;
 * - `population`: nobody read the registered rural population, or it is 0;
 * - `persons`: there are poor households, and the persons of none of them are known;
 * - `line`: there is no poverty line of that series for the year and place;
 * - `income`, `guarantee`: it is known of no household;
 * - `notApplicable`: it concerns no household of those of which it is known.
 */
export const missingCodes = [
  'nobodyRegistered',
  'population',
  'persons',
  'line',
  'income',
  'guarantee',
  'notApplicable',
] as const;
export type Missing = (typeof missingCodes)[number];

const whyEnd = z.strictObject({
  /** Households of which it is known, of those in the register at that visit. */
  known: z.int(),
  of: z.int(),
  /** Null where the level is known. */
  missing: z.enum(missingCodes).nullable(),
});

/** One reason with how many households are behind it; who they are is a question of its own. */
const partInShort = z.strictObject({
  why: z.enum(whyCodes),
  value: z.number(),
  households: z.int(),
  /** Of these, how many raised the level, and how many lowered it. */
  raised: z.int(),
  lowered: z.int(),
  /** Whether something of the village as a whole is in it, such as its population. */
  village: z.boolean(),
});

/** Why one level changed: `told` + the parts' values = `to`, as in a decomposition. */
export const explanation = z.strictObject({
  what: z.enum(explained),
  unit: z.enum(units),
  told: z.number().nullable(),
  known: z.number().nullable(),
  to: z.number().nullable(),
  /** `to` − `told`; null where either is not known. */
  change: z.number().nullable(),
  ends: z.strictObject({ from: whyEnd, to: whyEnd }),
  evidence: z.array(evidence),
  parts: z.array(partInShort),
});
export type Explanation = z.infer<typeof explanation>;

const visitInShort = visit.pick({ id: true, on: true, kind: true });
/** What a visit's incomes are measured by; no line where its series has none for that year and place. */
const rules = z.strictObject({
  series: z.enum(lineSeries),
  line: povertyLine.nullable(),
  income: incomeRuleSet,
});

/** Why every level of a village changed between two visits, under rules that it names. */
export const whyAnswer = z.strictObject({
  villageId: id,
  from: visitInShort,
  to: visitInShort,
  knownOn: day.nullable(),
  toldOn: day,
  rules: z.strictObject({ from: rules, to: rules }),
  explanations: z.array(explanation),
});
export type WhyAnswer = z.infer<typeof whyAnswer>;

/** The households behind the reasons of one level, each with its share. */
export const whyHouseholds = decomposition.extend({
  what: z.enum(explained),
  households: z.array(householdRef),
});
export type WhyHouseholds = z.infer<typeof whyHouseholds>;

/** What somebody may choose to compare by: nothing of it, and it is as the pages show it. */
export const chosen = z.strictObject({
  knownOn: day.optional(),
  /** Corrections recorded after this day are "corrected since"; the first visit's day by default. */
  toldOn: day.optional(),
  ...ruleChoice,
  /** Those of the first visit, where they are not those of the second. */
  seriesFrom: ruleChoice.series,
  incomeFrom: ruleChoice.income,
});
export type Chosen = z.infer<typeof chosen>;

/** The rules that were chosen: the line of each visit's year, and what counts as income. */
export function rulesOf(record: VillageRecord, from: Visit, to: Visit, by: Chosen): WhyAnswer['rules'] {
  const { series = 'national', income, seriesFrom = series, incomeFrom = income } = by;
  const at = placeOf(record.village);
  return {
    from: { series: seriesFrom, ...rulesChosen({ series: seriesFrom, income: incomeFrom }, at, from.on) },
    to: { series, ...rulesChosen({ series, income }, at, to.on) },
  };
}

/** Why the level of an end is not known, given that it is not. */
function missingAt(what: Explained, pair: Compared, end: End, terms: HouseholdTerms['to'][]): Missing {
  if (what === 'incidence') {
    return incidenceAt(end.at, pair.record.village.id, end.households).population ? 'persons' : 'population';
  }
  if (end.households.length === 0) return 'nobodyRegistered';
  if (what === 'poorByIncome' && !end.rules.line) return 'line';
  if (what === 'poorByIncome' || what === 'meanIncome') return 'income';
  return terms.some((term) => term !== null) ? 'notApplicable' : 'guarantee';
}

/** Both ends: how much of each is known, and why not where there is no level to compare. */
function endsOf(what: Explained, pair: Compared, input: DecomposeInput, found: Decomposition) {
  const before = input.households.filter((h) => h.inFrom);
  const after = input.households.filter((h) => h.inTo);
  const end = (terms: HouseholdTerms['to'][], missing: Missing | null) => ({
    known: terms.filter((term) => term !== null).length,
    of: terms.length,
    missing,
  });
  const told = before.map((h) => h.told);
  const known = before.map((h) => h.known);
  const now = after.map((h) => h.to);
  // A level that was told and that nobody knows any more cannot be walked from either.
  const lost = found.told !== null && found.to !== null && found.parts.length === 0;
  const from =
    found.told === null
      ? end(told, missingAt(what, pair, pair.told, told))
      : end(known, lost ? missingAt(what, pair, pair.from, known) : null);
  return { from, to: end(now, found.to === null ? missingAt(what, pair, pair.to, now) : null) };
}

/** Which readings of a household are in a level. */
export function indicatorsIn(what: Explained, { rules: { income } }: End): Indicator[] {
  if (what === 'incidence') return ['status', 'persons'];
  if (what === 'poorByIncome' || what === 'meanIncome') return ['persons', ...countedSources(income)];
  return [what];
}

function gradesBehind(what: Explained, { record, from, to }: Compared): Evidence[] {
  const found = new Set<Evidence>();
  for (const end of [from, to]) {
    const look = (subjectId: string, name: Indicator) => {
      const level = end.at.level(subjectId, name);
      if (level) found.add(level.evidence);
    };
    if (what === 'incidence') look(record.village.id, 'ruralPopulation');
    const names = indicatorsIn(what, end);
    for (const h of end.households) for (const name of names) look(h.id, name);
  }
  return evidenceGrades.filter((grade) => found.has(grade));
}

/** One level explained in short. */
export function explain(pair: Compared, what: Explained): Explanation {
  const input = decomposeInput(pair, what);
  const found = decompose(input);
  const { told, known, to } = found;
  return {
    what,
    unit: what === 'meanIncome' ? 'yuan' : 'percent',
    told,
    known,
    to,
    change: told === null || to === null ? null : to - told,
    ends: endsOf(what, pair, input, found),
    evidence: gradesBehind(what, pair),
    parts: found.parts.map(({ why, value, effects }) => {
      const own = effects.filter((e) => e.householdId !== null);
      return {
        why,
        value,
        households: own.length,
        raised: own.filter((e) => e.value > 0).length,
        lowered: own.filter((e) => e.value < 0).length,
        village: own.length < effects.length,
      };
    }),
  };
}

/** Why every level of a village changed between two visits. */
export function explainAll(record: VillageRecord, from: Visit, to: Visit, by: Chosen = {}): WhyAnswer {
  const chosenRules = rulesOf(record, from, to, by);
  const pair = compare(record, from, to, { ...by, rules: chosenRules });
  const short = ({ id: visitId, on, kind }: Visit) => ({ id: visitId, on, kind });
  return {
    villageId: record.village.id,
    from: short(from),
    to: short(to),
    knownOn: by.knownOn ?? null,
    toldOn: by.toldOn ?? from.on,
    rules: chosenRules,
    explanations: explained.map((what) => explain(pair, what)),
  };
}

/** Why one level changed, household by household: for one reason, or for all. */
export function explainOne(
  record: VillageRecord,
  from: Visit,
  to: Visit,
  { what, part, ...by }: Chosen & { what: Explained; part?: Why | undefined },
): WhyHouseholds {
  const pair = compare(record, from, to, { ...by, rules: rulesOf(record, from, to, by) });
  const found = decompose(decomposeInput(pair, what));
  const parts = found.parts.filter((p) => part === undefined || p.why === part);
  const ids = new Set(parts.flatMap((p) => p.effects.map((e) => e.householdId)));
  const households = record.households.filter((h) => ids.has(h.id)).map(householdRefOf);
  return { ...found, parts, what, households };
}
