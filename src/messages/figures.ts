import type { FigureCode } from '#src/domain/figure-code.ts';
import type { FigureTerm } from '#src/domain/figure-explanation.ts';
import { guarantees, incomeSources, type Guarantee, type IncomeSource } from '#src/domain/indicator.ts';
import { bundle } from './locale.tsx';
import { terms } from './terms.ts';

/** What a figure means; `docs/measures.md` says it at length. */
interface Definition {
  name: string;
  /** The query in words; the visits stand beside it. */
  query: string;
  formula: string;
  /** Where the formula comes from. */
  source: string;
  /** What happens to what nobody knows. */
  unknowns: string;
}

const own = (locale: 'en' | 'zh-CN') =>
  locale === 'en'
    ? 'Counted by this dashboard from the register, no official index'
    : '本系统按建档立卡登记计数，并非官方指标';

const incomeSource = (locale: 'en' | 'zh-CN') =>
  locale === 'en'
    ? 'Net income of the register: wages + business − business cost + property + transfers, over twelve months'
    : '建档立卡人均纯收入口径：工资性＋经营性－经营费用＋财产性＋转移性，近十二个月';

function definitionsIn(locale: 'en' | 'zh-CN'): Record<FigureCode, Definition> {
  const term = terms[locale];
  const en = locale === 'en';
  const income = (name: string): Definition => ({
    name: en ? `${name} per person` : `人均${name}`,
    query: en
      ? 'Households in the register at both visits whose income and persons are known at both.'
      : '两次走访均在册、且收入和人口均已知的农户。',
    formula: en
      ? 'Sum of the yuan of these households ÷ sum of their persons'
      : '这些农户的收入合计 ÷ 人口合计',
    source: incomeSource(locale),
    unknowns: en
      ? 'A household with one unknown part is in neither mean; unknown is never counted as 0.'
      : '任一项不明的农户不计入两次平均；不明不作 0 计。',
  });
  const guarantee = (name: string): Definition => ({
    name: en ? `${name}: not met` : `${name}：未达标`,
    query: en ? 'Households in the register at the visit.' : '走访时在册的农户。',
    formula: en ? 'Number of households where it is not met' : '未达标的户数',
    source: en
      ? 'Two Assurances and Three Guarantees: Opinions on exit from poverty, 2016'
      : '“两不愁三保障”：《关于建立贫困退出机制的意见》（2016年）',
    unknowns: en
      ? 'Unknown is no “met” and no “not met”: it is left out and listed below.'
      : '不明既不算达标也不算未达标，不计入并列在下面。',
  });
  return {
    incidence: {
      name: en ? 'Poverty incidence' : '贫困发生率',
      query: en
        ? 'Persons of the households that are registered poor or returned to poverty at the visit, over the registered rural population.'
        : '走访时在册贫困户和返贫户的人口，与农村户籍人口相比。',
      formula: en
        ? '100 × remaining registered poor persons ÷ registered rural population'
        : '100 × 剩余建档立卡贫困人口 ÷ 农村户籍人口',
      source: en
        ? 'Opinions on the mechanism for exit from poverty, 2016; persons, never households'
        : '《关于建立贫困退出机制的意见》（2016年）；按人口、不按户计算',
      unknowns: en
        ? 'Households of unknown status, and poor ones whose persons are unknown, are not in it. Without the population there is no figure.'
        : '状态不明的户、人口不明的贫困户不计入；没有户籍人口就没有此数。',
    },
    poorHouseholds: {
      name: en ? 'Poor households' : '贫困户',
      query: en ? 'Households in the register at the visit.' : '走访时在册的农户。',
      formula: en
        ? 'Number of households that are registered poor or returned to poverty'
        : '在册贫困户与返贫户的户数之和',
      source: own(locale),
      unknowns: en ? 'Households of unknown status are not counted.' : '状态不明的户不计入。',
    },
    meanIncome: income(term.netIncome),
    ...(Object.fromEntries(incomeSources.map((name) => [name, income(term.indicator[name])])) as Record<
      IncomeSource,
      Definition
    >),
    guaranteeGaps: {
      ...guarantee(''),
      name: en ? 'Guarantees not met' : '未达标的保障',
      query: en
        ? 'Six guarantees of each household in the register at the visit.'
        : '走访时在册各户的六项保障。',
      formula: en
        ? 'Number of guarantees not met, once for each guarantee and household'
        : '未达标的项数，每户每项计一次',
    },
    ...(Object.fromEntries(guarantees.map((name) => [name, guarantee(term.indicator[name])])) as Record<
      Guarantee,
      Definition
    >),
    commitmentsKept: {
      name: en ? 'Commitments kept' : '兑现的承诺',
      query: en
        ? 'Commitments owed at the first visit or reopened since, as judged by the second.'
        : '前一次走访时待兑现、或此后重新挂账的承诺，截至后一次走访的判断。',
      formula: en ? 'Number of those whose last verdict is “kept”' : '最近一次判断为“已兑现”的项数',
      source: own(locale),
      unknowns: en
        ? 'What nobody has judged, or nobody could tell, is not kept and stays owed.'
        : '尚未判断或无法判断的不算兑现，仍待兑现。',
    },
  };
}

const termsEn: Record<FigureTerm['term'], string> = {
  poorPersons: 'Poor persons',
  ruralPopulation: 'Rural population',
  poorHouseholds: 'Poor households',
  incomeTotal: 'Income of these households',
  persons: 'Their persons',
  notMet: 'Not met',
  kept: 'Kept',
  owedBefore: 'Owed at the first visit',
};
const termsZh: Record<FigureTerm['term'], string> = {
  poorPersons: '贫困人口',
  ruralPopulation: '农村户籍人口',
  poorHouseholds: '贫困户',
  incomeTotal: '这些农户的收入',
  persons: '这些农户的人口',
  notMet: '未达标',
  kept: '已兑现',
  owedBefore: '前一次走访时待兑现',
};

/** Words with which a figure is explained. */
export const figureWords = bundle({
  en: {
    definitions: definitionsIn('en'),
    terms: termsEn,
    value: 'Figure',
    formula: 'Formula',
    source: 'Source of the formula',
    query: 'What was asked',
    queryAt: (village: string, visits: string) => `${village}, ${visits}.`,
    twoVisits: (from: string, to: string) => `visits of ${from} and ${to}`,
    oneVisit: (to: string) => `visit of ${to}`,
    knownOn: (day: string) => ` As known on ${day}.`,
    knownToday: ' As known today.',
    api: 'The same from the API',
    unknownRule: 'What is unknown',
    parts: (n: number) => `What is in it (${n})`,
    noParts: 'Nothing is in it.',
    partsSubtitle: 'What each adds, and the readings behind it. Open a reading for its history.',
    shownOf: (shown: number, all: number) => `The first ${shown} of ${all}.`,
    unknown: (n: number) => `Not known (${n})`,
    nothingUnknown: 'Nothing that belongs in it is unknown.',
    unknownAt: (day: string) => `on ${day}`,
    person: 'Who or what',
    divides: 'Divides',
    behind: 'Readings behind it',
    verdict: 'Verdict',
    notThere: 'not there or not known',
    link: 'A link to this figure as it is here',
    copy: 'Copy the link',
    copied: 'Copied',
    counted: {
      household: 'households',
      guarantee: 'guarantees',
      commitment: 'commitments',
    },
    coverage: (known: number, of: number, unit: string) => `${known} of ${of} ${unit} known`,
  },
  'zh-CN': {
    definitions: definitionsIn('zh-CN'),
    terms: termsZh,
    value: '数值',
    formula: '算法',
    source: '算法出处',
    query: '查询内容',
    queryAt: (village: string, visits: string) => `${village}，${visits}。`,
    twoVisits: (from: string, to: string) => `${from}和${to}两次走访`,
    oneVisit: (to: string) => `${to}走访`,
    knownOn: (day: string) => `以${day}所知为准。`,
    knownToday: '以今天所知为准。',
    api: '接口中的同一个数',
    unknownRule: '不明的如何处理',
    parts: (n: number) => `构成（${n}）`,
    noParts: '没有构成项。',
    partsSubtitle: '每一项计入多少，依据哪些登记。点开登记可看全部历史。',
    shownOf: (shown: number, all: number) => `共 ${all} 项，列出前 ${shown} 项。`,
    unknown: (n: number) => `不明（${n}）`,
    nothingUnknown: '应计入的没有不明项。',
    unknownAt: (day: string) => `${day}`,
    person: '对象',
    divides: '分母',
    behind: '所依据的登记',
    verdict: '判断',
    notThere: '不在册或不明',
    link: '此数的链接，打开与此处相同',
    copy: '复制链接',
    copied: '已复制',
    counted: { household: '户', guarantee: '项保障', commitment: '项承诺' },
    coverage: (known: number, of: number, unit: string) => `${of} ${unit}中已知 ${known} ${unit}`,
  },
});
