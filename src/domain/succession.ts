import { z } from 'zod';
import { day, type Day } from './day.ts';
import { id } from './id.ts';
import { source } from './source.ts';

/**
 * Households that came of others: one that split, some that merged. A household that died out
 * or moved away has no successor and is none of these. The ones before have left the register
 * that day or go on with fewer persons; the ones after are in it from then on.
 */
export const succession = z.strictObject({
  on: day,
  fromIds: z.array(id).min(1),
  toIds: z.array(id).min(1),
  source,
});
export type Succession = z.infer<typeof succession>;

/**
 * For each household that came of another after `from` and up to `to`, or went on as another,
 * the name of the group that they form: the first id of it. Whoever is not in it stands alone.
 */
export function groupsBetween(successions: readonly Succession[], from: Day, to: Day): Map<string, string> {
  const groupOf = new Map<string, string>();
  for (const { on, fromIds, toIds } of successions) {
    if (on <= from || on > to) continue;
    const ids = [...fromIds, ...toIds];
    const joined = new Set(ids.map((householdId) => groupOf.get(householdId) ?? householdId));
    const [name] = [...joined].toSorted();
    for (const [householdId, group] of groupOf)
      if (joined.has(group)) groupOf.set(householdId, name ?? group);
    for (const householdId of ids) groupOf.set(householdId, name ?? householdId);
  }
  return groupOf;
}
