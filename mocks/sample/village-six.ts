import type { VillageRecord } from '#src/domain/village-record.ts';
import { fictionalVillage } from './fictional.ts';

/** Newly linked, never visited, its register not there yet: what every screen shows of nothing. */
export function villageSix(): VillageRecord {
  return fictionalVillage(6, '六', { since: '2018-07-01', followUpDays: 60 }).record;
}
