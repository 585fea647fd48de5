import type { VillageRecord } from '#src/domain/village-record.ts';

/** The number of the last thing recorded in a village. */
export function lastSequence(record: VillageRecord): number {
  let last = 0;
  const { visits, readings, verdicts, reviews, steps, questionAnswers } = record;
  for (const list of [visits, readings, verdicts, reviews, steps, questionAnswers]) {
    for (const { sequence } of list) if (sequence > last) last = sequence;
  }
  return last;
}
