import type { VillageRecord } from '#src/domain/village-record.ts';

/** The number of the last thing recorded in a village. */
export function lastSequence(record: VillageRecord): number {
  let last = 0;
  for (const list of [record.visits, record.readings, record.verdicts, record.reviews, record.steps]) {
    for (const { sequence } of list) if (sequence > last) last = sequence;
  }
  return last;
}
