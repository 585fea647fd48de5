import type { NotKnown } from '#src/domain/household-view.ts';
import type { Member } from '#src/domain/household.ts';
import { bundle, count } from './locale.tsx';

interface MemberWords {
  sex: Record<Member['sex'], string>;
  relation: Record<Member['relation'], string>;
  health: Record<Member['health'], string>;
  labour: Record<Member['labour'], string>;
  student: Record<Member['student'], string>;
}

/** What a person of a household is, as the national layout puts it (DOMAIN §2). */
export const memberWords = bundle<MemberWords>({
  en: {
    sex: { female: 'Female', male: 'Male', unknown: 'Unknown' },
    relation: { head: 'Head', spouse: 'Spouse', child: 'Child', parent: 'Parent', grandchild: 'Grandchild', sibling: 'Sibling', other: 'Other', unknown: 'Unknown' },
    health: { healthy: 'Healthy', longTermChronic: 'Long-term chronic illness', seriousIllness: 'Serious illness', disabled: 'Disabled', unknown: 'Unknown' },
    labour: { ordinary: 'Ordinary', skilled: 'Skilled', weak: 'Weak', lost: 'Lost', none: 'None', unknown: 'Unknown' },
    student: { notStudent: 'Not a student', preschool: 'Preschool', primary: 'Primary school', juniorMiddle: 'Junior middle school', seniorMiddle: 'Senior middle school', higher: 'Higher education', unknown: 'Unknown' },
  },
  'zh-CN': {
    sex: { female: '女', male: '男', unknown: '不明' },
    relation: { head: '户主', spouse: '配偶', child: '子女', parent: '父母', grandchild: '孙辈', sibling: '兄弟姐妹', other: '其他', unknown: '不明' },
    health: { healthy: '健康', longTermChronic: '长期慢性病', seriousIllness: '大病', disabled: '残疾', unknown: '不明' },
    labour: { ordinary: '普通劳动力', skilled: '技能劳动力', weak: '弱劳动力', lost: '丧失劳动力', none: '无劳动力', unknown: '不明' },
    student: { notStudent: '非在校生', preschool: '学前', primary: '小学', juniorMiddle: '初中', seniorMiddle: '高中', higher: '高等教育', unknown: '不明' },
  },
});

type Known = Exclude<NotKnown, 'income' | 'guarantees' | 'mainCause' | 'helper' | 'plan'>;

/** What is not known, beyond the indicators, which have their own names. */
export type NotKnownGroup = Exclude<NotKnown, Known>;
interface NotKnownWords {
  groups: Record<NotKnownGroup, string>;
  list: (names: string[]) => string;
}

export const notKnownWords = bundle<NotKnownWords>({
  en: {
    groups: { income: 'income', guarantees: 'the six guarantees', mainCause: 'cause of poverty', helper: 'designated helper', plan: 'household plan' },
    list: (names) => `Not known: ${names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(', ')}. Ask at the next visit.`,
  },
  'zh-CN': {
    groups: { income: '收入', guarantees: '六项保障', mainCause: '致贫原因', helper: '帮扶责任人', plan: '帮扶计划' },
    list: (names) => `尚不掌握：${names.join('、')}。下次走访时了解。`,
  },
});

/** Words of one household's record. */
export const householdWords = bundle({
  en: {
    place: 'Place',
    households: 'Households',
    number: (n: string) => `No. ${n}`,
    logVisit: 'Log a visit',
    facts: { persons: 'Persons', cause: 'Causes of poverty', helper: 'Helper', lastVisit: 'Last visit', registered: 'In the register since', left: 'Left the register' },
    mainCause: (main: string, others: string[]) => (others.length ? `${main}; also ${others.map((o) => o.toLowerCase()).join(', ')}` : main),
    since: (day: string) => `since ${day}`,
    readOn: (day: string) => `read on ${day}`,
    nobodyHomeOn: (day: string) => `nobody at home on ${day}`,
    never: 'Never',
    reported: 'What the press reported',
    pair: { heading: 'Between two visits', first: 'First visit', second: 'Second visit', knownOn: 'As known on', notice: (day: string) => `This is what was known on ${day}; nothing recorded later is in it.`, today: 'As known today' },
    income: {
      heading: 'Income',
      rose: (from: string, to: string) => `Net income per person rose from ${from} to ${to}`,
      fell: (from: string, to: string) => `Net income per person fell from ${from} to ${to}`,
      same: (to: string) => `Net income per person stayed at ${to}`,
      now: (to: string) => `Net income per person: ${to}`,
      unknown: (missing: string) => `Net income is not known: ${missing} missing`,
      unknownThen: (to: string) => `Net income per person: ${to}; earlier not known`,
      unknownNow: (from: string, missing: string) => `Net income per person was ${from}; now not known: ${missing} missing`,
      comma: ', ',
      subtitle: 'Yuan of the whole household over the twelve months before each visit',
      coverage: (known: number, of: number) => `${known} of ${of} parts known`,
      net: 'Net income, household',
      perPerson: 'Net income per person',
      cost: 'Business cost (subtracted)',
      columns: { part: 'Part', change: 'Change' },
      note: 'Net income = wages + business − business cost + property + transfers.',
    },
    guarantees: {
      heading: 'Guarantees',
      title: (met: number, of: number, on: string) => `${met} of ${of} guarantees that apply were met on ${on}`,
      none: (on: string) => `No guarantee applies on ${on}`,
      subtitle: 'At each visit to the village; each mark opens its reading',
      guarantee: 'Guarantee',
      neverRead: 'Never read',
      carried: (day: string) => `since ${day}`,
      carriedLegend: 'Pale: nobody read it again at that visit; the day is that of the last reading.',
      cell: (name: string, visit: string, state: string) => `${name}, ${visit}: ${state}`,
    },
    support: {
      heading: 'Plan and measures', plan: 'Plan', noMeasure: 'No measure is recorded.',
      period: (from: string, until: string | null) => (until ? `${from} to ${until}` : `since ${from}`),
      result: 'Result', noResult: 'no result recorded yet',
    },
    helpers: { heading: 'Helpers', none: 'No helper has ever been designated here, as far as is recorded.', now: 'now' },
    members: { heading: 'Members', none: 'No member is registered beyond the head’s name.', columns: ['Name', 'Relation', 'Sex', 'Born', 'Health', 'Labour ability', 'School'], shown: (n: number, of: number) => `${n} of ${count(of, 'person', 'persons')} registered by name` },
    projects: { heading: 'Projects', none: 'No project names this household.', failed: 'The project’s figures could not be loaded.' },
    commitments: { heading: 'Commitments', none: 'No commitment concerns this household by name.', madeOn: (day: string) => `made ${day}` },
    visits: {
      heading: 'Visits',
      title: (n: number, of: number) => `Called on at ${n} of ${count(of, 'visit')} to the village`,
      none: (of: number) => (of === 0 ? 'Nobody has visited the village yet.' : `Nobody has called here, at ${count(of, 'visit')} to the village.`),
      comma: ', ',
      saidNothing: 'What was said is not recorded.',
    },
    readings: {
      heading: 'Every reading',
      none: 'Nothing has been read of this household yet.',
      noneFound: 'No reading matches.',
      indicator: 'What was read', stands: 'Standing', all: 'All',
      standsChoices: { yes: 'Standing', no: 'Corrected since' },
      readings: (n: number) => count(n, 'reading'),
      clear: 'Show all readings',
      shown: (n: number, of: number) => `${n} of ${count(of, 'reading')}`,
      columns: { value: 'Value', trueOn: 'True on', recorded: 'Recorded', evidence: 'Evidence', note: 'Note' },
      corrects: (old: string, reason: string) => `Corrects ${old}: ${reason}`,
      correctedOn: (day: string) => `Corrected on ${day}`,
    },
    saveSource: (head: string, village: string) => `${head}, ${village}`,
  },
  'zh-CN': {
    place: '位置',
    households: '农户',
    number: (n: string) => `编号 ${n}`,
    logVisit: '记走访',
    facts: { persons: '人口', cause: '致贫原因', helper: '帮扶责任人', lastVisit: '最近走访', registered: '纳入时间', left: '不再在册' },
    mainCause: (main: string, others: string[]) => (others.length ? `${main}；其他：${others.join('、')}` : main),
    since: (day: string) => `${day} 起`,
    readOn: (day: string) => `${day} 登记`,
    nobodyHomeOn: (day: string) => `${day} 家中无人`,
    never: '未走访过',
    reported: '媒体报道的内容',
    pair: { heading: '两次走访之间', first: '前一次走访', second: '后一次走访', knownOn: '按当时所知', notice: (day: string) => `以下为${day}当时所知，此后登记的内容未计入。`, today: '按今日所知' },
    income: {
      heading: '收入',
      rose: (from: string, to: string) => `人均纯收入由 ${from} 增至 ${to}`,
      fell: (from: string, to: string) => `人均纯收入由 ${from} 减至 ${to}`,
      same: (to: string) => `人均纯收入仍为 ${to}`,
      now: (to: string) => `人均纯收入 ${to}`,
      unknown: (missing: string) => `纯收入不明：缺${missing}`,
      unknownThen: (to: string) => `人均纯收入 ${to}，前一次不明`,
      unknownNow: (from: string, missing: string) => `前一次人均纯收入 ${from}，后一次不明：缺${missing}`,
      comma: '、',
      subtitle: '每次走访前十二个月，全户，元',
      coverage: (known: number, of: number) => `${of} 项中已知 ${known} 项`,
      net: '全户纯收入',
      perPerson: '人均纯收入',
      cost: '经营性支出（扣减）',
      columns: { part: '项目', change: '变化' },
      note: '纯收入＝工资性＋经营性－经营性支出＋财产性＋转移性。',
    },
    guarantees: {
      heading: '保障',
      title: (met: number, of: number, on: string) => `${on}：适用的 ${of} 项保障中 ${met} 项已保障`,
      none: (on: string) => `${on}：没有适用的保障项`,
      subtitle: '历次走访时的情况，点开可看登记记录',
      guarantee: '保障项',
      neverRead: '从未登记',
      carried: (day: string) => `沿用 ${day}`,
      carriedLegend: '浅色：当次未再核实，日期为最近一次登记。',
      cell: (name: string, visit: string, state: string) => `${name}，${visit}：${state}`,
    },
    support: {
      heading: '帮扶计划与措施', plan: '帮扶计划', noMeasure: '尚未登记帮扶措施。',
      period: (from: string, until: string | null) => (until ? `${from} 至 ${until}` : `${from} 起`),
      result: '成效', noResult: '尚无成效记录',
    },
    helpers: { heading: '帮扶责任人', none: '尚未登记过帮扶责任人。', now: '至今' },
    members: { heading: '家庭成员', none: '除户主姓名外，尚未登记家庭成员。', columns: ['姓名', '与户主关系', '性别', '出生年份', '健康状况', '劳动能力', '在校情况'], shown: (n: number, of: number) => `家庭人口 ${of} 人，已登记姓名 ${n} 人` },
    projects: { heading: '项目', none: '没有项目涉及该户。', failed: '项目数据未能加载。' },
    commitments: { heading: '承诺', none: '没有专门涉及该户的承诺。', madeOn: (day: string) => `${day}作出` },
    visits: {
      heading: '走访记录',
      title: (n: number, of: number) => `全村走访 ${of} 次，其中到该户 ${n} 次`,
      none: (of: number) => (of === 0 ? '本村尚未走访。' : `全村走访 ${of} 次，均未到该户。`),
      comma: '、',
      saidNothing: '谈话内容没有记录。',
    },
    readings: {
      heading: '全部登记',
      none: '该户尚无登记。',
      noneFound: '没有符合条件的登记。',
      indicator: '登记内容', stands: '是否有效', all: '全部',
      standsChoices: { yes: '有效', no: '已被更正' },
      readings: (n: number) => `${n} 条`,
      clear: '显示全部登记',
      shown: (n: number, of: number) => `${of} 条中的 ${n} 条`,
      columns: { value: '数值', trueOn: '所属日期', recorded: '登记', evidence: '依据', note: '说明' },
      corrects: (old: string, reason: string) => `更正原值 ${old}：${reason}`,
      correctedOn: (day: string) => `${day} 已更正`,
    },
    saveSource: (head: string, village: string) => `${village}，${head}`,
  },
});
