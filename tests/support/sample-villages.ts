import type { VillageRecord } from '#src/domain/village-record.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';

/** Nangangzi alone, with what the test is about changed. */
export function nangangziOnly(changed: (record: VillageRecord) => VillageRecord): VillageRecord[] {
  return sampleRecords.filter((r) => r.village.id === 'nangangzi').map(changed);
}
