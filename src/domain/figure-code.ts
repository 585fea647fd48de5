import { whyCodes, type Why } from './decompose.ts';
import { guarantees, incomeSources, type Guarantee } from './indicator.ts';
import { moveGroups, standingStates, type MoveGroup, type StandingState } from './mobility.ts';
import { explained, type Explained } from './why-changed.ts';

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

/** A cell of the table of moves: a state at the first visit, and one at the second. */
export interface MoveCell {
  from: StandingState;
  to: StandingState;
}
type CellCode = `move.${StandingState}.${StandingState}`;
const cells = standingStates
  .flatMap((from) => standingStates.map((to) => ({ code: `move.${from}.${to}` as const, from, to })))
  .filter(({ from, to }) => from !== 'absent' || to !== 'absent');

/** The cell that a code is of; null for another figure. */
export const moveOf = (code: FigureCode): MoveCell | null => cells.find((cell) => cell.code === code) ?? null;

/** A level that is explained reason by reason, or one of its reasons. */
export interface AskedWhy {
  what: Explained;
  part: Why | null;
}
type WhyCode = `why.${Explained}` | `why.${Explained}.${Why}`;
const whys = explained.flatMap((what): (AskedWhy & { code: WhyCode })[] => [
  { code: `why.${what}`, what, part: null },
  ...whyCodes.map((part) => ({ code: `why.${what}.${part}` as const, what, part })),
]);

/** The level and reason that a code is of; null for another figure. */
export const whyOf = (code: FigureCode): AskedWhy | null => whys.find((why) => why.code === code) ?? null;

const registerCodes = [
  'incidence',
  'poorPersons',
  'poorHouseholds',
  'meanIncome',
  ...incomeSources,
  'guaranteeGaps',
  ...guarantees,
  'commitmentsKept',
] as const;
/** How much nobody knows: a figure of its own, since it is told in sentences. */
export const unknownCodes = ['statusUnknown', 'personsUnknown', 'guaranteesUnknown'] as const;
export type UnknownCode = (typeof unknownCodes)[number];
export type RegisterCode = (typeof registerCodes)[number];

export type FigureCode =
  | RegisterCode
  | UnknownCode
  | IncomeMeasure
  | GuaranteeMeasure
  | CellCode
  | MoveGroup
  | 'shorrocks'
  | WhyCode
  | 'householdIncome';

/**
 * Figures that can be asked how they came to be. Two visits of one village and, where it is
 * measured by rules, these rules, make it one figure:
 * - `incidence`: registered poor persons ÷ registered rural population;
 * - `poorPersons` and `poorHouseholds`: persons and households that are registered poor or have returned;
 * - `meanIncome` and each income source: yuan per person over the same households at both visits;
 * - `guaranteeGaps`: guarantees that are not met, over all households; and each guarantee: households where it is not met;
 * - `commitmentsKept`: of what was owed at the first visit;
 * - `statusUnknown`, `personsUnknown` and `guaranteesUnknown`: households of unknown status, poor ones
 *   of unknown persons, and guarantees that nobody knows, over all households;
 * - the measures of poverty, by income and by guarantees;
 * - who moved from which state of the register to which, and how much they moved;
 * - why a level changed, and each reason;
 * - `householdIncome`: yuan per person of one household, which is asked for beside it.
 */
export const figureCodes: readonly FigureCode[] = [
  ...registerCodes,
  ...unknownCodes,
  ...incomeMeasures,
  ...guaranteeMeasures,
  ...cells.map(({ code }) => code),
  ...moveGroups,
  'shorrocks',
  ...whys.map(({ code }) => code),
  'householdIncome',
];
