import type { VillageRecord } from '#src/domain/village-record.ts';
import { call, fictionalVillage, promise, register, type Row } from './fictional.ts';
import { say, synthetic } from './words.ts';

const FIRST = '2018-03-05';
const SECOND = '2018-06-20';
const SITE = 'sample-village-2-greenhouse';

const rows: Row[] = [
  ['001', 'labour', 3, ['out', 9000, '++++++'], ['out', 9700, '++++++'], [3000, 800, 0, 900]],
  ['002', 'labour', 2, ['out', 6100, '++++++'], ['out', 6800, '++++++'], [3000, 800, 0, 900]],
  ['003', 'funds', 4, ['out', 12_800, '++++++'], ['out', 13_500, '++++++'], [3000, 800, 0, 900]],
  ['004', 'illness', 2, ['out', 5200, '++0+++'], ['returned', 1500, '++0-++'], [1000, 300, 0, 1100]],
  ['005', 'schooling', 5, ['registered', 6000, '++-+++'], ['out', 14_000, '++++++'], [2400, 900, 0, 1500]],
  ['006', 'labour', 1, ['out', 5200, '++0+++'], ['out', 5900, '++0+++'], [3000, 800, 0, 900]],
  ['007', 'transport', 3, ['out', 8800, '++++++'], ['out', 9500, '++++++'], [3000, 800, 0, 900]],
  [
    '008',
    'technology',
    4,
    ['registered', 7400, '++++++'],
    ['registered', 8200, '++++-+'],
    [2100, 900, 0, 1200],
  ],
  ['009', 'land', 2, ['out', 6600, '++0+++'], null, [1800, 600, 300, 800]],
];

/** As good as delisted, below 2 %: most are out, and one household has returned. */
export function villageTwo(): VillageRecord {
  const v = fictionalVillage(2, '二', { since: '2016-03-01', followUpDays: 120 });
  const { id } = v.record.village;
  const first = call(v, FIRST, 'leader', ['001', '002', '003', '004', '005']);
  const second = call(v, SECOND, 'helper', ['001', '002', '003x', '005', '006', '007']);
  v.read(id, 'ruralPopulation', 910, FIRST);
  v.read(id, 'satisfaction', 90, FIRST);
  v.read(id, 'satisfaction', 92, SECOND);
  v.read(id, 'road', 'good', SECOND);
  v.read(id, 'cleanliness', 'fair', SECOND);
  v.read(id, 'trees', 'fair', SECOND);
  const helpers: [ReturnType<typeof say>, string][] = [
    [say('样例帮扶人丁', 'Sample helper D'), '2016-04-01'],
  ];
  register(v, [FIRST, SECOND], { helpers }, rows);
  promise(v, {
    at: first,
    theme: 'guarantees',
    what: say('补发医疗报销', 'Pay the medical refunds'),
    dueOn: '2018-05-01',
    verdict: ['kept', second, say('已全部到账', 'All of them were paid')],
  });
  promise(v, {
    at: second,
    theme: 'industry',
    what: say('组织养殖培训', 'Hold a course in animal husbandry'),
    dueOn: '2018-09-01',
  });
  v.record.projects.push({
    id: SITE,
    villageId: id,
    name: say('样例大棚', 'Sample greenhouses'),
    kind: 'industry',
    startedOn: '2017-04-01',
    budget: 420_000,
    targets: [
      { indicator: 'built', value: 100, source: synthetic },
      { indicator: 'householdsServed', value: 20, source: synthetic },
    ],
    milestones: [
      { what: say('建成', 'Built'), dueOn: '2018-04-30', doneOn: '2018-04-12', source: synthetic },
    ],
    beneficiaryIds: ['001', '002', '005'].map((number) => `${id}-${number}`),
    note: null,
    source: synthetic,
  });
  for (const [day, stage, built, spent, served] of [
    [FIRST, 'underConstruction', 85, 380_000, 0],
    [SECOND, 'benefiting', 100, 415_000, 17],
  ] as const) {
    v.read(SITE, 'stage', stage, day);
    v.read(SITE, 'built', built, day);
    v.read(SITE, 'spent', spent, day);
    v.read(SITE, 'householdsServed', served, day);
  }
  v.review(first, 'accepted', '2018-03-12');
  v.review(second, 'accepted', '2018-06-29', say('请下次补问第009户', 'Ask household 009 next time'));
  return v.record;
}
