import { z } from 'zod';
import { guarantees } from './indicator.ts';
import { EVERYWHERE } from './place.ts';
import { ruleHead } from './rule.ts';

/** How guarantees are counted together into the multidimensional index. */
export const deprivationRule = ruleHead.extend({
  weights: z.record(z.enum(guarantees), z.number().nonnegative()),
  /** Share of all weight from which a household is poor. */
  k: z.number().positive().max(1),
});
export type DeprivationRule = z.infer<typeof deprivationRule>;

const equal = { food: 1, clothing: 1, education: 1, medical: 1, housing: 1, water: 1 };

/** One guarantee that is not met is enough, as it is for leaving the register. */
export const anyGuarantee: DeprivationRule = {
  id: 'any-guarantee',
  place: EVERYWHERE,
  source: {
    zh: '本系统的口径，并非官方指数：六项等权，任一项未达标即为多维贫困',
    en: 'A reading of this dashboard, not an official index: six equal weights, any guarantee not met is poor',
  },
  verified: false,
  weights: equal,
  k: 1 / 6,
};

/** Two of the six, a third of the weight, as the global index has it over its own dimensions. */
export const aThird: DeprivationRule = {
  id: 'a-third-of-guarantees',
  place: EVERYWHERE,
  source: {
    zh: '本系统的口径，并非官方指数：六项等权，临界值取三分之一，与全球多维贫困指数相同',
    en: 'A reading of this dashboard, not an official index: six equal weights, with the cutoff of a third of the global index',
  },
  verified: false,
  weights: equal,
  k: 1 / 3,
};

/** From three on: to see whether a finding hangs on the cutoff. */
const severalGuarantees = (atLeast: number): DeprivationRule => ({
  id: `${atLeast}-guarantees`,
  place: EVERYWHERE,
  source: {
    zh: `本系统的口径，并非官方指数：六项等权，至少${atLeast}项未达标为多维贫困`,
    en: `A reading of this dashboard, not an official index: six equal weights, ${atLeast} or more not met is poor`,
  },
  verified: false,
  weights: equal,
  k: atLeast / guarantees.length,
});

/** By how many guarantees are not met at least: the first is for one. */
export const deprivationRules: readonly DeprivationRule[] = [
  anyGuarantee,
  aThird,
  ...[3, 4, 5, 6].map(severalGuarantees),
];
