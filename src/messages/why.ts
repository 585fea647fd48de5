import type { Why } from '#src/domain/decompose.ts';
import type { Missing } from '#src/domain/why-answer.ts';
import type { Explained } from '#src/domain/why-changed.ts';
import { bundle, count } from './locale.tsx';

/** How many households stand behind a reason, in words and as a number, and whether the village as a whole does. */
export interface Behind {
  households: string;
  n: number;
  village: boolean;
}

interface WhyWords {
  title: (from: string, to: string) => string;
  intro: string;
  figures: Record<Explained, string>;
  /** What the figure is a share or mean of. */
  measured: Record<Explained, string>;
  /** A reason as the name of its bar. */
  reasons: Record<Why, string>;
  /** The same in a sentence. */
  because: Record<Why, (behind: Behind) => string>;
  /** How many of the households that are there at both visits. */
  ofTheSame: (n: number) => string;
  fell: (what: string, a: string, b: string) => string;
  rose: (what: string, a: string, b: string) => string;
  stayed: (what: string, a: string) => string;
  nothingMoved: string;
  sentence: (found: string, reasons: string[]) => string;
  reason: (by: string, because: string) => string;
  smaller: string;
  points: (n: string) => string;
  pointsUnit: string;
  yuanUnit: string;
  missing: Record<Missing, string>;
  unknownEnd: (day: string, why: string) => string;
  unknownBoth: (why: string) => string;
  knownEnd: (day: string, level: string) => string;
  unknown: (what: string, ends: string[]) => string;
  correctedSince: (day: string, told: string, known: string) => string;
  known: (first: [number, number], second: [number, number]) => string;
  asTold: (day: string) => string;
  households: (n: number, raised: number, lowered: number) => string;
  withVillage: (words: string) => string;
  toVisit: (day: string) => string;
  changedOf: (n: number, all: number, unknown: number) => string;
  columns: [string, string, string, string];
  unchanged: string;
  tableColumns: [string, string, string];
  notDrawn: (reasons: string[]) => string;
}

/** Words of the page that says why each figure of a village changed. Figures come formatted. */
export const whyWords = bundle<WhyWords>({
  en: {
    title: (from, to) => `Why it changed between ${from} and ${to}`,
    intro:
      'Each bar is one reason, and the reasons add up to the change. Open a bar to see its households, each with its share.',
    figures: {
      incidence: 'Poverty incidence',
      poorByIncome: 'Share of people below the poverty line',
      meanIncome: 'Income per person',
      food: 'Share of households with enough food',
      clothing: 'Share of households with enough clothing',
      education: 'Share of households with compulsory education',
      medical: 'Share of households with basic medical services',
      housing: 'Share of households with safe housing',
      water: 'Share of households with safe drinking water',
    },
    measured: {
      incidence: 'Registered poor people in 100 people of the registered rural population',
      poorByIncome: 'People with less than the line, in 100 people whose income is known',
      meanIncome: 'Yuan per person over twelve months, all households whose income is known',
      food: 'Households where it is met, in 100 where it is known and applies',
      clothing: 'Households where it is met, in 100 where it is known and applies',
      education: 'Households where it is met, in 100 where it is known and applies',
      medical: 'Households where it is met, in 100 where it is known and applies',
      housing: 'Households where it is met, in 100 where it is known and applies',
      water: 'Households where it is met, in 100 where it is known and applies',
    },
    reasons: {
      corrected: 'Corrected since',
      rule: 'Rule changed',
      left: 'Left the register',
      changed: 'Same households changed',
      known: 'Became known or unknown',
      joined: 'Joined the register',
      population: 'Population changed',
    },
    because: {
      corrected: ({ households, n, village }) =>
        n === 0
          ? 'the population was corrected since'
          : `figures of ${households} ${village ? 'and of the population ' : ''}were corrected since`,
      rule: ({ households }) => `another rule applies to ${households}`,
      left: ({ households }) => `${households} left the register`,
      changed: ({ households }) => `${households} of the same households changed`,
      known: ({ households }) => `${households} became known or unknown`,
      joined: ({ households }) => `${households} joined the register`,
      population: () => 'the village’s population changed',
    },
    ofTheSame: (n) => n.toLocaleString('en'),
    fell: (what, a, b) => `${what} fell from ${a} to ${b}`,
    rose: (what, a, b) => `${what} rose from ${a} to ${b}`,
    stayed: (what, a) => `${what} stayed at ${a}`,
    nothingMoved: 'nothing moved it',
    sentence: (found, reasons) => `${found}: ${reasons.join(', ')}`,
    reason: (by, because) => `${by} because ${because}`,
    smaller: 'the reasons are too small to show',
    points: (n) => (/^.1$/.test(n) ? `${n} point` : `${n} points`),
    pointsUnit: 'changes in percentage points',
    yuanUnit: 'changes in yuan',
    missing: {
      nobodyRegistered: 'no household was in the register',
      population: 'the registered rural population is not known',
      persons: 'it is not known how many people live in any of the poor households',
      line: 'there is no poverty line of this series for that year',
      income: 'the income of no household is known',
      guarantee: 'it is known of no household',
      notApplicable: 'it applies to none of the households of which it is known',
    },
    unknownEnd: (day, why) => `on ${day}, ${why}`,
    unknownBoth: (why) => `at both visits, ${why}`,
    knownEnd: (day, level) => `on ${day} it was ${level}`,
    unknown: (what, ends) => `${what} cannot be compared: ${ends.join('; ')}`,
    correctedSince: (day, told, known) =>
      `On ${day} it was told as ${told}. With what was corrected since, it is ${known}.`,
    known: ([a, n], [b, m]) => `known of ${a} of ${n} households then, ${b} of ${m} now`,
    asTold: (day) => `${day}, as told then`,
    households: (n, raised, lowered) =>
      raised > 0 && lowered > 0
        ? `${count(n, 'household')}: ${raised} up, ${lowered} down`
        : count(n, 'household'),
    withVillage: (words) => (words === '' ? 'the whole village' : `${words}, the whole village`),
    toVisit: (day) => `Open the visit of ${day}`,
    changedOf: (n, all, unknown) =>
      `All figures: ${n} of ${all} changed${unknown > 0 ? `, ${unknown} cannot be compared` : ''}`,
    columns: ['Figure', 'Then → now', 'Change', 'Most of it'],
    unchanged: 'unchanged',
    tableColumns: ['Reason', 'Level or change', 'Households'],
    notDrawn: (reasons) =>
      `Nothing from: ${reasons.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(', ')}.`,
  },
  'zh-CN': {
    title: (from, to) => `${from}至${to}：变化原因`,
    intro: '每一条是一个原因，各项相加等于总变化。点开任一条，可看涉及的农户及各户影响。',
    figures: {
      incidence: '贫困发生率',
      poorByIncome: '收入低于贫困线人口占比',
      meanIncome: '人均收入',
      food: '不愁吃户占比',
      clothing: '不愁穿户占比',
      education: '义务教育有保障户占比',
      medical: '基本医疗有保障户占比',
      housing: '住房安全有保障户占比',
      water: '饮水安全有保障户占比',
    },
    measured: {
      incidence: '建档立卡未脱贫人口 ÷ 农村户籍人口',
      poorByIncome: '收入低于贫困线的人口 ÷ 收入已知的人口',
      meanIncome: '十二个月，元/人，全部收入已知的农户',
      food: '已保障户 ÷ 情况已知且适用的户',
      clothing: '已保障户 ÷ 情况已知且适用的户',
      education: '已保障户 ÷ 情况已知且适用的户',
      medical: '已保障户 ÷ 情况已知且适用的户',
      housing: '已保障户 ÷ 情况已知且适用的户',
      water: '已保障户 ÷ 情况已知且适用的户',
    },
    reasons: {
      corrected: '事后更正',
      rule: '标准或口径变化',
      left: '不再在册',
      changed: '同一批农户变化',
      known: '转为已知或不明',
      joined: '新纳入',
      population: '户籍人口变化',
    },
    because: {
      corrected: ({ households, n, village }) =>
        n === 0 ? '户籍人口数据事后更正' : `${households}${village ? '及户籍人口的' : ''}数据事后更正`,
      rule: ({ households }) => `标准或口径变化涉及 ${households}`,
      left: ({ households }) => `${households}不再在册`,
      changed: ({ households }) => `同一批农户中 ${households}有变化`,
      known: ({ households }) => `${households}转为已知或不明`,
      joined: ({ households }) => `${households}新纳入`,
      population: () => '户籍人口变化',
    },
    ofTheSame: (n) => `${n} 户`,
    fell: (what, a, b) => `${what}由 ${a} 降至 ${b}`,
    rose: (what, a, b) => `${what}由 ${a} 升至 ${b}`,
    stayed: (what, a) => `${what}仍为 ${a}`,
    nothingMoved: '没有因素使其变化',
    sentence: (found, reasons) => `${found}：${reasons.join('，')}`,
    reason: (by, because) => `${because} ${by}`,
    smaller: '各项影响过小，未能显示',
    points: (n) => `${n} 个百分点`,
    pointsUnit: '变化以百分点计',
    yuanUnit: '变化以元计',
    missing: {
      nobodyRegistered: '没有在册农户',
      population: '农村户籍人口不明',
      persons: '各贫困户人口均不明',
      line: '该系列没有当年的贫困线',
      income: '各户收入均不明',
      guarantee: '各户情况均不明',
      notApplicable: '情况已知的农户均不适用',
    },
    unknownEnd: (day, why) => `${day}${why}`,
    unknownBoth: (why) => `两次走访时${why}`,
    knownEnd: (day, level) => `${day}为 ${level}`,
    unknown: (what, ends) => `${what}无法比较：${ends.join('；')}`,
    correctedSince: (day, told, known) => `${day}当时为 ${told}，更正后为 ${known}。`,
    known: ([a, n], [b, m]) => `上次 ${n} 户中已知 ${a} 户，本次 ${m} 户中已知 ${b} 户`,
    asTold: (day) => `${day}（当时）`,
    households: (n, raised, lowered) =>
      raised > 0 && lowered > 0 ? `${n} 户：${raised} 升 ${lowered} 降` : `${n} 户`,
    withVillage: (words) => (words === '' ? '全村' : `${words}，全村`),
    toVisit: (day) => `查看${day}走访`,
    changedOf: (n, all, unknown) =>
      `全部指标：${all} 项中 ${n} 项有变化${unknown > 0 ? `，${unknown} 项无法比较` : ''}`,
    columns: ['指标', '上次 → 本次', '变化', '主要原因'],
    unchanged: '无变化',
    tableColumns: ['原因', '水平或变化', '户数'],
    notDrawn: (reasons) => `以下没有影响：${reasons.join('、')}。`,
  },
});
