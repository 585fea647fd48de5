import type { Criterion, ExitVerdict } from '#src/domain/exit-verdict.ts';
import { bundle, count } from './locale.tsx';

type Verdict = ExitVerdict['verdict'];

interface ExitWords {
  verdict: Record<Verdict, string>;
  state: Record<Criterion['state'], string>;
  criterion: { income: string; incidence: string };
  /** Whether a household, or the village, is ready: what is open is named by its criteria. */
  household: (verdict: Verdict, open: string) => string;
  village: (verdict: Verdict, open: string) => string;
  noRule: (year: string) => string;
  list: string;
  alongside: string;
  nothingRead: string;
  /** A criterion and how it stands. */
  stands: (name: string, state: string, applies: boolean) => string;
  openFirst: string;
  anyUndoes: string;
  wouldDo: (what: string) => string;
  wouldUndo: (what: string) => string;
  householdsBelow: string;
  comma: string;
  missing: (what: string) => string;
  missingOf: (what: string, n: number) => string;
  incomeUp: (by: string, total: string) => string;
  /** In a list, where there is little room. */
  incomeShort: (name: string, by: string) => string;
  atLine: string;
  incomeDown: (by: string, total: string) => string;
  steady: (visits: number) => string;
  guaranteeTo: { met: (name: string) => string; notMet: (name: string) => string };
  personsUp: (n: number) => string;
  personsDown: (n: number) => string;
  conditionTo: (name: string, state: string) => string;
  readIt: (what: string) => string;
  incomeNow: (income: string, line: string) => string;
  incidenceNow: (percent: string, poor: number, people: string, known: string) => string;
  ofPoor: (known: number, of: number) => string;
  judgedAt: (day: string) => string;
  judgedToday: string;
  rule: (since: number) => string;
  line: (yuan: string, series: string, year: number) => string;
  noLine: (year: string) => string;
  limit: (percent: string) => string;
  approximately: (yuan: string) => string;
  ruleHeading: string;
  within: (words: string) => string;
  choose: { visit: string; heading: string };
}

/** Whether a household or a village is ready to leave, and by which rule. */
export const exitWords = bundle<ExitWords>({
  en: {
    verdict: { ready: 'Ready', notReady: 'Not ready', cannotTell: 'Cannot tell' },
    state: { met: 'Met', notMet: 'Not met', unknown: 'Unknown' },
    criterion: { income: 'Income above the line', incidence: 'Poverty incidence' },
    household: (verdict, open) =>
      ({
        ready: 'Ready to leave: every condition is met.',
        notReady: `Not ready to leave. Not met: ${open}.`,
        cannotTell: `Nobody can tell yet. Not known: ${open}.`,
      })[verdict],
    village: (verdict, open) =>
      ({
        ready: 'The village is ready to leave the list: every condition is met.',
        notReady: `The village is not ready to leave the list. Not met: ${open}.`,
        cannotTell: `Nobody can tell yet whether the village is ready. Not known: ${open}.`,
      })[verdict],
    noRule: (year) => `There is no rule on record for ${year}, so nothing is judged.`,
    list: ', ',
    alongside: 'looked at alongside, decides nothing',
    nothingRead: 'Nobody has read it.',
    stands: (name, state, applies) => `${name}: ${applies ? state : `${state}, as it does not apply here`}`,
    openFirst: 'What is open stands first; all of it has to turn out well.',
    anyUndoes: 'Any one condition that is no longer met would undo it.',
    wouldDo: (what) => `Would do: ${what}`,
    wouldUndo: (what) => `Would undo it: ${what}`,
    householdsBelow: 'and status and persons of each poor household, see below',
    comma: '; ',
    missing: (what) => `Missing: ${what}`,
    missingOf: (what, n) => `${what} of ${count(n, 'household')}`,
    incomeUp: (by, total) => `over ${by} more a person (${total} for the household over twelve months)`,
    incomeShort: (name, by) => `${name}: short by ${by} a person`,
    atLine: 'any income more: it is just at the line',
    incomeDown: (by, total) => `${by} less a person (${total} for the household over twelve months)`,
    steady: (visits) => `income above the line at ${count(visits, 'more visit')}`,
    guaranteeTo: { met: (name) => `${name} is met`, notMet: (name) => `${name} is no longer met` },
    personsUp: (n) =>
      `${count(n, 'more person', 'more people')} out of poverty; the fewest households that would do:`,
    personsDown: (n) => `${count(n, 'more person', 'more people')} poor`,
    conditionTo: (name, state) => `${name}: ${state}`,
    readIt: (what) => `somebody reads it, and it turns out well: ${what}`,
    incomeNow: (income, line) => `${income} a person; the line is ${line}`,
    incidenceNow: (percent, poor, people, known) => `${percent}: ${poor} of ${people} (${known})`,
    ofPoor: (known, of) => `persons known in ${known} of ${of} poor households`,
    judgedAt: (day) => `Judged by what was known at the visit of ${day}.`,
    judgedToday: 'Nobody has visited the village yet: judged by what is known today.',
    rule: (since) => `since ${since}`,
    line: (yuan, series, year) => `Line of ${year}: ${yuan} a person and year (${series})`,
    noLine: (year) => `No line on record for ${year}`,
    limit: (percent) => `limit: below ${percent}`,
    approximately: (yuan) => `about ${yuan}`,
    ruleHeading: 'Rule: ',
    within: (words) => ` (${words})`,
    choose: { visit: 'Judged at', heading: 'Judged by' },
  },
  'zh-CN': {
    verdict: { ready: '已具备条件', notReady: '尚不具备', cannotTell: '无法判定' },
    state: { met: '达标', notMet: '未达标', unknown: '不明' },
    criterion: { income: '收入超过贫困线', incidence: '贫困发生率' },
    household: (verdict, open) =>
      ({
        ready: '已具备退出条件：各项均已达标。',
        notReady: `尚不具备退出条件。未达标：${open}。`,
        cannotTell: `目前无法判定。情况不明：${open}。`,
      })[verdict],
    village: (verdict, open) =>
      ({
        ready: '本村已具备退出条件：各项均已达标。',
        notReady: `本村尚不具备退出条件。未达标：${open}。`,
        cannotTell: `目前无法判定本村能否退出。情况不明：${open}。`,
      })[verdict],
    noRule: (year) => `没有 ${year} 年适用的标准，不作判定。`,
    list: '、',
    alongside: '同步查看，不作为判定依据',
    nothingRead: '尚未核实。',
    stands: (name, state, applies) => `${name}：${applies ? state : `${state}（不适用）`}`,
    openFirst: '未达标和不明的在前，须全部达标。',
    anyUndoes: '任何一项不再达标，即不再具备条件。',
    wouldDo: (what) => `达标所需：${what}`,
    wouldUndo: (what) => `如出现以下情形则不再达标：${what}`,
    householdsBelow: '以及各贫困户的建档立卡状态和人口，见下',
    comma: '；',
    missing: (what) => `缺：${what}`,
    missingOf: (what, n) => `${n} 户的${what}`,
    incomeUp: (by, total) => `人均再增收 ${by} 以上（全户十二个月合计 ${total}）`,
    incomeShort: (name, by) => `${name}：人均差 ${by}`,
    atLine: '再有任何增收（现正好等于贫困线）',
    incomeDown: (by, total) => `人均减收 ${by}（全户十二个月合计 ${total}）`,
    steady: (visits) => `再有 ${visits} 次走访收入超过贫困线`,
    guaranteeTo: { met: (name) => `${name}达标`, notMet: (name) => `${name}不再达标` },
    personsUp: (n) => `再有 ${n} 人脱贫；最少需以下农户退出：`,
    personsDown: (n) => `再有 ${n} 人致贫`,
    conditionTo: (name, state) => `${name}：${state}`,
    readIt: (what) => `经核实且达标：${what}`,
    incomeNow: (income, line) => `人均 ${income}，贫困线 ${line}`,
    incidenceNow: (percent, poor, people, known) => `${percent}：${people}中 ${poor} 人（${known}）`,
    ofPoor: (known, of) => `贫困户 ${of} 户，其中 ${known} 户人口已知`,
    judgedAt: (day) => `以${day}走访时掌握的情况判定。`,
    judgedToday: '本村尚无走访，以目前掌握的情况判定。',
    rule: (since) => `${since} 年起`,
    line: (yuan, series, year) => `${year} 年贫困线：每人每年 ${yuan}（${series}）`,
    noLine: (year) => `没有 ${year} 年的贫困线`,
    limit: (percent) => `标准：低于 ${percent}`,
    approximately: (yuan) => `约 ${yuan}`,
    ruleHeading: '依据：',
    within: (words) => `（${words}）`,
    choose: { visit: '判定时点', heading: '判定依据' },
  },
});
