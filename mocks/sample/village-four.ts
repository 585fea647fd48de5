import type { VillageRecord } from '#src/domain/village-record.ts';
import { call, fictionalVillage, register, type Row } from './fictional.ts';

const FIRST = '2018-04-10';
const SECOND = '2018-07-05';

const rows: Row[] = [
  ['001', 'unknown', null, null, null],
  ['002', 'unknown', 3, ['registered', null, '++????'], null],
  ['003', 'unknown', null, null, ['registered', null, '+?0???']],
  ['004', 'unknown', null, null, null],
  ['005', 'unknown', null, null, null],
  ['006', 'unknown', null, null, null],
  ['007', 'unknown', null, null, null],
  ['008', 'unknown', null, null, null],
];

/** Hardly anything is known, its population least of all. */
export function villageFour(): VillageRecord {
  const v = fictionalVillage(4, '四', { since: '2018-01-01', followUpDays: 180 });
  call(v, FIRST, 'workTeam', ['001x', '002']);
  call(v, SECOND, 'thirdParty', ['001x', '003']);
  register(v, [FIRST, SECOND], {}, rows);
  return v.record;
}
