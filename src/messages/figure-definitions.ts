import {
  figureCodes,
  guaranteeMeasures,
  incomeMeasures,
  moveOf,
  whyOf,
  type FigureCode,
  type AskedWhy,
  type GuaranteeMeasure,
  type IncomeMeasure,
} from '#src/domain/figure-code.ts';
import { guarantees, incomeSources, type Guarantee, type IncomeSource } from '#src/domain/indicator.ts';
import { measureFormulas, measureNames } from './measure-formulas.ts';
import { bundle } from './locale.tsx';
import { movesIn } from './move-definitions.ts';
import { own, type Definition } from './own-definition.ts';
import { terms } from './terms.ts';
import { unknownsIn } from './unknown-definitions.ts';
import { whyHouseholdWords } from './why-households.ts';
import { whyWords } from './why.ts';

const incomeSource = (locale: 'en' | 'zh-CN') =>
  locale === 'en'
    ? 'Net income of the register: wages + business − business cost + property + transfers, over twelve months'
    : '建档立卡人均纯收入口径：工资性＋经营性－经营费用＋财产性＋转移性，近十二个月';

/** The measures of poverty, whose formulas the page of measures says too. */
function measuresIn(locale: 'en' | 'zh-CN'): Record<IncomeMeasure | GuaranteeMeasure, Definition> {
  const term = terms[locale].indicator;
  const formulas = measureFormulas[locale];
  const en = locale === 'en';
  const byIncome = (code: IncomeMeasure): Definition => ({
    ...formulas[code],
    query: en
      ? 'Persons of the households in the register at the visit whose income and persons are known.'
      : '走访时在册、收入和人口均已知的农户，按人口计。',
    unknowns: en
      ? 'Households with one unknown part of their income are left out and listed below; unknown is never counted as 0.'
      : '收入有任一项不明的农户不计入，并列在下面；不明不作 0 计。',
  });
  const byGuarantees = (code: GuaranteeMeasure): Definition => {
    const [stem, of] = code.split('.');
    const formula = formulas[measureNames.find((name) => name === stem) ?? 'H'];
    const guarantee = guarantees.find((name) => name === of);
    const name = guarantee
      ? en
        ? `${term[guarantee]}: ${formula.name}`
        : `${term[guarantee]}：${formula.name}`
      : formula.name;
    return {
      ...formula,
      name,
      query: en
        ? 'Persons of the households in the register at the visit whose persons are known.'
        : '走访时在册、人口已知的农户，按人口计。',
      unknowns: en
        ? 'What is certain stands in the formula; the range says how far the unknown guarantees, listed below, may take it.'
        : '算式只计可以确定的部分；区间表示下面所列不明项可能带来的变化。',
    };
  };
  return {
    ...(Object.fromEntries(incomeMeasures.map((code) => [code, byIncome(code)])) as Record<
      IncomeMeasure,
      Definition
    >),
    ...(Object.fromEntries(guaranteeMeasures.map((code) => [code, byGuarantees(code)])) as Record<
      GuaranteeMeasure,
      Definition
    >),
  };
}

/** Why a level changed, and each reason. */
function whyIn(locale: 'en' | 'zh-CN', { what, part }: AskedWhy): Definition {
  const en = locale === 'en';
  const words = whyWords[locale];
  const level = words.figures[what];
  const joined = (a: string, b: string) => (en ? `${a}: ${b}` : `${a}：${b}`);
  const walked = en
    ? 'First visit as told + the reasons = second visit; each reason is the step between two levels, one after the other'
    : '前一次（当时上报）＋各项原因 = 后一次；每项原因是依次计算的两个水平之差';
  const share = en
    ? 'The reason is the sum of the shares of its households; each: (change of the numerator − level × change of the denominator) ÷ denominator'
    : '该原因等于所涉各户影响之和；每户影响 =（分子变化 − 原水平 × 分母变化）÷ 分母';
  return {
    name: part === null ? level : joined(level, words.reasons[part]),
    query:
      part === null ? `${words.measured[what]}${en ? '.' : '。'}` : whyHouseholdWords[locale].meaning[part],
    formula: part === null ? walked : share,
    source: en
      ? 'This dashboard’s own decomposition; see docs/measures.md'
      : '本系统的分解方法，见 docs/measures.md',
    unknowns: en
      ? 'A household is in the level where it is known; one that becomes known or unknown between the visits is a reason of its own.'
      : '情况已知的户才计入；两次之间转为已知或不明的，单列为一项原因。',
  };
}

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
  const moves = movesIn(locale);
  const told: Partial<Record<FigureCode, Definition>> = {
    ...measuresIn(locale),
    ...unknownsIn(locale),
    ...moves.groups,
    shorrocks: moves.shorrocks,
    householdIncome: {
      ...income(''),
      name: en ? 'Income per person of the household' : '该户人均收入',
      query: en ? 'The household’s own readings at the visit.' : '走访时该户自己的登记。',
      formula: en
        ? '(Wages + business − business cost + property + transfers) ÷ persons, as far as the rule counts them'
        : '（工资性＋经营性－经营费用＋财产性＋转移性）÷ 人口，以所选口径计入的为限',
      unknowns: en
        ? 'With one unknown part the income is unknown; unknown is never counted as 0.'
        : '任一项不明，收入即为不明；不明不作 0 计。',
    },
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
    poorPersons: {
      name: en ? 'Registered poor persons' : '建档立卡贫困人口',
      query: en ? 'Households in the register at the visit.' : '走访时在册的农户。',
      formula: en
        ? 'Sum of the persons of the households that are registered poor or returned to poverty'
        : '在册贫困户与返贫户的人口之和',
      source: own(locale),
      unknowns: en
        ? 'Households of unknown status, and poor ones whose persons are unknown, are not in it.'
        : '状态不明的户、人口不明的贫困户不计入。',
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
        ? 'Commitments owed at the first visit, or reopened or judged otherwise since, as judged by the second.'
        : '前一次走访时待兑现、或此后重新挂账或改判的承诺，截至后一次走访的判断。',
      formula: en ? 'Number of those whose last verdict is “kept”' : '最近一次判断为“已兑现”的项数',
      source: own(locale),
      unknowns: en
        ? 'What nobody has judged, or nobody could tell, is not kept and stays owed.'
        : '尚未判断或无法判断的不算兑现，仍待兑现。',
    },
  };
  const one = (code: FigureCode): Definition | undefined => {
    const [move, why] = [moveOf(code), whyOf(code)];
    return told[code] ?? (move ? moves.cell(move) : why ? whyIn(locale, why) : undefined);
  };
  return Object.fromEntries(figureCodes.map((code) => [code, one(code)])) as Record<FigureCode, Definition>;
}

/** What each figure means, by its code. */
export const figureDefinitions = bundle({ en: definitionsIn('en'), 'zh-CN': definitionsIn('zh-CN') });
