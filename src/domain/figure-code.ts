import { guarantees, incomeSources } from './indicator.ts';

/**
 * Figures that can be asked how they came to be:
 * - `incidence`: registered poor persons ÷ registered rural population;
 * - `poorHouseholds`: households that are registered poor or have returned;
 * - `meanIncome` and each income source: yuan per person over the same households at both visits;
 * - `guaranteeGaps`: guarantees that are not met, over all households; and each guarantee: households where it is not met;
 * - `commitmentsKept`: of what was owed at the first visit.
 */
export const figureCodes = [
  'incidence',
  'poorHouseholds',
  'meanIncome',
  ...incomeSources,
  'guaranteeGaps',
  ...guarantees,
  'commitmentsKept',
] as const;
export type FigureCode = (typeof figureCodes)[number];
