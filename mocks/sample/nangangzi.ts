import type { VillageRecord } from '#src/domain/village-record.ts';
import { SampleVillage } from './build.ts';
import { FOLLOW_UP_DAYS, ID, JAN, JUL, OCT, press, workTeam } from './nangangzi-facts.ts';
import { householders } from './nangangzi-householders.ts';
import { nangangziHouseholds } from './nangangzi-households.ts';
import { commitments, projects } from './nangangzi-work.ts';
import { nangangziProcedures } from './procedures.ts';
import { reported, REPORTED_ON, say, synthetic } from './words.ts';

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
        townshipId: 'honggangzi',
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
  householders(v);
  nangangziHouseholds(v);
  projects(v);
  commitments(v);
  // The article's visits are left as they are: no office's word about them is made up.
  v.review('nangangzi-2017-10-18', 'accepted', '2017-10-30');
  nangangziProcedures(v);
  v.answer(
    'educationMetOutOfSchool/nangangzi-004/nangangzi-004-m2',
    [`nangangzi-004-education-${JUL}`],
    '2018-07-06',
    say(
      '三月起已在乡小学就读，成员信息待更新',
      'At the township’s primary school since March; the list of members is to follow',
    ),
  );
  return v.record;
}

function visits(v: SampleVillage): void {
  const leader = say(
    '省委副书记、省长景俊海',
    'Governor Jing Junhai, deputy Party secretary of the province',
  );
  v.visit({
    id: 'nangangzi-2017-10-18',
    kind: 'workTeam',
    on: OCT,
    present: [workTeam],
    stops: [
      { kind: 'village', subjectId: null, outcome: 'seen', said: null, source: synthetic },
      ...['003', '005', '013', '020'].map((n) => ({
        kind: 'household' as const,
        subjectId: `${ID}-${n}`,
        outcome: 'met' as const,
        said: null,
        source: synthetic,
      })),
      { kind: 'household', subjectId: `${ID}-012`, outcome: 'nobodyHome', said: null, source: synthetic },
    ],
    note: say('虚构的走访，用来与后两次比较', 'An invented visit, to compare the later two with'),
    recordedOn: OCT,
    source: synthetic,
  });
  v.visit({
    id: 'nangangzi-2018-01-22',
    kind: 'leader',
    on: JAN,
    present: [leader],
    stops: [
      {
        kind: 'village',
        subjectId: null,
        outcome: 'seen',
        said: say('调研该村脱贫攻坚工作', 'The village’s poverty-alleviation work was investigated'),
        source: reported,
      },
      {
        kind: 'household',
        subjectId: `${ID}-001`,
        outcome: 'met',
        said: say(
          '文中只说7月“再次来到”他家，1月的谈话没有报道',
          'The article says only that in July he was visited “once again”; what was said in January is not reported',
        ),
        source: reported,
      },
    ],
    note: null,
    recordedOn: REPORTED_ON,
    source: reported,
  });
  v.visit({
    id: 'nangangzi-2018-07-02',
    kind: 'leader',
    on: JUL,
    present: [leader],
    stops: [
      {
        kind: 'village',
        subjectId: null,
        outcome: 'seen',
        said: say(
          '村子干净整洁，道路平坦，绿树成荫，干部群众精神饱满',
          'The village is clean and tidy, the road smooth, the trees make a pleasant shade; cadres and villagers are in good spirits',
        ),
        source: reported,
      },
      {
        kind: 'projectSite',
        subjectId: 'nangangzi-irrigation',
        outcome: 'seen',
        said: say(
          '到水田改造灌溉工程现场察看施工进展',
          'The construction of the paddy-field irrigation project was observed on site',
        ),
        source: reported,
      },
      {
        kind: 'household',
        subjectId: `${ID}-001`,
        outcome: 'met',
        said: say(
          '院里种了蘑菇，生活条件有所改善；他说党和政府的好政策帮他解决了实际困难，对脱贫致富更有信心',
          'Mushrooms grow in the yard and living conditions improved; he said that good policies helped him solve practical difficulties and that he is more confident',
        ),
        source: reported,
      },
      {
        kind: 'household',
        subjectId: `${ID}-002`,
        outcome: 'met',
        said: say(
          '详细询问生活情况，鼓励他努力过上更好的日子',
          'His life was asked about in detail, and he was encouraged to work for a better one',
        ),
        source: reported,
      },
      {
        kind: 'seminar',
        subjectId: null,
        outcome: 'met',
        said: say(
          '在村里召开座谈会，提出四方面要求（见承诺事项）',
          'A seminar in the village gave four groups of instructions (see the commitments)',
        ),
        source: reported,
      },
    ],
    note: say(
      '据英文报道整理，两户户主姓名的汉字为音译',
      'Taken from the article; in Chinese the two householders’ names are rendered by sound',
    ),
    recordedOn: REPORTED_ON,
    source: reported,
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
