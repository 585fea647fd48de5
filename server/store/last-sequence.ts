import type { VillageRecord } from '#src/domain/village-record.ts';

type Numbered = readonly { sequence: number }[];

/** Of lists that nobody changes any more: a village grows by one of them at a time. */
const known = new WeakMap<Numbered, number>();

/** The number of the last thing recorded in a village. */
export function lastSequence(record: VillageRecord): number {
  const { visits, readings, verdicts, reviews, steps, questionAnswers } = record;
  const lists: Numbered[] = [visits, readings, verdicts, reviews, steps, questionAnswers];
  return lists.reduce((last, list) => Math.max(last, lastIn(list)), 0);
}

function lastIn(list: Numbered): number {
  const told = known.get(list);
  if (told !== undefined) return told;
  let last = 0;
  for (const { sequence } of list) if (sequence > last) last = sequence;
  if (Object.isFrozen(list)) known.set(list, last);
  return last;
}
