import type { VillageRecord } from '#src/domain/village-record.ts';
import { call, fictionalVillage, register, type Row } from './fictional.ts';
import { say } from './words.ts';

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
  const first = call(v, FIRST, 'workTeam', ['001x', '002']);
  call(v, SECOND, 'thirdParty', ['001x', '003']);
  register(v, [FIRST, SECOND], {}, rows);
  v.review(
    first,
    'sentBack',
    '2018-04-18',
    say('只走访了一户，请补充。', 'Only one household was met: go on.'),
  );
  v.review(
    first,
    'answered',
    '2018-04-25',
    say('其余各户外出务工，已约七月回访。', 'The others are away for work; they are asked back for July.'),
  );
  return v.record;
}
