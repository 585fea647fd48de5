import type { VillageRecord } from '#src/domain/village-record.ts';
import { call, fictionalVillage, promise, register, type Row } from './fictional.ts';
import { villageThreeProcedures } from './procedures.ts';
import { SAMPLE_MARK, say } from './words.ts';

const BEFORE = '2017-03-21';
const FIRST = '2017-09-12';
const SECOND = '2018-02-08';

const rows: Row[] = [
  ['001', 'illness', 1, ['registered', 1500, '++0+-+'], ['registered', 1500, '++0+-+'], [900, 400, 0, 700]],
  ['002', 'water', 2, ['registered', 3260, '+++++-'], ['registered', 3440, '+++++-'], [900, 400, 0, 700]],
  ['003', 'labour', 3, ['registered', 5280, '++0+++'], ['registered', 8100, '++0+++'], [900, 400, 0, 700]],
  ['004', 'schooling', 4, ['registered', 7560, '++-+++'], ['registered', 8100, '++-+++'], [900, 400, 0, 700]],
  ['005', 'funds', 1, ['registered', 2020, '++0+++'], ['out', 2740, '++0+++'], [900, 400, 0, 700]],
  ['006', 'disaster', 2, ['registered', 4300, '+++-+-'], ['registered', 5200, '+++-+-'], [900, 400, 0, 700]],
  ['007', 'drive', 3, ['registered', 4100, '+++++-'], null, [1200, 900, 0, 700]],
  ['008', 'disability', 2, ['registered', 0, '++0++-'], ['registered', 0, '++0++-'], [800, 300, 0, 3100]],
];

/** Long unvisited: the follow-up and two commitments are overdue. */
export function villageThree(): VillageRecord {
  const v = fictionalVillage(3, '三', {
    since: '2016-03-01',
    followUpDays: 90,
    title: say('副市长', 'Deputy mayor'),
  });
  const { id } = v.record.village;
  const before = call(v, BEFORE, 'workTeam', []);
  const first = call(v, FIRST, 'workTeam', ['001', '002', '003', '008']);
  const second = call(v, SECOND, 'leader', ['001', '004x']);
  // Out of a register, not off a visit; the import's name marks the whole sample.
  v.read(id, 'ruralPopulation', 388, '2017-09-01', { source: { kind: 'import', name: SAMPLE_MARK } });
  v.read(id, 'road', 'poor', SECOND);
  register(v, [FIRST, SECOND], {}, rows);
  promise(v, {
    at: before,
    theme: 'guarantees',
    what: say('修好村口水泵', 'Mend the pump at the village gate'),
    dueOn: '2017-06-30',
    verdict: ['kept', first, say('水泵已修好出水', 'The pump runs again')],
    reopened: [second, say('冬天冻坏，又不出水', 'It froze in winter and is dry again'), '2018-08-31'],
  });
  promise(v, {
    at: first,
    theme: 'guarantees',
    what: say('维修两户危房', 'Repair two dangerous houses'),
    dueOn: '2017-12-31',
    verdict: ['partly', second, say('修好一户', 'One is repaired')],
  });
  promise(v, {
    at: second,
    theme: 'accuracy',
    what: say('重新核对收入', 'Check the incomes again'),
    dueOn: '2018-05-31',
  });
  v.review(before, 'accepted', '2017-03-28');
  v.review(first, 'accepted', '2017-09-20');
  v.review(
    second,
    'sentBack',
    '2018-02-20',
    say(
      '第006户工资涨了九百元，请核对凭证；第004户家中无人，须再走访。',
      'Household 006 earned 900 yuan more in wages: check the document. Nobody was home at household 004: call again.',
    ),
  );
  villageThreeProcedures(v);
  return v.record;
}
