import { bundle, count } from './locale.tsx';

/** Words of the village's progress page. Figures come formatted. */
export const progressWords = bundle({
  en: {
    title: 'Progress between two visits',
    why: 'Why did it change?',
    whyOf: (figure: string) => `Why did it change? ${figure}`,
    firstVisit: 'First visit',
    secondVisit: 'Second visit',
    knownOn: 'As known on',
    knownToday: 'As known today',
    knownNotice: (day: string) => `Drawn as it was known on ${day}. What was recorded later is left out.`,
    earlierPair: 'Earlier pair',
    laterPair: 'Later pair',
    copyLink: 'Copy the link',
    copied: 'Copied',
    print: 'Print',
    tooFew: 'This village has fewer than two visits, so there is nothing to compare yet.',
    tooFewText:
      'Log the next visit, and what changed will show here. The state of each household is in the list.',
    toHouseholds: 'To the households',
    logVisit: 'Log a visit',
    badPair: 'These two visits cannot be compared',
    badPairText: 'The first visit has to come before the second, and both have to be of this village.',
    lastTwo: 'Compare the last two visits',
    days: (n: number) => count(n, 'day'),
    lead: {
      between: (from: string, to: string, days: string) => `From ${from} to ${to} (${days}):`,
      out: (n: number) => `${count(n, 'household')} got out of poverty`,
      returned: (n: number) => `${count(n, 'household')} returned to poverty`,
      joined: (n: number) => `${count(n, 'household')} joined the register`,
      left: (n: number) => `${count(n, 'household')} left the register`,
      other: (n: number) => `${count(n, 'household')} changed status in another way`,
      noMoves: 'no household changed its status',
      incidence: {
        fell: (a: string, b: string) => `Incidence fell from ${a} to ${b}.`,
        rose: (a: string, b: string) => `Incidence rose from ${a} to ${b}.`,
        same: (a: string) => `Incidence stayed at ${a}.`,
        unknown: 'Incidence cannot be compared: it is not known at both visits.',
      },
      who: 'Which households, and why',
      statusUnknown: (n: number) => `The status of ${count(n, 'household')} is not known.`,
      personsUnknown: (n: number) =>
        `${count(n, 'poor household')} with unknown persons ${n === 1 ? 'is' : 'are'} not in it.`,
    },
    figures: {
      heading: 'Then and now',
      incidence: 'Poverty incidence (persons)',
      poorHouseholds: 'Poor households',
      income: 'Net income per person, same households',
      gaps: 'Guarantees not met',
      unknownGuarantees: 'Guarantees unknown',
      kept: 'Commitments kept',
      keptOf: (kept: number, of: number) => `${kept} of ${of}`,
      stillOwed: (n: number) => `${n} still owed`,
      perYear: 'yuan a year, over the last twelve months',
      ofCells: (known: number, of: number) => `${known} of ${of} known`,
      householdsNow: (known: number, of: number) => `status known for ${known} of ${of} households`,
    },
    sections: {
      contents: 'On this page',
      status: 'Status',
      income: 'Income',
      guarantees: 'Guarantees',
      projects: 'Projects',
      conditions: 'Village',
      commitments: 'Commitments',
    },
    source: (village: string, from: string, to: string) => `${village}, visits of ${from} and ${to}`,
    household: 'Household',
    status: {
      title: (moved: number, all: number) =>
        moved === 0
          ? `None of ${count(all, 'household')} changed status`
          : `${moved} of ${count(all, 'household')} changed status`,
      subtitle: 'Households; persons in small',
      corner: 'Then ↓ / now →',
      persons: (n: number, unknown: number) =>
        unknown === 0
          ? count(n, 'person', 'persons')
          : n === 0
            ? 'persons unknown'
            : `${count(n, 'person', 'persons')}, ${unknown} unknown`,
      who: 'Who moved',
      move: (from: string, to: string) => `${from} → ${to}`,
      columns: ['Then', 'Now', 'Households', 'Persons', 'Households with unknown persons'],
    },
    income: {
      rose: (by: string, n: number) =>
        `Net income per person rose by ${by} in the ${count(n, 'household')} known at both visits`,
      fell: (by: string, n: number) =>
        `Net income per person fell by ${by} in the ${count(n, 'household')} known at both visits`,
      same: (n: number) =>
        `Net income per person did not change in the ${count(n, 'household')} known at both visits`,
      unknown: 'Net income is not known at both visits for any household',
      subtitle: 'Yuan per person over the twelve months before each visit, by source',
      same_households: (known: number, of: number) => `${known} of ${of} households at both visits`,
      columns: ['Source', 'Then', 'Now', 'Change', 'Households'],
      each: (up: number, down: number, unknown: number) =>
        `${up} rose, ${down} fell, ${unknown} unknown: net income of each household`,
      eachSubtitle: 'Yuan per person over twelve months; lowest now first',
      eachColumns: ['Household', 'Then', 'Now', 'Change'],
    },
    guarantees: {
      title: (gap: string, n: number) =>
        `${gap} is the guarantee most often not met: ${count(n, 'household')}`,
      allMet: 'No guarantee is known to be unmet',
      subtitle: 'Households by state of each guarantee, then and now',
      heatTitle: (unknown: number, households: number) =>
        unknown === 0
          ? 'Every guarantee of every household is known'
          : `${count(unknown, 'state')} in ${count(households, 'household')} nobody knows`,
      heatSubtitle: 'Each cell: first visit, then second visit. Open a cell for its readings.',
      carried: 'Not read again',
      neverRead: 'Never read',
      cell: (household: string, guarantee: string, from: string, to: string) =>
        `${household}, ${guarantee}: ${from} → ${to}`,
    },
    projects: {
      building: (name: string, built: string) => `${name}: ${built} built`,
      noProgress: (name: string) => `${name}: progress not known`,
      notBenefiting: 'Under construction is not yet benefiting anyone.',
      none: 'No project is recorded in this village.',
      ofBudget: 'Budget',
      columns: ['Measure', 'Then', 'Now', 'Target'],
      stage: 'Stage',
    },
    conditions: {
      title: (n: number) =>
        n === 0
          ? 'No condition of the village was read as better'
          : `${count(n, 'condition')} of the village improved`,
      subtitle: 'As seen, heard or counted at each visit',
      columns: ['Condition', 'Then', 'Now'],
    },
    commitments: {
      title: (kept: number, of: number, open: number) =>
        of === 0
          ? 'Nothing was owed from the first visit'
          : `${kept} of ${count(of, 'commitment')} kept; ${open} still owed`,
      subtitle: 'Owed at the first visit, judged by the second',
      noVerdict: 'No verdict yet',
      newTitle: (n: number) => `${count(n, 'commitment')} made since, up to the second visit`,
      columns: ['Commitment', 'Theme', 'Owner', 'Due', 'Verdict'],
      ledger: 'All commitments of this village',
    },
  },
  'zh-CN': {
    title: '两次走访之间的变化',
    why: '为何变化？',
    whyOf: (figure: string) => `为何变化？${figure}`,
    firstVisit: '前一次走访',
    secondVisit: '后一次走访',
    knownOn: '按当时所知',
    knownToday: '按今日所知',
    knownNotice: (day: string) => `以下按${day}当时所知绘制，此后登记的内容未计入。`,
    earlierPair: '更早的两次',
    laterPair: '更晚的两次',
    copyLink: '复制链接',
    copied: '已复制',
    print: '打印',
    tooFew: '本村走访不足两次，暂无可比较的内容。',
    tooFewText: '记录下一次走访后，变化将在此显示。各户现状见农户列表。',
    toHouseholds: '查看农户',
    logVisit: '记走访',
    badPair: '这两次走访无法比较',
    badPairText: '前一次走访须早于后一次，且都须是本村的走访。',
    lastTwo: '比较最近两次走访',
    days: (n: number) => `${n} 天`,
    lead: {
      between: (from: string, to: string, days: string) => `${from}至${to}（${days}）：`,
      out: (n: number) => `${n} 户脱贫`,
      returned: (n: number) => `${n} 户返贫`,
      joined: (n: number) => `${n} 户新纳入`,
      left: (n: number) => `${n} 户不再在册`,
      other: (n: number) => `${n} 户有其他状态变化`,
      noMoves: '没有农户状态变化',
      incidence: {
        fell: (a: string, b: string) => `贫困发生率由 ${a} 降至 ${b}。`,
        rose: (a: string, b: string) => `贫困发生率由 ${a} 升至 ${b}。`,
        same: (a: string) => `贫困发生率仍为 ${a}。`,
        unknown: '两次走访的贫困发生率不全，无法比较。',
      },
      who: '是哪些户，为什么',
      statusUnknown: (n: number) => `${n} 户状态不明。`,
      personsUnknown: (n: number) => `另有 ${n} 户贫困户人口不明，未计入。`,
    },
    figures: {
      heading: '前后对比',
      incidence: '贫困发生率（按人口）',
      poorHouseholds: '贫困户',
      income: '人均纯收入（同一批农户）',
      gaps: '未保障项',
      unknownGuarantees: '不明保障项',
      kept: '已兑现承诺',
      keptOf: (kept: number, of: number) => `${of} 项中的 ${kept} 项`,
      stillOwed: (n: number) => `${n} 项待兑现`,
      perYear: '元/年，按此前十二个月计',
      ofCells: (known: number, of: number) => `${of} 项中已知 ${known} 项`,
      householdsNow: (known: number, of: number) => `${of} 户中 ${known} 户状态已知`,
    },
    sections: {
      contents: '本页内容',
      status: '状态',
      income: '收入',
      guarantees: '保障',
      projects: '项目',
      conditions: '村情',
      commitments: '承诺',
    },
    source: (village: string, from: string, to: string) => `${village}，${from}与${to}走访`,
    household: '农户',
    status: {
      title: (moved: number, all: number) =>
        moved === 0 ? `${all} 户状态均无变化` : `${all} 户中 ${moved} 户状态有变化`,
      subtitle: '按户计，小字为人口',
      corner: '上次 ↓ / 本次 →',
      persons: (n: number, unknown: number) =>
        unknown === 0 ? `${n} 人` : n === 0 ? '人口不明' : `${n} 人，另 ${unknown} 户不明`,
      who: '哪些户有变化',
      move: (from: string, to: string) => `${from} → ${to}`,
      columns: ['上次', '本次', '户数', '人口', '人口不明户数'],
    },
    income: {
      rose: (by: string, n: number) => `两次都有收入数据的 ${n} 户，人均纯收入增加 ${by}`,
      fell: (by: string, n: number) => `两次都有收入数据的 ${n} 户，人均纯收入减少 ${by}`,
      same: (n: number) => `两次都有收入数据的 ${n} 户，人均纯收入没有变化`,
      unknown: '没有一户在两次走访时都有纯收入数据',
      subtitle: '每次走访前十二个月，按来源，元/人',
      same_households: (known: number, of: number) => `两次均在册 ${of} 户中的 ${known} 户`,
      columns: ['来源', '上次', '本次', '变化', '户数'],
      each: (up: number, down: number, unknown: number) =>
        `各户人均纯收入：${up} 户增加，${down} 户减少，${unknown} 户不明`,
      eachSubtitle: '十二个月，元/人；本次最低者在前',
      eachColumns: ['农户', '上次', '本次', '变化'],
    },
    guarantees: {
      title: (gap: string, n: number) => `未保障最多的是${gap}：${n} 户`,
      allMet: '没有已知的未保障项',
      subtitle: '各保障项按户数，上次与本次',
      heatTitle: (unknown: number, households: number) =>
        unknown === 0 ? '各户各项保障均已知' : `${households} 户共 ${unknown} 项保障情况不明`,
      heatSubtitle: '每格左为上次、右为本次，点开可看登记记录。',
      carried: '此后未再核实',
      neverRead: '从未登记',
      cell: (household: string, guarantee: string, from: string, to: string) =>
        `${household}，${guarantee}：${from} → ${to}`,
    },
    projects: {
      building: (name: string, built: string) => `${name}：已建 ${built}`,
      noProgress: (name: string) => `${name}：进度不明`,
      notBenefiting: '在建不等于受益。',
      none: '本村没有登记项目。',
      ofBudget: '预算',
      columns: ['指标', '上次', '本次', '目标'],
      stage: '阶段',
    },
    conditions: {
      title: (n: number) => (n === 0 ? '村情没有读到改善' : `${n} 项村情有改善`),
      subtitle: '每次走访时所见、所闻、所计',
      columns: ['村情', '上次', '本次'],
    },
    commitments: {
      title: (kept: number, of: number, open: number) =>
        of === 0 ? '前一次走访没有待兑现的承诺' : `${of} 项承诺兑现 ${kept} 项，${open} 项待兑现`,
      subtitle: '前一次走访时所欠，截至后一次走访的判断',
      noVerdict: '尚未判断',
      newTitle: (n: number) => `此后至后一次走访新承诺 ${n} 项`,
      columns: ['承诺', '类别', '责任人', '到期', '判断'],
      ledger: '本村承诺台账',
    },
  },
});
