import { z } from 'zod';
import { id } from './id.ts';
import { covers, place, type Place } from './place.ts';
import { bilingual } from './text.ts';

/**
 * What every rule that a verdict names says of itself. Rules are data: another
 * place or year is another entry, never another branch of code.
 */
export const ruleHead = z.strictObject({
  id,
  /** Where it holds, and everywhere below. */
  place,
  source: bilingual,
  /** Whether it was compared with an official text. What is not is shown as such. */
  verified: z.boolean(),
});
export type RuleHead = z.infer<typeof ruleHead>;

/** Of the rules that hold at a place, the one made for the smallest place around it, or null. */
export function nearestRule<Rule extends Pick<RuleHead, 'place'>>(
  rules: readonly Rule[],
  at: Place,
): Rule | null {
  return (
    rules.filter((rule) => covers(rule.place, at)).toSorted((a, b) => b.place.length - a.place.length)[0] ??
    null
  );
}
