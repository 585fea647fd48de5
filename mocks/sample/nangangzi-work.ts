import { addDays } from '#src/domain/day.ts';
import type { SampleVillage } from './build.ts';
import { ID, FOLLOW_UP_DAYS, JAN, JUL, OCT, press, workTeam } from './nangangzi-facts.ts';
import { clerk, reported, REPORTED_ON, say, synthetic } from './words.ts';

/** The two projects that the article names. What it does not say of them is invented and marked. */
export function projects(v: SampleVillage): void {
  const { projects: list } = v.record;
  list.push({
    id: 'nangangzi-irrigation',
    villageId: ID,
    name: say('水田改造灌溉工程', 'Paddy-field reconstruction irrigation project'),
    kind: 'infrastructure',
    startedOn: null,
    budget: 3_600_000,
    targets: [
      { indicator: 'built', value: 100, source: synthetic },
      { indicator: 'irrigated', value: 1200, source: synthetic },
      { indicator: 'householdsServed', value: 86, source: synthetic },
    ],
    milestones: [
      {
        what: say('渠道测量', 'Survey of the canals'),
        dueOn: '2017-12-31',
        doneOn: '2017-12-20',
        source: synthetic,
      },
      {
        what: say('泵站基础', 'Foundations of the pumping station'),
        dueOn: '2018-05-31',
        doneOn: '2018-06-08',
        source: synthetic,
      },
      {
        what: say('主渠衬砌', 'Lining of the main canal'),
        dueOn: '2018-07-10',
        doneOn: null,
        source: synthetic,
      },
      { what: say('通水', 'First water'), dueOn: '2018-10-15', doneOn: null, source: synthetic },
    ],
    beneficiaryIds: ['003', '005', '008', '009', '013', '018'].map((n) => `${ID}-${n}`),
    note: say(
      '文中只报道项目在建；预算、进度、面积均为虚构',
      'The article says only that it is under construction; budget, progress and area are invented',
    ),
    source: reported,
  });
  list.push({
    id: 'nangangzi-mushrooms',
    villageId: ID,
    // Without the householder's name: a project's name is shown to those who may not read names.
    name: say('庭院蘑菇', 'Courtyard mushrooms'),
    kind: 'courtyardEconomy',
    startedOn: null,
    budget: null,
    targets: [{ indicator: 'bagsGrowing', value: 2000, source: synthetic }],
    milestones: [],
    beneficiaryIds: [`${ID}-001`],
    note: say(
      '文中报道院里种了蘑菇；菌袋数为虚构',
      'The article says that mushrooms were planted in the yard; the number of bags is invented',
    ),
    source: reported,
  });
  const site = 'nangangzi-irrigation';
  v.read(site, 'stage', 'planned', OCT);
  v.read(site, 'stage', 'underConstruction', JAN);
  v.read(site, 'stage', 'underConstruction', JUL, press);
  for (const [day, built, spent] of [
    [OCT, 0, 60_000],
    [JAN, 12, 480_000],
    [JUL, 62, 2_050_000],
  ] as const) {
    v.read(site, 'built', built, day);
    v.read(site, 'spent', spent, day);
  }
  v.read(site, 'irrigated', 0, JAN);
  v.read(site, 'irrigated', 0, JUL);
  v.read(site, 'householdsServed', 0, JUL);
  // Planted by July says the article; it names no stage, so none is read.
  v.read('nangangzi-mushrooms', 'bagsGrowing', 0, JAN);
  v.read('nangangzi-mushrooms', 'bagsGrowing', 1200, JUL);
}

/** January’s are invented; July’s are the four groups of instructions of the seminar. */
export function commitments(v: SampleVillage): void {
  const { commitments: made, verdicts } = v.record;
  const january = [
    [
      'irrigation',
      'industry',
      '开春复工，推进灌溉工程',
      'Take up the irrigation works again in spring',
      '2018-05-31',
      'kept',
      '7月2日看到正在施工',
      'Works seen under way on 2 July',
    ],
    [
      'water',
      'guarantees',
      '逐户检查饮水安全',
      'Check the drinking water of every registered household',
      '2018-06-30',
      'partly',
      '仍有三户未解决',
      'Three households are left',
    ],
    [
      'helpers',
      'accuracy',
      '每户落实一名帮扶责任人',
      'Give every household a designated helper',
      '2018-03-31',
      'notKept',
      '两户样例户至今没有',
      'Two sample households still have none',
    ],
    [
      'meetings',
      'grassroots',
      '每月召开一次村民评议会',
      'Hold a villagers’ meeting every month',
      '2018-06-30',
      'cannotTell',
      '未见会议记录',
      'No minutes were shown',
    ],
  ] as const;
  for (const [key, theme, zh, en, dueOn, verdict, noteZh, noteEn] of january) {
    const id = `nangangzi-c1-${key}`;
    made.push({
      id,
      villageId: ID,
      visitId: 'nangangzi-2018-01-22',
      theme,
      what: say(zh, en),
      owner: workTeam,
      dueOn,
      householdId: null,
      projectId: key === 'irrigation' ? 'nangangzi-irrigation' : null,
      recordedOn: JAN,
      source: synthetic,
    });
    verdicts.push({
      commitmentId: id,
      visitId: 'nangangzi-2018-07-02',
      verdict,
      note: say(noteZh, noteEn),
      givenOn: JUL,
      recordedOn: JUL,
      sequence: v.next(),
      recordedBy: clerk,
      source: synthetic,
    });
  }
  const july = [
    [
      'accuracy',
      '聚焦新时代新使命，坚持精准扶贫、精准脱贫，确保不落一人',
      'New mission: accurate alleviation, so that no one is left behind',
    ],
    [
      'industry',
      '补齐短板，激发内生动力，建立稳定脱贫长效机制，发挥产业扶贫作用',
      'Fill the gaps, stimulate inner drive, build a long-term mechanism, use industry',
    ],
    [
      'guarantees',
      '兜牢基本保障，加强基础设施和医疗、教育等公共服务，提高贫困群众满意度',
      'Consolidate basic guarantees; infrastructure, medical care, education; the satisfaction of the poor',
    ],
    [
      'grassroots',
      '建强基层党组织，支部书记带头，驻村干部扎根，致富带头人示范，贫困群众奋发',
      'Strengthen grassroots Party organisations: branch secretaries, resident cadres, leaders in getting rich, the poor themselves',
    ],
  ] as const;
  for (const [theme, zh, en] of july) {
    made.push({
      id: `nangangzi-c2-${theme}`,
      villageId: ID,
      visitId: 'nangangzi-2018-07-02',
      theme,
      what: say(zh, en),
      owner: say('文中未写明', 'Not stated in the article'),
      // The article names neither owner nor day: due at the next visit, so the day is computed.
      dueOn: addDays(JUL, FOLLOW_UP_DAYS),
      householdId: null,
      projectId: null,
      recordedOn: REPORTED_ON,
      source: reported,
    });
  }
}
