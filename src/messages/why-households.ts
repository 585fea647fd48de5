import type { Why } from '#src/domain/decompose.ts';
import { bundle, count } from './locale.tsx';

interface WhyHouseholdWords {
  /** What is meant by it. */
  meaning: Record<Why, string>;
  title: (reason: string, by: string) => string;
  columns: [string, string, string, string];
  village: string;
  close: string;
  finer: string;
  /** Of a share or mean: what comes or goes moves it by as far as it lies from it. */
  against: string;
  terms: {
    unknown: string;
    absent: string;
    poor: (persons: number) => string;
    notPoor: string;
    below: (persons: number) => string;
    notBelow: (persons: number) => string;
    perPerson: (yuan: string, persons: number) => string;
    population: (persons: string) => string;
  };
}

const people = (n: number): string => count(n, 'person', 'people');

/** Words of the list of households behind a reason. Figures come formatted. */
export const whyHouseholdWords = bundle<WhyHouseholdWords>({
  en: {
    meaning: {
      corrected:
        'The first visit as it was told then, and as it stands now. A figure was mended; nobody’s life changed.',
      rule: 'The first visit under its own line and income rule, and under those of the second. Nobody’s life changed.',
      left: 'In the register at the first visit, and no longer at the second.',
      changed: 'In the register at both visits, and known at both.',
      known: 'In the register at both visits, but known at one of them only. What changed is what is known.',
      joined: 'In the register at the second visit, and not yet at the first.',
      population: 'The registered rural population that the poor people are counted against.',
    },
    title: (reason, by) => `${reason}: ${by}`,
    columns: ['Household', 'Before', 'After', 'Share'],
    village: 'The whole village',
    close: 'Close the list',
    finer: 'Largest first; shares have one more digit than the bars, which are rounded so that they add up',
    against: 'Whoever comes or goes moves the figure by as far as they lie from it',
    terms: {
      unknown: 'not known',
      absent: 'not in the register',
      poor: (n) => `${people(n)}, poor`,
      notPoor: 'not poor',
      below: (n) => `${people(n)}, below the line`,
      notBelow: (n) => `${people(n)}, not below the line`,
      perPerson: (yuan, n) => `${yuan} per person, ${people(n)}`,
      population: (persons) => `population ${persons}`,
    },
  },
  'zh-CN': {
    meaning: {
      corrected: '前一次走访的数据：当时上报与现在更正后之差。只是数据更正，农户生活并未改变。',
      rule: '前一次走访的数据：按当时的标准和口径，与按后一次的标准和口径之差。农户生活并未改变。',
      left: '前一次走访时在册，后一次已不在册。',
      changed: '两次走访时均在册，且两次情况均已知。',
      known: '两次走访时均在册，但只有一次情况已知。变化的是掌握的情况。',
      joined: '后一次走访时在册，前一次尚未在册。',
      population: '计算贫困发生率所用的农村户籍人口。',
    },
    title: (reason, by) => `${reason}：${by}`,
    columns: ['农户', '之前', '之后', '影响'],
    village: '全村',
    close: '收起名单',
    finer: '影响大者在前；各户影响多保留一位小数，图中各项经取整后相加相符',
    against: '新增或减少的农户，按其与原水平的差距计算影响',
    terms: {
      unknown: '不明',
      absent: '不在册',
      poor: (n) => `贫困 ${n} 人`,
      notPoor: '非贫困',
      below: (n) => `${n} 人，低于贫困线`,
      notBelow: (n) => `${n} 人，不低于贫困线`,
      perPerson: (yuan, n) => `人均 ${yuan}，${n} 人`,
      population: (persons) => `户籍人口 ${persons} 人`,
    },
  },
});
