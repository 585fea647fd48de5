import { byVisitOrder, type Outcome, type Visit } from './visit.ts';

/** How far anybody got with a household: spoken to, door found shut, or nobody came. */
export const calls = ['met', 'nobodyHome', 'none'] as const;
export type Call = (typeof calls)[number];

const callOf = (outcome: Outcome): Call => (outcome === 'met' || outcome === 'seen' ? 'met' : 'nobodyHome');

/**
 * The best call on each household after the first visit, up to and including
 * the second; without a first visit, ever. Returns a look-up by household id.
 */
export function callBetween(
  visits: readonly Visit[],
  from: Visit | null,
  to: Visit,
): (householdId: string) => Call {
  const best = new Map<string, Call>();
  for (const v of visits) {
    if ((from && byVisitOrder(v, from) <= 0) || byVisitOrder(v, to) > 0) continue;
    for (const s of v.stops) {
      if (s.kind !== 'household' || s.subjectId === null) continue;
      if (best.get(s.subjectId) !== 'met') best.set(s.subjectId, callOf(s.outcome));
    }
  }
  return (householdId) => best.get(householdId) ?? 'none';
}
