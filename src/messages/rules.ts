import type { IncomeRuleId } from '#src/domain/income-rules.ts';
import type { LineSeries } from '#src/domain/poverty-line.ts';
import { bundle } from './locale.tsx';

interface RuleWords {
  choose: string;
  line: string;
  income: string;
  lineFrom: string;
  incomeFrom: string;
  same: string;
  series: Record<LineSeries, string>;
  sets: Record<IncomeRuleId, string>;
  lineIs: (series: string, year: string, yuan: string, about: boolean) => string;
  noLine: (series: string, year: string) => string;
  noted: (rule: string, note: string) => string;
  atBoth: (rule: string) => string;
  atEach: (then: string, now: string) => string;
  rules: (lines: string, incomes: string) => string;
  verified: string;
  notVerified: string;
}

/** Words of the rules that a figure is measured by, and of choosing them. */
export const ruleWords = bundle<RuleWords>({
  en: {
    choose: 'Measure by another line or income',
    line: 'Poverty line',
    income: 'What counts as income',
    lineFrom: 'Line at the first visit',
    incomeFrom: 'Income at the first visit',
    same: 'The same',
    series: { national: 'National standard', sixPercent: '¥2,800 in 2014, growing 6% a year' },
    sets: { 'net-income': 'Net income', 'own-income': 'Own income, without transfers' },
    lineIs: (series, year, yuan, about) => `${series}, ${year}: ${about ? 'about ' : ''}${yuan} a year`,
    noLine: (series, year) => `${series}: none on record for ${year}`,
    noted: (rule, note) => `${rule} (${note})`,
    atBoth: (rule) => `${rule}, at both visits`,
    atEach: (then, now) => `${then} at the first visit; ${now} at the second`,
    rules: (lines, incomes) => `Poverty line: ${lines}. Income: ${incomes}.`,
    verified: 'checked against an official text',
    notVerified: 'not checked against an official text',
  },
  'zh-CN': {
    choose: '换一条贫困线或收入口径',
    line: '贫困线',
    income: '收入口径',
    lineFrom: '前一次走访的贫困线',
    incomeFrom: '前一次走访的收入口径',
    same: '相同',
    series: { national: '国家标准', sixPercent: '2014 年 ¥2,800，每年增长 6%' },
    sets: { 'net-income': '纯收入', 'own-income': '自有收入（不计转移性收入）' },
    lineIs: (series, year, yuan, about) => `${series}，${year} 年${about ? '约' : ''} ${yuan}`,
    noLine: (series, year) => `${series}，没有 ${year} 年的数额`,
    noted: (rule, note) => `${rule}（${note}）`,
    atBoth: (rule) => `两次均为${rule}`,
    atEach: (then, now) => `前一次为${then}；后一次为${now}`,
    rules: (lines, incomes) => `贫困线：${lines}。收入口径：${incomes}。`,
    verified: '已与官方文件核对',
    notVerified: '尚未与官方文件核对',
  },
});
