import type { PlaceFigure, PlaceGap } from '#src/domain/place-figure.ts';
import type { Locale } from '#src/domain/text.ts';
import { bundle, count } from './locale.tsx';

interface PlaceFigureWords {
  formula: Record<PlaceFigure, string>;
  unknowns: Record<PlaceFigure, string>;
  asked: (place: string, day: string) => string;
  known: (n: number, of: number) => string;
  parts: (n: number) => string;
  partsSubtitle: string;
  own: string;
  adds: string;
  over: string;
  unknown: (n: number) => string;
  nothingUnknown: string;
  gap: Record<PlaceGap, (n: number) => string>;
  sum: (code: string) => string;
}

const byIncome = (locale: Locale) =>
  locale === 'en'
    ? {
        unknowns:
          'A village where nobody’s income is known, or without a line, is left out, as are persons whose income is unknown; they are listed below and never counted as 0.',
      }
    : { unknowns: '收入无一人已知或没有贫困线的村、收入不明的人口均不计入，列在下面；不明不作 0 计。' };

const left = {
  en: 'Villages that nobody visited, and what is unknown of others, are listed below and never counted as 0.',
  'zh-CN': '尚未走访的村和其他村的不明情况列在下面；不明不作 0 计。',
};

/** How a figure over many villages came to be, in words; what it means is said where a village's figure is. */
export const placeFigureWords = bundle<PlaceFigureWords>({
  en: {
    formula: {
      poorPersons: 'Sum of the registered poor persons of these villages',
      poorHouseholds: 'Sum of the poor households of these villages',
      incidence:
        '100 × registered poor persons of these villages ÷ their registered rural population; no mean of percentages',
      headcount: 'Persons below the line in these villages ÷ their persons with a known income',
      gap: 'Sum over the poor of these villages: persons × gap ÷ line, ÷ their persons with a known income',
      severity:
        'Sum over the poor of these villages: persons × (gap ÷ line)², ÷ their persons with a known income',
    },
    unknowns: {
      poorPersons: left.en,
      poorHouseholds: left.en,
      incidence:
        'A village whose population or poor persons are not known is left out whole. What is unknown is listed below and never counted as 0.',
      headcount: byIncome('en').unknowns,
      gap: byIncome('en').unknowns,
      severity: byIncome('en').unknowns,
    },
    asked: (place, day) => `${place}: each village at its last visit up to ${day}, as known today.`,
    known: (n, of) => `${n} of ${count(of, 'village')} known`,
    parts: (n) => `Villages in it (${n})`,
    partsSubtitle:
      'Each with its own figure, which opens down to its readings, and with what it adds. The one that adds most stands first.',
    own: 'Own figure',
    adds: 'Adds',
    over: 'To be divided by',
    unknown: (n) => `Villages of which it is not known, or not wholly (${n})`,
    nothingUnknown: 'It is wholly known of each village.',
    gap: {
      noVisit: () => 'no visit yet',
      noLine: () => 'no line for its year',
      noIncome: () => 'nobody’s income is known',
      noPopulation: () => 'population unknown',
      noPersons: (n) => `persons of all ${count(n, 'poor household')} unknown`,
      incomeUnknown: (n) => `income of ${count(n, 'person', 'people')} unknown`,
      uncounted: (n) => `persons of ${count(n, 'household')} unknown`,
      poorUncounted: (n) => `persons of ${count(n, 'poor household')} unknown`,
      statusUnknown: (n) => `status of ${count(n, 'household')} unknown`,
    },
    sum: (code) => `the figure is sum.${code}`,
  },
  'zh-CN': {
    formula: {
      poorPersons: '这些村建档立卡贫困人口之和',
      poorHouseholds: '这些村贫困户之和',
      incidence: '100 × 这些村的建档立卡贫困人口 ÷ 其农村户籍人口；不是各村百分比的平均',
      headcount: '这些村贫困线以下人口 ÷ 其收入已知人口',
      gap: '这些村贫困户合计：人口 × 差距 ÷ 贫困线，再 ÷ 收入已知人口',
      severity: '这些村贫困户合计：人口 ×（差距 ÷ 贫困线）²，再 ÷ 收入已知人口',
    },
    unknowns: {
      poorPersons: left['zh-CN'],
      poorHouseholds: left['zh-CN'],
      incidence: '户籍人口或贫困人口不明的村整村不计入；不明情况列在下面，不作 0 计。',
      headcount: byIncome('zh-CN').unknowns,
      gap: byIncome('zh-CN').unknowns,
      severity: byIncome('zh-CN').unknowns,
    },
    asked: (place, day) => `${place}：各村截至${day}的最近一次走访，以目前所知为准。`,
    known: (n, of) => `${of} 个村中已知 ${n} 个`,
    parts: (n) => `计入的村（${n}）`,
    partsSubtitle: '各村自己的数值可打开，直至原始数据；并列出其计入的数量。计入最多的排在最前。',
    own: '本村数值',
    adds: '计入',
    over: '除数',
    unknown: (n) => `不明或不全明的村（${n}）`,
    nothingUnknown: '各村均全部已知。',
    gap: {
      noVisit: () => '尚未走访',
      noLine: () => '当年没有贫困线',
      noIncome: () => '收入无一人已知',
      noPopulation: () => '户籍人口不明',
      noPersons: (n) => `${n} 户贫困户人口均不明`,
      incomeUnknown: (n) => `${n} 人收入不明`,
      uncounted: (n) => `${n} 户人口不明`,
      poorUncounted: (n) => `${n} 户贫困户人口不明`,
      statusUnknown: (n) => `${n} 户状态不明`,
    },
    sum: (code) => `数值在 sum.${code}`,
  },
});
