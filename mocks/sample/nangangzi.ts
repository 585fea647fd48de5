import type { VillageRecord } from '#src/domain/village-record.ts';
import { addDays } from '#src/domain/day.ts';
import { reported, REPORTED_ON, SampleVillage, say, SAMPLE_MARK, synthetic } from './build.ts';
import { nangangziHouseholds } from './nangangzi-households.ts';

const ID = 'nangangzi';
const OCT = '2017-10-18';
const JAN = '2018-01-22';
const JUL = '2018-07-02';
const FOLLOW_UP_DAYS = 180;
const press = { source: reported, evidence: 'reportedInPress', recordedOn: REPORTED_ON } as const;
const workTeam = say('样例工作队', 'Sample work team');

/** The first case: what the article of 6 July 2018 says, and invented figures beside it, each marked. */
export function nangangzi(): VillageRecord {
  const v = new SampleVillage(
    {
      village: {
        id: ID,
        name: say('南岗子村', 'Nangangzi Village'),
        province: say('吉林省', 'Jilin Province'),
        prefecture: say('白城市', 'Baicheng City'),
        county: say('大安市', "Da'an City"),
        countyCode: '220882',
        // The article says Town; Chinese pages say township (乡).
        township: say('红岗子乡', 'Honggangzi Town'),
        fictional: false,
        source: reported,
      },
      contactPoint: {
        id: 'nangangzi-contact-point',
        villageId: ID,
        leader: { name: say('景俊海', 'Jing Junhai'), title: say('省长', 'Governor') },
        since: null,
        followUpDays: FOLLOW_UP_DAYS,
        source: reported,
      },
    },
    0,
  );
  visits(v);
  villageReadings(v);
  nangangziHouseholds(v);
  projects(v);
  commitments(v);
  return v.record;
}

function visits(v: SampleVillage): void {
  const leader = say('省委副书记、省长景俊海', 'Governor Jing Junhai, deputy Party secretary of the province');
  v.visit({
    id: 'nangangzi-2017-10-18', kind: 'workTeam', on: OCT, present: [workTeam],
    stops: [
      { kind: 'village', subjectId: null, outcome: 'seen', said: null, source: synthetic },
      ...['003', '005', '013', '020'].map((n) => ({ kind: 'household' as const, subjectId: `${ID}-${n}`, outcome: 'met' as const, said: null, source: synthetic })),
      { kind: 'household', subjectId: `${ID}-012`, outcome: 'nobodyHome', said: null, source: synthetic },
    ],
    note: say(`样例走访（${SAMPLE_MARK}）`, `A sample visit (${SAMPLE_MARK})`),
    recordedOn: OCT, source: synthetic,
  });
  v.visit({
    id: 'nangangzi-2018-01-22', kind: 'leader', on: JAN, present: [leader],
    stops: [
      { kind: 'village', subjectId: null, outcome: 'seen', said: say('调研该村脱贫攻坚工作', 'The village’s poverty-alleviation work was investigated'), source: reported },
      { kind: 'household', subjectId: `${ID}-001`, outcome: 'met', said: say('文中只说7月“再次来到”他家，1月的谈话没有报道', 'The article says only that in July he was visited “once again”; what was said in January is not reported'), source: reported },
    ],
    note: null, recordedOn: REPORTED_ON, source: reported,
  });
  v.visit({
    id: 'nangangzi-2018-07-02', kind: 'leader', on: JUL, present: [leader],
    stops: [
      { kind: 'village', subjectId: null, outcome: 'seen', said: say('村子干净整洁，道路平坦，绿树成荫，干部群众精神饱满', 'The village is clean and tidy, the road smooth, the trees make a pleasant shade; cadres and villagers are in good spirits'), source: reported },
      { kind: 'projectSite', subjectId: 'nangangzi-irrigation', outcome: 'seen', said: say('到水田改造灌溉工程现场察看施工进展', 'The construction of the paddy-field irrigation project was observed on site'), source: reported },
      { kind: 'household', subjectId: `${ID}-001`, outcome: 'met', said: say('院里种了蘑菇，生活条件有所改善；他说党和政府的好政策帮他解决了实际困难，对脱贫致富更有信心', 'Mushrooms grow in the yard and living conditions improved; he said that good policies helped him solve practical difficulties and that he is more confident'), source: reported },
      { kind: 'household', subjectId: `${ID}-002`, outcome: 'met', said: say('详细询问生活情况，鼓励他努力过上更好的日子', 'His life was asked about in detail, and he was encouraged to work for a better one'), source: reported },
      { kind: 'seminar', subjectId: null, outcome: 'met', said: say('在村里召开座谈会，提出四方面要求（见承诺事项）', 'A seminar in the village gave four groups of instructions (see the commitments)'), source: reported },
    ],
    note: null, recordedOn: REPORTED_ON, source: reported,
  });
}

function villageReadings(v: SampleVillage): void {
  v.read(ID, 'ruralPopulation', 642, OCT);
  v.read(ID, 'ruralPopulation', 640, JAN);
  v.read(ID, 'ruralPopulation', 637, JUL);
  v.read(ID, 'road', 'poor', OCT);
  v.read(ID, 'road', 'fair', JAN);
  v.read(ID, 'cleanliness', 'fair', JAN);
  v.read(ID, 'satisfaction', 81, JAN);
  v.read(ID, 'satisfaction', 88.5, JUL);
  // "Clean and tidy, the road smooth, and the trees make a pleasant shade." Trees were not spoken of in January.
  for (const seen of ['road', 'cleanliness', 'trees'] as const) v.read(ID, seen, 'good', JUL, press);
}

function projects(v: SampleVillage): void {
  const { projects: list } = v.record;
  list.push({
    id: 'nangangzi-irrigation', villageId: ID,
    name: say('水田改造灌溉工程', 'Paddy-field reconstruction irrigation project'),
    kind: 'infrastructure', startedOn: null, budget: 3_600_000,
    targets: [
      { indicator: 'built', value: 100, source: synthetic },
      { indicator: 'irrigated', value: 1200, source: synthetic },
      { indicator: 'householdsServed', value: 86, source: synthetic },
    ],
    milestones: [
      { what: say('渠道测量', 'Survey of the canals'), dueOn: '2017-12-31', doneOn: '2017-12-20', source: synthetic },
      { what: say('泵站基础', 'Foundations of the pumping station'), dueOn: '2018-05-31', doneOn: '2018-06-08', source: synthetic },
      { what: say('主渠衬砌', 'Lining of the main canal'), dueOn: '2018-07-10', doneOn: null, source: synthetic },
      { what: say('通水', 'First water'), dueOn: '2018-10-15', doneOn: null, source: synthetic },
    ],
    beneficiaryIds: ['003', '005', '008', '009', '013', '018'].map((n) => `${ID}-${n}`),
    note: say('文中只报道项目在建；预算、进度、面积均为虚构', 'The article says only that it is under construction; budget, progress and area are invented'),
    source: reported,
  });
  list.push({
    id: 'nangangzi-mushrooms', villageId: ID,
    name: say('王焕鹏家庭院蘑菇', 'Wang Huanpeng’s courtyard mushrooms'),
    kind: 'courtyardEconomy', startedOn: null, budget: null,
    targets: [{ indicator: 'bagsGrowing', value: 2000, source: synthetic }],
    milestones: [], beneficiaryIds: [`${ID}-001`],
    note: say('文中报道院里种了蘑菇；菌袋数为虚构', 'The article says that mushrooms were planted in the yard; the number of bags is invented'),
    source: reported,
  });
  const site = 'nangangzi-irrigation';
  v.read(site, 'stage', 'planned', OCT);
  v.read(site, 'stage', 'underConstruction', JAN);
  v.read(site, 'stage', 'underConstruction', JUL, press);
  for (const [day, built, spent] of [[OCT, 0, 60_000], [JAN, 12, 480_000], [JUL, 62, 2_050_000]] as const) {
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

function commitments(v: SampleVillage): void {
  const { commitments: made, verdicts } = v.record;
  const january = [
    ['irrigation', 'industry', '春季开工建设灌溉工程', 'Start building the irrigation works in spring', '2018-05-31', 'kept', '7月2日看到正在施工', 'Works seen under way on 2 July'],
    ['water', 'guarantees', '逐户检查饮水安全', 'Check the drinking water of every registered household', '2018-06-30', 'partly', '仍有三户未解决', 'Three households are left'],
    ['helpers', 'accuracy', '每户落实一名帮扶责任人', 'Give every household a designated helper', '2018-03-31', 'notKept', '三户至今没有', 'Three still have none'],
    ['meetings', 'grassroots', '每月召开一次村民评议会', 'Hold a villagers’ meeting every month', '2018-06-30', 'cannotTell', '未见会议记录', 'No minutes were shown'],
  ] as const;
  for (const [key, theme, zh, en, dueOn, verdict, noteZh, noteEn] of january) {
    const id = `nangangzi-c1-${key}`;
    made.push({
      id, villageId: ID, visitId: 'nangangzi-2018-01-22', theme, what: say(zh, en), owner: workTeam, dueOn,
      householdId: null, projectId: key === 'irrigation' ? 'nangangzi-irrigation' : null, recordedOn: JAN, source: synthetic,
    });
    verdicts.push({
      commitmentId: id, visitId: 'nangangzi-2018-07-02', verdict, note: say(noteZh, noteEn), givenOn: JUL,
      recordedOn: JUL, sequence: v.next(), recordedBy: say('样例登记员', 'Sample clerk'), source: synthetic,
    });
  }
  const july = [
    ['accuracy', '聚焦新时代新使命，坚持精准扶贫、精准脱贫，确保不落一人', 'New mission: accurate alleviation, so that no one is left behind'],
    ['industry', '补齐短板，激发内生动力，建立稳定脱贫长效机制，发挥产业扶贫作用', 'Fill the gaps, stimulate inner drive, build a long-term mechanism, use industry'],
    ['guarantees', '兜牢基本保障，加强基础设施和医疗、教育等公共服务，提高贫困群众满意度', 'Consolidate basic guarantees; infrastructure, medical care, education; the satisfaction of the poor'],
    ['grassroots', '建强基层党组织，支部书记带头，驻村干部扎根，致富带头人示范，贫困群众奋发', 'Strengthen grassroots Party organisations: branch secretaries, resident cadres, leaders in getting rich, the poor themselves'],
  ] as const;
  for (const [theme, zh, en] of july) {
    made.push({
      id: `nangangzi-c2-${theme}`, villageId: ID, visitId: 'nangangzi-2018-07-02', theme, what: say(zh, en),
      owner: say('文中未写明', 'Not stated in the article'),
      // The article names no day: due at the next visit.
      dueOn: addDays(JUL, FOLLOW_UP_DAYS),
      householdId: null, projectId: null, recordedOn: REPORTED_ON, source: reported,
    });
  }
}
