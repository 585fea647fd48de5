import { z } from 'zod';
import type { Snapshot } from './change.ts';
import { anyGuarantee, type DeprivationRule } from './deprivation-rules.ts';
import type { Household } from './household.ts';
import { id } from './id.ts';
import { householdIncome } from './income.ts';
import { guarantees } from './indicator.ts';
import { alkireFoster } from './multidimensional.ts';
import { fgt, gini, sen, watts, wattsBottomCoded } from './poverty-measures.ts';
import { codeOf, numberOf } from './reading.ts';
import type { IncomeRules } from './why-changed.ts';

const value = z.number().nullable();
const range = z.strictObject({ low: z.number(), high: z.number() }).nullable();
const byGuarantee = <Of extends z.ZodType>(of: Of) => z.record(z.enum(guarantees), of);

/** Shares are of 1, not percent. Null: there is nobody to measure, or no line for the year and place. */
export const incomePoverty = z.strictObject({
  lineId: id.nullable(),
  incomeRuleId: id,
  /** Persons in the figures: those of households whose income is known. */
  persons: z.int(),
  /** Persons of households whose income is not known, and the households. */
  personsUnknown: z.int(),
  unknownIds: z.array(id),
  /** Households whose persons are not known: in nothing of this. */
  uncountedIds: z.array(id),
  headcount: value,
  /** The headcount if nobody whose income is not known were poor, and if all were. */
  headcountRange: range,
  gap: value,
  severity: value,
  watts: value,
  /** With the persons whose income was raised to the floor: a mark, wherever it is not 0. */
  wattsBottomCoded: z.strictObject({ value, raised: z.int() }),
  senHandbook: value,
  sen1976: value,
  gini: value,
  /** Persons whose income is zero or below. */
  withoutIncome: z.int(),
});
export type IncomePoverty = z.infer<typeof incomePoverty>;

/** Measures by income over persons at one visit. `households` are those in the register then. */
export function incomePovertyAt(
  at: Snapshot,
  households: readonly Household[],
  { line, income }: IncomeRules,
): IncomePoverty {
  const seen = households.map((h) => ({ id: h.id, ...householdIncome(at, h.id, income) }));
  const known = seen.flatMap(({ perPerson, persons }) =>
    perPerson !== null && persons !== null ? [{ perPerson, persons }] : [],
  );
  const unknown = seen.filter((h) => h.perPerson === null && h.persons);
  const sum = (list: readonly { persons: number | null }[]) =>
    list.reduce((total, h) => total + (h.persons ?? 0), 0);
  const [persons, personsUnknown] = [sum(known), sum(unknown)];
  const distribution = { incomes: known.map((h) => h.perPerson), weights: known.map((h) => h.persons) };
  const poverty = line && { ...distribution, line: line.yuan };
  const poor = line ? sum(known.filter((h) => h.perPerson < line.yuan)) : 0;
  const all = persons + personsUnknown;
  return {
    lineId: line?.id ?? null,
    incomeRuleId: income.id,
    persons,
    personsUnknown,
    unknownIds: unknown.map((h) => h.id),
    uncountedIds: seen.filter((h) => h.persons === null).map((h) => h.id),
    headcount: poverty && fgt({ ...poverty, alpha: 0 }),
    headcountRange: line && all > 0 ? { low: poor / all, high: (poor + personsUnknown) / all } : null,
    gap: poverty && fgt({ ...poverty, alpha: 1 }),
    severity: poverty && fgt({ ...poverty, alpha: 2 }),
    watts: poverty && watts(poverty),
    wattsBottomCoded: poverty ? wattsBottomCoded(poverty) : { value: null, raised: 0 },
    senHandbook: poverty && sen({ ...poverty, variant: 'handbook' }),
    sen1976: poverty && sen({ ...poverty, variant: '1976' }),
    gini: gini(distribution),
    withoutIncome: sum(known.filter((h) => h.perPerson <= 0)),
  };
}

const dimension = z.strictObject({ value, range });

/** The Alkire–Foster index over the guarantees, by persons. Values are null where the unknowns decide. */
export const guaranteePoverty = z.strictObject({
  ruleId: id,
  persons: z.int(),
  /** Households whose persons are not known: in nothing of this. */
  uncountedIds: z.array(id),
  H: dimension,
  A: dimension,
  M0: dimension,
  uncensored: byGuarantee(dimension),
  censored: byGuarantee(dimension),
  contributions: byGuarantee(dimension),
  /** The households that are poor, and those whose unknowns decide. */
  poorIds: z.array(id),
  perhapsIds: z.array(id),
});
export type GuaranteePoverty = z.infer<typeof guaranteePoverty>;

const deprivation: Record<string, boolean | null> = {
  met: false,
  notMet: true,
  // Whom a guarantee does not concern is not deprived of it.
  notApplicable: false,
};

/** The same of the guarantees. `households` are those in the register then. */
export function guaranteePovertyAt(
  at: Snapshot,
  households: readonly Household[],
  rule: DeprivationRule = anyGuarantee,
): GuaranteePoverty {
  const seen = households.map((h) => ({ id: h.id, persons: numberOf(at.level(h.id, 'persons')) }));
  const counted = seen.flatMap((h) => (h.persons === null ? [] : [{ id: h.id, persons: h.persons }]));
  const found = alkireFoster({
    deprived: counted.map((h) => guarantees.map((name) => deprivation[codeOf(at.level(h.id, name))] ?? null)),
    weights: guarantees.map((name) => rule.weights[name]),
    k: rule.k,
    persons: counted.map((h) => h.persons),
  });
  const one = (name: 'H' | 'A' | 'M0') => ({ value: found[name], range: found.bounds[name] });
  const each = (name: 'uncensored' | 'censored' | 'contributions') =>
    Object.fromEntries(
      guarantees.map((guarantee, n) => [
        guarantee,
        { value: found[name][n] ?? null, range: found.bounds[name][n] ?? null },
      ]),
    ) as GuaranteePoverty['uncensored'];
  const idsWhere = (poor: boolean | null) =>
    counted.filter((h, n) => h.persons > 0 && found.poor[n] === poor).map((h) => h.id);
  return {
    ruleId: rule.id,
    persons: counted.reduce((sum, h) => sum + h.persons, 0),
    uncountedIds: seen.filter((h) => h.persons === null).map((h) => h.id),
    H: one('H'),
    A: one('A'),
    M0: one('M0'),
    uncensored: each('uncensored'),
    censored: each('censored'),
    contributions: each('contributions'),
    poorIds: idsWhere(true),
    perhapsIds: idsWhere(null),
  };
}
