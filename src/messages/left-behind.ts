import type { LeftBehindKind } from '#src/domain/left-behind-kinds.ts';
import type { Sinking } from '#src/domain/left-behind.ts';
import { bundle, count } from './locale.tsx';

interface LeftBehindWords {
  title: string;
  first: string;
  between: (from: string, to: string) => string;
  upTo: (to: string) => string;
  /** How many of the households: a part of them that stands before all of them. */
  some: (n: number) => string;
  listed: (listed: string, all: string, n: number) => string;
  people: (persons: number, unknown: number) => string;
  none: (households: number) => string;
  noneText: string;
  noneKnown: (households: number) => string;
  nobodyRegistered: string;
  noneForReason: string;
  statusUnknown: (n: number) => string;
  incomeUnknown: (n: number) => string;
  /** The reasons as filters, and as the mark beside each name. */
  kinds: Record<LeftBehindKind, string>;
  reasons: string;
  all: string;
  shown: (shown: number, of: number) => string;
  more: string;
  moreFailed: string;
  wholeList: (n: number) => string;
  persons: (n: number | null) => string;
  helper: (name: string) => string;
  joined: string;
  logVisit: string;
  logVisitTo: (name: string) => string;
  why: {
    returned: string;
    sinking: (how: string) => string;
    how: Record<Sinking, (from: string, to: string) => string>;
    aboveLineGap: (guarantees: string) => string;
    guaranteeNotMet: (guarantees: string) => string;
    overdue: (what: string, dueOn: string, owner: string) => string;
    notVisitedSince: (day: string) => string;
    neverVisited: string;
    nobodyHome: string;
    guaranteeUnknown: (guarantees: string) => string;
  };
  and: string;
  ask: Record<Exclude<LeftBehindKind, 'dataQuestion'>, string>;
  askLabel: string;
  order: string;
  orderText: string;
  rules: (line: string) => string;
  noLine: string;
  print: string;
  saveCsv: string;
  saveFailed: string;
  columns: string[];
  agendaAbout: (today: string) => string;
  visitedOn: string;
  visitedBy: string;
  notes: string;
  owed: (open: number, overdue: number) => string;
  noneOwed: string;
  ledger: string;
  villageQuestions: string;
}

/** Whom the next visit should call on, why, and what to ask there. */
export const leftBehindWords = bundle<LeftBehindWords>({
  en: {
    title: 'Whom to visit next',
    first: 'The gravest first: who returned to poverty, who sinks again, whose guarantee is not met.',
    between: (from, to) => `Between the visits of ${from} and ${to}`,
    upTo: (to) => `Up to the visit of ${to}, the first one`,
    some: (n) => n.toLocaleString('en'),
    listed: (listed, all, n) => `${listed} of ${all} ${n === 1 ? 'has' : 'have'} something open`,
    people: (persons, unknown) =>
      unknown === 0
        ? count(persons, 'person', 'people')
        : `${count(persons, 'person', 'people')}, ${count(unknown, 'household')} not counted`,
    none: (n) => `Nobody is left behind between these visits: nothing is open in ${count(n, 'household')}.`,
    noneText: 'All were visited, every guarantee is known and met, and no promise is overdue.',
    noneKnown: (n) =>
      `Nothing came up in ${count(n, 'household')}. That nobody is left behind cannot be said.`,
    nobodyRegistered: 'No household was in the register at the second visit.',
    noneForReason: 'No household is on the list for this reason.',
    statusUnknown: (n) =>
      `Not on this list: ${count(n, 'household')} whose register status nobody knows. They may have returned to poverty.`,
    incomeUnknown: (n) =>
      `Not on this list: ${count(n, 'household')} out of poverty whose income or line is not known at both visits. They may be sinking.`,
    kinds: {
      returned: 'Returned to poverty',
      sinking: 'Out, but sinking',
      aboveLineGap: 'Above the line, guarantee not met',
      guaranteeNotMet: 'Guarantee not met',
      overdueCommitment: 'Promise overdue',
      notVisited: 'Not visited',
      nobodyHome: 'Nobody at home',
      guaranteeUnknown: 'Guarantee unknown',
      dataQuestion: 'Data question',
    },
    reasons: 'By reason',
    all: 'All',
    shown: (shown, of) => (shown === of ? count(of, 'household') : `${shown} of ${count(of, 'household')}`),
    more: 'Show more',
    moreFailed: 'The next households could not be read. Try again.',
    wholeList: (n) => `The whole list, and the agenda to print: ${count(n, 'household')}`,
    persons: (n) => (n === null ? 'persons unknown' : count(n, 'person', 'people')),
    helper: (name) => `helper ${name}`,
    joined: 'joined the register between the visits',
    logVisit: 'Log a visit',
    logVisitTo: (name) => `Log a visit: ${name}`,
    why: {
      returned: 'Poor again, after having been out of poverty.',
      sinking: (how) => `Out of poverty, but ${how}.`,
      how: {
        belowLine: (_from, to) => `income is ${to} a person, below the line`,
        incomeFell: (from, to) => `income fell from ${from} to ${to} a person`,
        lostGuarantee: () => 'a guarantee that was met is not met any more',
      },
      aboveLineGap: (guarantees) => `Income is not below the line, yet not met: ${guarantees}.`,
      guaranteeNotMet: (guarantees) => `Not met: ${guarantees}.`,
      overdue: (what, dueOn, owner) => `Promised until ${dueOn} by ${owner}: ${what}`,
      notVisitedSince: (day) => `No home visit is on record since ${day}.`,
      neverVisited: 'No home visit is on record.',
      nobodyHome: 'Somebody called, but met nobody.',
      guaranteeUnknown: (guarantees) => `Nobody knows: ${guarantees}.`,
    },
    and: '; ',
    ask: {
      returned: 'What happened? What help is needed now?',
      sinking: 'What got worse, and why? Which help would stop it?',
      aboveLineGap: 'Look on site: what is missing? Who mends it, and by when?',
      guaranteeNotMet: 'Look on site: what is missing? Who mends it, and by when?',
      overdueCommitment: 'Was it done? If not: why, and until when?',
      notVisited: 'Go and see them: how do they live? What do they need?',
      nobodyHome: 'Ask when somebody is at home, and call again.',
      guaranteeUnknown: 'Look on site, and write down what is there.',
    },
    askLabel: 'Ask:',
    order: 'How this list is made',
    orderText:
      'The gravest first: returned to poverty; out but sinking (income below the line or down by 10% or more, or a guarantee lost); a guarantee not met; a promise overdue today; not visited; nobody at home; a guarantee unknown; a data question. Then whoever has more reasons, then by number. A household with two reasons stands once, and is counted under both.',
    rules: (line) => `Poverty line: ${line} a person and year. Income is net income over twelve months.`,
    noLine: 'There is no poverty line for that year, so nobody can be told to be above or below it.',
    print: 'Print as agenda',
    saveCsv: 'Save as table (CSV)',
    saveFailed: 'The list could not be read to its end, so nothing was saved. Try again.',
    columns: [
      'No.',
      'Household',
      'Persons',
      'Reasons',
      'Why',
      'What to ask',
      'Last visit',
      'Helper',
      'Evidence',
    ],
    agendaAbout: (today) => `Agenda of the next visit, as of ${today}`,
    visitedOn: 'Visited on',
    visitedBy: 'By',
    notes: 'Found',
    owed: (open, overdue) => `${count(open, 'promise')} still owed in this village, ${overdue} overdue`,
    noneOwed: 'Nothing that was promised in this village is still owed.',
    ledger: 'All promises of this village',
    villageQuestions: 'About the village as a whole',
  },
  'zh-CN': {
    title: '下次走访对象',
    first: '最需先访（先返贫，次收入下滑，再保障未落实）：',
    between: (from, to) => `${from}与${to}两次走访之间`,
    upTo: (to) => `截至${to}首次走访`,
    some: (n) => `${n} 户`,
    listed: (listed, all) => `${all}中 ${listed}有事待办`,
    people: (persons, unknown) =>
      unknown === 0 ? `${persons} 人` : `${persons} 人，另 ${unknown} 户人口不明`,
    none: (n) => `两次走访之间没有遗漏：${n} 户均无待办事项。`,
    noneText: '各户均已走访，保障项均已知并落实，没有逾期承诺。',
    noneKnown: (n) => `${n} 户均未发现待办事项，但尚不能认定没有遗漏。`,
    nobodyRegistered: '后一次走访时没有在册农户。',
    noneForReason: '没有农户因此列入。',
    statusUnknown: (n) => `另有 ${n} 户状态不明，未列入，可能已返贫。`,
    incomeUnknown: (n) => `另有 ${n} 户已脱贫，但收入或贫困线不全，未列入，可能有返贫风险。`,
    kinds: {
      returned: '返贫',
      sinking: '已脱贫，有返贫风险',
      aboveLineGap: '收入达标，保障未落实',
      guaranteeNotMet: '保障未落实',
      overdueCommitment: '承诺逾期',
      notVisited: '未走访',
      nobodyHome: '家中无人',
      guaranteeUnknown: '保障不明',
      dataQuestion: '数据疑点',
    },
    reasons: '按原因',
    all: '全部',
    shown: (shown, of) => (shown === of ? `${of} 户` : `${of} 户中的 ${shown} 户`),
    more: '显示更多',
    moreFailed: '后面的农户未能读取，请重试。',
    wholeList: (n) => `完整名单与走访提纲（可打印）：${n} 户`,
    persons: (n) => (n === null ? '人口不明' : `${n} 人`),
    helper: (name) => `帮扶责任人：${name}`,
    joined: '两次走访之间新纳入',
    logVisit: '记走访',
    logVisitTo: (name) => `记走访：${name}`,
    why: {
      returned: '脱贫后又返贫。',
      sinking: (how) => `已脱贫，但${how}。`,
      how: {
        belowLine: (_from, to) => `人均收入 ${to}，低于贫困线`,
        incomeFell: (from, to) => `人均收入由 ${from} 降至 ${to}`,
        lostGuarantee: () => '原已落实的保障现未落实',
      },
      aboveLineGap: (guarantees) => `收入不低于贫困线，但未落实：${guarantees}。`,
      guaranteeNotMet: (guarantees) => `未落实：${guarantees}。`,
      overdue: (what, dueOn, owner) => `${owner}承诺 ${dueOn} 前办结：${what}`,
      notVisitedSince: (day) => `自${day}以来没有入户走访记录。`,
      neverVisited: '没有入户走访记录。',
      nobodyHome: '曾上门，但家中无人。',
      guaranteeUnknown: (guarantees) => `不明：${guarantees}。`,
    },
    and: '；',
    ask: {
      returned: '因何返贫？现在需要哪些帮扶？',
      sinking: '情况为何变差？需要哪些帮扶才能稳住？',
      aboveLineGap: '请现场查看：缺什么？由谁、何时解决？',
      guaranteeNotMet: '请现场查看：缺什么？由谁、何时解决？',
      overdueCommitment: '办结了吗？未办结的，原因是什么、何时办结？',
      notVisited: '请上门：生活怎样？有什么困难？',
      nobodyHome: '问清何时有人在家，再次上门。',
      guaranteeUnknown: '请现场查看并登记。',
    },
    askLabel: '问：',
    order: '名单如何生成',
    orderText:
      '按轻重排列：返贫；已脱贫但有返贫风险（收入低于贫困线、下降一成以上，或失去原有保障）；保障未落实；今日已逾期的承诺；未走访；家中无人；保障不明；数据疑点。同等情况下原因多者在前，再按编号。一户有两项原因的，名单上列一次，分别计数。',
    rules: (line) => `贫困线：每人每年 ${line}。收入为十二个月纯收入。`,
    noLine: '该年没有贫困线数额，无法判断是否高于或低于贫困线。',
    print: '打印走访提纲',
    saveCsv: '另存为表格（CSV）',
    saveFailed: '名单未能读全，没有保存，请重试。',
    columns: ['编号', '农户', '人口', '列入原因', '具体情况', '下次要问', '最近走访', '帮扶责任人', '依据'],
    agendaAbout: (today) => `下次走访提纲，截至${today}`,
    visitedOn: '走访日期',
    visitedBy: '走访人',
    notes: '了解到的情况',
    owed: (open, overdue) => `本村待兑现承诺 ${open} 项，其中逾期 ${overdue} 项`,
    noneOwed: '本村没有待兑现的承诺。',
    ledger: '本村承诺台账',
    villageQuestions: '关于全村',
  },
});
