import { groupsOf, halfMeanDifference, meanOver, personsIn, type Distribution } from './distribution.ts';

/** Incomes against a line, yuan per person and year. Poor is strictly below it (DOMAIN §3.4). */
export interface Poverty extends Distribution {
  line: number;
}

/** Everybody, and the poor among them, poorest first. Throws where the line is not a positive number. */
function poorOf(poverty: Poverty) {
  if (!Number.isFinite(poverty.line) || poverty.line <= 0) {
    throw new RangeError(`${poverty.line} is no poverty line`);
  }
  const all = groupsOf(poverty);
  return { all, poor: all.filter((g) => g.income < poverty.line) };
}

/**
 * Foster–Greer–Thorbecke index: the mean over persons of ((line − income) ÷ line)^alpha,
 * taken as 0 for who is not poor. Alpha 0 is the headcount ratio, 1 the gap, 2 the severity.
 *
 * Null where there are no persons. An income below zero counts with its whole gap, above 1:
 * cut off at 1, the index would rise when a rich person gives to the poorest.
 *
 * Source: Foster, Greer, Thorbecke 1984; World Bank Handbook on Poverty and Inequality, ch. 4.
 */
export function fgt({ alpha, ...poverty }: Poverty & { alpha: number }): number | null {
  if (!Number.isFinite(alpha) || alpha < 0) throw new RangeError(`${alpha} is no aversion to poverty`);
  const { all, poor } = poorOf(poverty);
  if (all.length === 0) return null;
  const { line } = poverty;
  // A product is rounded in the same way everywhere, a power is not: so the database finds the same digits.
  const weigh = (gap: number) => (alpha === 2 ? gap * gap : gap ** alpha);
  const sum = poor.reduce((total, g) => total + g.persons * weigh((line - g.income) / line), 0);
  return sum / personsIn(all);
}

/**
 * Watts index: the mean over persons of ln(line ÷ income), taken as 0 for who is not poor.
 *
 * Null where there are no persons, and where anybody's income is zero or below: there the
 * logarithm does not exist, and leaving these people out would call a village less poor when
 * somebody falls to nothing. `wattsBottomCoded` gives a number then, and says for how many.
 *
 * Source: Watts 1968; Handbook, ch. 4.
 */
export function watts(poverty: Poverty): number | null {
  const { all, poor } = poorOf(poverty);
  const hasLogarithm = all.every((g) => g.income > 0);
  if (all.length === 0 || !hasLogarithm) return null;
  return poor.reduce((sum, g) => sum + g.persons * Math.log(poverty.line / g.income), 0) / personsIn(all);
}

/** The least income that the bottom-coded Watts index tells apart, as a share of the line. Our choice. */
export const WATTS_FLOOR = 0.01;

/**
 * Watts index with every income below `WATTS_FLOOR` of the line counted as that much, and the
 * persons that this was done to. It must be shown with that mark wherever `raised` is not 0.
 */
export function wattsBottomCoded(poverty: Poverty): { value: number | null; raised: number } {
  const floor = WATTS_FLOOR * poverty.line;
  const { all } = poorOf(poverty);
  const incomes = all.map((g) => Math.max(g.income, floor));
  const value = watts({ incomes, weights: all.map((g) => g.persons), line: poverty.line });
  return { value, raised: personsIn(all.filter((g) => g.income < floor)) };
}

/**
 * - `handbook`: P0 · G + P1 · (1 − G), with G the Gini coefficient of the poor (Handbook, ch. 4).
 *   The same people twice give the same figure.
 * - `1976`: H · (I + (1 − I) · G · q ÷ (q + 1)) for q poor persons (Sen 1976, finite population).
 *   It tends to the other as q grows, so it is not the same for the same people twice.
 */
export type SenVariant = 'handbook' | '1976';

/**
 * Sen index. Null where there are no persons.
 *
 * Both variants are computed as P1 + P0 · D ÷ line, D being half the mean difference between two
 * poor persons: the same by algebra, and defined where the poor have no or negative income,
 * though their Gini is not.
 */
export function sen({ variant, ...poverty }: Poverty & { variant: SenVariant }): number | null {
  const { all, poor } = poorOf(poverty);
  if (all.length === 0) return null;
  const q = personsIn(poor);
  if (q === 0) return 0;
  const { line } = poverty;
  const gap = meanOver(poor, (g) => (line - g.income) / line);
  const finite = variant === '1976' ? q / (q + 1) : 1;
  return (q / personsIn(all)) * (gap + (finite * halfMeanDifference(poor)) / line);
}

/**
 * Gini coefficient over persons: half the mean absolute difference between two persons drawn
 * with replacement, ÷ the mean. No small-sample factor n ÷ (n − 1): one person's is 0.
 *
 * 0 where all have the same, be it nothing. Null where there are no persons, and where the mean
 * is zero or below while incomes differ. Above 1 it can be only with negative incomes.
 *
 * Source: Handbook, ch. 6.
 */
export function gini(distribution: Distribution): number | null {
  const groups = groupsOf(distribution);
  const [poorest, richest] = [groups.at(0), groups.at(-1)];
  if (!poorest || !richest) return null;
  if (poorest.income === richest.income) return 0;
  const mean = meanOver(groups, (g) => g.income);
  return mean > 0 ? halfMeanDifference(groups) / mean : null;
}
