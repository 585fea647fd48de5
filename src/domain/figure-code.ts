import { guarantees, incomeSources, type Guarantee } from './indicator.ts';

/** Measures of poverty by income; `docs/measures.md` says each at length. */
export const incomeMeasures = [
  'headcount',
  'gap',
  'severity',
  'watts',
  'wattsBottomCoded',
  'senHandbook',
  'sen1976',
  'gini',
] as const;
export type IncomeMeasure = (typeof incomeMeasures)[number];

/** The index over the guarantees, and what each of them has in it. */
export const indexMeasures = ['H', 'A', 'M0'] as const;
export const shareMeasures = ['uncensored', 'censored', 'contributions'] as const;
export type GuaranteeMeasure =
  | (typeof indexMeasures)[number]
  | `${(typeof shareMeasures)[number]}.${Guarantee}`;
export const guaranteeMeasures: readonly GuaranteeMeasure[] = [
  ...indexMeasures,
  ...shareMeasures.flatMap((name) => guarantees.map((of): GuaranteeMeasure => `${name}.${of}`)),
];

const registerCodes = [
  'incidence',
  'poorHouseholds',
  'meanIncome',
  ...incomeSources,
  'guaranteeGaps',
  ...guarantees,
  'commitmentsKept',
] as const;
export type RegisterCode = (typeof registerCodes)[number];

export type FigureCode = RegisterCode | IncomeMeasure | GuaranteeMeasure;

/**
 * Figures that can be asked how they came to be. Two visits of one village and, where it is
 * measured by rules, these rules, make it one figure:
 * - `incidence`: registered poor persons ÷ registered rural population;
 * - `poorHouseholds`: households that are registered poor or have returned;
 * - `meanIncome` and each income source: yuan per person over the same households at both visits;
 * - `guaranteeGaps`: guarantees that are not met, over all households; and each guarantee: households where it is not met;
 * - `commitmentsKept`: of what was owed at the first visit;
 * - the measures of poverty, by income and by guarantees.
 */
export const figureCodes: readonly FigureCode[] = [...registerCodes, ...incomeMeasures, ...guaranteeMeasures];
