import { z } from 'zod';
import { day } from './day.ts';
import { id } from './id.ts';
import { conditionStates, guarantees, indicator } from './indicator.ts';
import type { Reading } from './reading.ts';
import { evidence } from './source.ts';

/** A reading that a criterion was judged by. */
export const readingRef = z.strictObject({ readingId: id, indicator, trueOn: day, evidence });
export type ReadingRef = z.infer<typeof readingRef>;

/** Something that would turn a criterion. */
export const turning = z.discriminatedUnion('kind', [
  /**
   * Income per person rises by more than `by` yuan (`up`), or falls by `by` or more; `total`
   * is the same for the whole household over twelve months.
   */
  z.strictObject({ kind: z.literal('income'), up: z.boolean(), by: z.number(), total: z.number() }),
  /** Income stays above the line at so many more visits. */
  z.strictObject({ kind: z.literal('steady'), visits: z.int() }),
  z.strictObject({
    kind: z.literal('guarantee'),
    guarantee: z.enum(guarantees),
    to: z.enum(['met', 'notMet']),
  }),
  /**
   * So many persons get out (`up`) or become poor; `householdIds` are the fewest households
   * whose exit would do.
   */
  z.strictObject({ kind: z.literal('persons'), up: z.boolean(), by: z.int(), householdIds: z.array(id) }),
  z.strictObject({ kind: z.literal('condition'), indicator, to: z.enum(conditionStates) }),
  /** Somebody reads it, and it turns out well. */
  z.strictObject({
    kind: z.literal('reading'),
    missing: z.array(z.strictObject({ subjectId: id, indicator })),
  }),
]);
export type Turning = z.infer<typeof turning>;

export const criterion = z.strictObject({
  /** `income`, `incidence`, or the guarantee or condition of that name. */
  code: z.union([z.enum(['income', 'incidence']), indicator]),
  state: z.enum(['met', 'notMet', 'unknown']),
  /** False: looked at alongside, decides nothing. */
  required: z.boolean(),
  readings: z.array(readingRef),
  /** What nobody read, or read as unknown. */
  missing: z.array(z.strictObject({ subjectId: id, indicator })),
  /** The least that would turn it: to met where it is not, to not met where it is. Null: nothing can. */
  turning: turning.nullable(),
});
export type Criterion = z.infer<typeof criterion>;

/** Whether the conditions for leaving are there. The procedure follows, and is a record of its own. */
export const exitVerdict = z.strictObject({
  subjectId: id,
  on: day,
  verdict: z.enum(['ready', 'notReady', 'cannotTell']),
  /** What it was judged by: null where there is no such rule for the place and year. */
  ruleId: id,
  lineId: id.nullable(),
  incomeRuleId: id.nullable(),
  criteria: z.array(criterion),
  /** `all`: these together make it ready. `any`: any one of these makes it not ready. */
  flip: z.strictObject({ need: z.enum(['all', 'any']), turnings: z.array(turning) }),
});
export type ExitVerdict = z.infer<typeof exitVerdict>;

export const refOf = (r: Reading): ReadingRef => ({
  readingId: r.id,
  indicator: r.indicator,
  trueOn: r.trueOn,
  evidence: r.evidence,
});

/** A verdict out of its criteria: one that is required and not met says no, one that is unknown leaves it open. */
export function judged(
  head: Pick<ExitVerdict, 'subjectId' | 'on' | 'ruleId' | 'lineId' | 'incomeRuleId'>,
  criteria: Criterion[],
): ExitVerdict {
  const required = criteria.filter((c) => c.required);
  const open = required.filter((c) => c.state !== 'met');
  const verdict = open.some((c) => c.state === 'notMet')
    ? 'notReady'
    : open.length > 0
      ? 'cannotTell'
      : 'ready';
  const isReady = verdict === 'ready';
  return {
    ...head,
    verdict,
    criteria,
    flip: {
      need: isReady ? 'any' : 'all',
      turnings: (isReady ? required : open).flatMap((c) => c.turning ?? []),
    },
  };
}
