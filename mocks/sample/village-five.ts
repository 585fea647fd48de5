import type { VillageRecord } from '#src/domain/village-record.ts';
import { call, fictionalVillage, promise, register, type Row } from './fictional.ts';
import { say } from './words.ts';

const ONLY = '2018-05-28';

const rows: Row[] = [
  ['001', 'transport', 2, null, ['registered', 3100, '+++++-'], [1200, 500, 0, 800]],
  ['002', 'transport', 4, null, ['registered', 7200, '+++++-'], [1200, 500, 0, 800]],
  ['003', 'illness', 1, null, ['registered', 900, '++0-+-'], [1200, 500, 0, 800]],
  ['004', 'transport', 3, null, ['registered', 5200, '+++++-'], [1200, 500, 0, 800]],
  ['005', 'labour', 2, null, ['registered', 0, '++0++-'], [2600, 900, 0, 2400]],
  ['006', 'land', 3, null, ['out', 8800, '++++++'], [1200, 500, 400, 800]],
  ['007', 'schooling', 4, null, ['registered', 6100, '++-++-'], [1200, 500, 0, 800]],
];

/** One visit so far: nothing to compare it with. */
export function villageFive(): VillageRecord {
  const v = fictionalVillage(5, '五', {
    since: '2018-05-01',
    followUpDays: 60,
    title: say('县委书记', 'County Party secretary'),
  });
  const only = call(v, ONLY, 'leader', ['001', '002', '003', '004']);
  v.read(v.record.village.id, 'ruralPopulation', 205, ONLY);
  const helper = say('样例帮扶人戊', 'Sample helper E');
  register(v, [ONLY, ONLY], { helpers: [[helper, ONLY]] }, rows);
  promise(v, {
    at: only,
    theme: 'guarantees',
    what: say('开通客车', 'Open a bus line'),
    dueOn: '2018-08-31',
  });
  return v.record;
}
