import { z } from 'zod';
import type { Day } from './day.ts';
import { conditionStates, guarantees, indicatorsOf, type Guarantee } from './indicator.ts';
import { EVERYWHERE, type Place } from './place.ts';
import { nearestRule, ruleHead } from './rule.ts';
import type { Bilingual } from './text.ts';

const exitRule = ruleHead.extend({
  /** The year from which it holds. */
  since: z.int(),
});

/** When a household is ready to leave the register (DOMAIN §3.5). */
export const householdExitRule = exitRule.extend({
  /** At how many visits in a row income has to be above the line: what "steadily" means here. */
  incomeVisits: z.int().positive(),
  /** Not met or unknown: not ready. */
  required: z.array(z.enum(guarantees)),
  /** Looked at and shown, but they decide nothing. */
  alongside: z.array(z.enum(guarantees)),
});
export type HouseholdExitRule = z.infer<typeof householdExitRule>;

/** When a village is ready to leave the list (DOMAIN §3.6). */
export const villageExitRule = exitRule.extend({
  /** Percent; the incidence has to be strictly below it. To a thousandth. */
  incidenceBelow: z.number().positive().max(100),
  /** Services and infrastructure: each condition at least so good. */
  conditions: z.array(
    z.strictObject({ indicator: z.enum(indicatorsOf('village')), atLeast: z.enum(conditionStates) }),
  ),
});
export type VillageExitRule = z.infer<typeof villageExitRule>;

const opinion: Bilingual = {
  zh: '中办、国办《关于建立贫困退出机制的意见》（2016 年）',
  en: 'Opinions on the mechanism for exit from poverty, General Offices of the CPC Central Committee and the State Council, 2016',
};
const basicGuarantees: Guarantee[] = ['food', 'clothing', 'education', 'medical', 'housing'];

export const householdExitRules: readonly HouseholdExitRule[] = [
  {
    id: 'household-exit-2016',
    place: EVERYWHERE,
    since: 2016,
    source: opinion,
    verified: true,
    // "Steadily" is not put into a number there. Income is over twelve months already.
    incomeVisits: 1,
    required: basicGuarantees,
    alongside: ['water'],
  },
];

/** The provinces where the limit is 3 %, by the first two digits of their code. */
const western = ['15', '45', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65'];

const villageExit = (name: string, place: Place, incidenceBelow: number): VillageExitRule => ({
  id: `village-exit-2016-${name}`,
  place,
  since: 2016,
  source: opinion,
  verified: true,
  incidenceBelow,
  // Which services count is for each province to say, and none is on record here: the road alone is asked for.
  conditions: [{ indicator: 'road', atLeast: 'fair' }],
});

export const villageExitRules: readonly VillageExitRule[] = [
  villageExit('national', EVERYWHERE, 2),
  ...western.map((code) => villageExit(`west-${code}`, `${EVERYWHERE}/${code}`, 3)),
];

/** The rule that holds at a place on a day: the nearest one's latest. Null before any held. */
export function exitRuleOn<Rule extends { place: Place; since: number }>(
  rules: readonly Rule[],
  on: Day,
  at: Place,
): Rule | null {
  const year = Number(on.slice(0, 4));
  const held = rules.filter((rule) => rule.since <= year).toSorted((a, b) => b.since - a.since);
  return nearestRule(held, at);
}
