import { snapshotOf, type Snapshot } from './change.ts';
import type { Day } from './day.ts';
import { decompose, type DecomposeInput, type Decomposition, type Term } from './decompose.ts';
import { isInRegister, type Household } from './household.ts';
import { incidenceAt, isPoor, statusAt } from './incidence.ts';
import { netIncome, type IncomeRuleSet } from './income-rules.ts';
import { householdIncome, type HouseholdIncome } from './income.ts';
import { guarantees } from './indicator.ts';
import { placeOf } from './place.ts';
import { lineOn, type PovertyLine } from './poverty-line.ts';
import { codeOf, numberOf, type Reading } from './reading.ts';
import { groupsBetween } from './succession.ts';
import { asKnownOn, type VillageRecord } from './village-record.ts';
import type { Visit } from './visit.ts';

/**
 * - `incidence`: registered poor persons ÷ registered rural population, percent (DOMAIN §3.6);
 * - `poorByIncome`: persons below the line ÷ persons whose income is known, percent;
 * - `meanIncome`: yuan per person over the persons whose income is known;
 * - a guarantee: households where it is met ÷ households where it is known and applies, percent.
 */
export const explained = ['incidence', 'poorByIncome', 'meanIncome', ...guarantees] as const;
export type Explained = (typeof explained)[number];

/** What an income is measured by. */
export interface IncomeRules {
  /** Null: there is none for that year and place, and nobody can be told poor by income. */
  line: PovertyLine | null;
  income: IncomeRuleSet;
}

export interface Asked {
  /** Leaves out what was recorded later (DOMAIN §3.2). */
  knownOn?: Day | undefined;
  /** The day on which the first figure was told: corrections recorded later are "corrected since". The first visit's day by default. */
  toldOn?: Day | undefined;
  /** By default the national line of each visit's year, and net income. */
  rules?: { from: IncomeRules; to: IncomeRules } | undefined;
}

/** The rules that hold where nobody chose others. */
export const usualRules = (record: Pick<VillageRecord, 'village'>, on: Day): IncomeRules => ({
  line: lineOn(on, placeOf(record.village)),
  income: netIncome,
});

/** What one household adds at one visit, or null where that is not known. */
function termOf(what: Explained, { at, rules, incomeOf }: End, householdId: string): Term | null {
  if (what === 'incidence') {
    const status = statusAt(at, householdId);
    if (status === 'unknown') return null;
    if (!isPoor(status)) return { amount: 0, base: 0 };
    const persons = numberOf(at.level(householdId, 'persons'));
    return persons === null ? null : { amount: persons, base: 0 };
  }
  if (what === 'meanIncome' || what === 'poorByIncome') {
    const { total, perPerson, persons } = incomeOf(householdId);
    if (total === null || perPerson === null || persons === null) return null;
    if (what === 'meanIncome') return { amount: total, base: persons };
    return rules.line && { amount: perPerson < rules.line.yuan ? persons : 0, base: persons };
  }
  return guaranteeTerm(codeOf(at.level(householdId, what)));
}

function guaranteeTerm(state: string): Term | null {
  if (state === 'unknown') return null;
  return { amount: state === 'met' ? 1 : 0, base: state === 'notApplicable' ? 0 : 1 };
}

/** The record without the corrections that were made after the first figure was told. */
function asTold(record: VillageRecord, toldOn: Day): VillageRecord {
  const isTold = (r: Reading) => !r.supersedes || r.recordedOn <= toldOn;
  return record.readings.every(isTold)
    ? record
    : { ...record, readings: record.readings.filter((r) => isTold(r)) };
}

/** One end of the comparison. */
export interface End {
  at: Snapshot;
  /** In the register then. */
  households: readonly Household[];
  rules: IncomeRules;
  /** Under these rules; looked up once for all that is made of it. */
  incomeOf: (householdId: string) => HouseholdIncome;
}

function endOf(at: Snapshot, households: readonly Household[], rules: IncomeRules): End {
  const incomes = new Map<string, HouseholdIncome>();
  const incomeOf = (householdId: string) => {
    const income = incomes.get(householdId) ?? householdIncome(at, householdId, rules.income);
    incomes.set(householdId, income);
    return income;
  };
  return { at, households, rules, incomeOf };
}

/** A village at two visits, looked through once for whatever is then explained of it. */
export interface Compared {
  record: VillageRecord;
  /** The first visit as it was told then. */
  told: End;
  from: End;
  /** The first visit under the rules of the second. */
  ruled: End;
  to: End;
  /** In the register at either visit. */
  households: readonly Household[];
  groupOf: ReadonlyMap<string, string>;
}

/** What every explanation of a pair of visits needs (the first one earlier). */
export function compare(
  whole: VillageRecord,
  from: Visit,
  to: Visit,
  { knownOn, toldOn = from.on, rules }: Asked = {},
): Compared {
  const record = asKnownOn(whole, knownOn);
  const before = record.households.filter((h) => isInRegister(h, from.on));
  const after = record.households.filter((h) => isInRegister(h, to.on));
  const either = new Set([...before, ...after]);
  const first = rules?.from ?? usualRules(record, from.on);
  const second = rules?.to ?? usualRules(record, to.on);
  const isRuled = first.line !== second.line || first.income !== second.income;
  const told = asTold(record, toldOn);
  const fromEnd = endOf(snapshotOf(record, from), before, first);
  return {
    record,
    told: told === record ? fromEnd : endOf(snapshotOf(told, from), before, first),
    from: fromEnd,
    ruled: isRuled ? endOf(fromEnd.at, before, second) : fromEnd,
    to: endOf(snapshotOf(record, to), after, second),
    households: record.households.filter((h) => either.has(h)),
    groupOf: groupsBetween(record.successions, from.on, to.on),
  };
}

/** The registered population, or null where incidence is not known although the population is. */
function populationAt({ at, households }: End, villageId: string): number | null {
  const { figure, population } = incidenceAt(at, villageId, households);
  return figure.value === null ? null : population;
}

/** What a decomposition of one level needs. */
export function decomposeInput(pair: Compared, what: Explained): DecomposeInput {
  const { told, from, ruled, to } = pair;
  const villageId = pair.record.village.id;
  const [inBefore, inAfter] = [new Set(from.households), new Set(to.households)];
  return {
    scale: what === 'meanIncome' ? 1 : 100,
    households: pair.households.map((h) => {
      const known = termOf(what, from, h.id);
      return {
        householdId: h.id,
        group: pair.groupOf.get(h.id) ?? h.id,
        inFrom: inBefore.has(h),
        inTo: inAfter.has(h),
        told: told === from ? known : termOf(what, told, h.id),
        known,
        ruled: ruled === from ? known : termOf(what, ruled, h.id),
        to: termOf(what, to, h.id),
      };
    }),
    village:
      what === 'incidence'
        ? {
            told: populationAt(told, villageId),
            known: populationAt(from, villageId),
            to: populationAt(to, villageId),
          }
        : null,
  };
}

/** Why one level of a village changed between two visits. */
export function whyChanged(
  record: VillageRecord,
  from: Visit,
  to: Visit,
  what: Explained,
  asked: Asked = {},
): Decomposition {
  return decompose(decomposeInput(compare(record, from, to, asked), what));
}
