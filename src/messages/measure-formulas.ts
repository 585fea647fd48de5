import { bundle } from './locale.tsx';

/** A measure as the page explains it: what it says in plain words, how it is computed, after whom. */
export interface Explained {
  name: string;
  says: string;
  formula: string;
  source: string;
}

/** Every measure of the page. */
export const measureNames = [
  'headcount',
  'gap',
  'severity',
  'watts',
  'wattsBottomCoded',
  'senHandbook',
  'sen1976',
  'gini',
  'H',
  'A',
  'M0',
  'uncensored',
  'censored',
  'contributions',
  'shorrocks',
] as const;
export type MeasureName = (typeof measureNames)[number];

const handbook = {
  en: 'Haughton and Khandker, Handbook on Poverty and Inequality, World Bank 2009',
  zh: 'Haughton、Khandker《贫困与不平等手册》，世界银行，2009 年',
};
const alkireFoster = {
  en: 'Alkire and Foster, Journal of Public Economics 95, 2011',
  zh: 'Alkire、Foster，《公共经济学杂志》第 95 卷，2011 年',
};

/** What each measure says, its formula and whose it is. */
export const measureFormulas = bundle<Record<MeasureName, Explained>>({
  en: {
    headcount: {
      name: 'Headcount (P0)',
      says: 'Share of persons strictly below the line.',
      formula: 'P0 = persons below the line ÷ persons whose income is known',
      source: `Foster, Greer and Thorbecke 1984; ${handbook.en}, ch. 4`,
    },
    gap: {
      name: 'Poverty gap (P1)',
      says: 'How far the poor are below the line on average, in percent of it, with 0 for everybody else.',
      formula: 'P1 = mean over persons of (line − income) ÷ line, 0 for who is not poor',
      source: `Foster, Greer and Thorbecke 1984; ${handbook.en}, ch. 4`,
    },
    severity: {
      name: 'Severity (P2)',
      says: 'The same with each gap squared: the poorest weigh most.',
      formula: 'P2 = mean over persons of ((line − income) ÷ line)², 0 for who is not poor',
      source: `Foster, Greer and Thorbecke 1984; ${handbook.en}, ch. 4`,
    },
    watts: {
      name: 'Watts index',
      says: 'The gap by logarithm. It is not defined where anybody has no income.',
      formula: 'W = mean over persons of ln(line ÷ income), 0 for who is not poor',
      source: `Watts 1968; ${handbook.en}, ch. 4`,
    },
    wattsBottomCoded: {
      name: 'Watts index, lowest incomes raised',
      says: 'Incomes below 1% of the line count as 1% of it. That floor is our choice and weighs heavily.',
      formula: 'W with every income of at least 0.01 × line',
      source: 'Ours; see docs/measures.md',
    },
    senHandbook: {
      name: 'Sen index (Handbook)',
      says: 'Headcount, gap and inequality among the poor in one figure. The same people twice give the same figure.',
      formula: 'S = P0 · G + P1 · (1 − G), G: Gini coefficient of the poor',
      source: `${handbook.en}, ch. 4`,
    },
    sen1976: {
      name: 'Sen index (1976)',
      says: 'Sen’s own form for a small number of poor persons q.',
      formula: 'S = H · (I + (1 − I) · G · q ÷ (q + 1)), I: mean gap of the poor',
      source: 'Sen, Econometrica 44, 1976',
    },
    gini: {
      name: 'Gini coefficient',
      says: 'Inequality of all known incomes: 0 where all have the same.',
      formula: 'G = half the mean difference between two persons ÷ mean income',
      source: `${handbook.en}, ch. 6`,
    },
    H: {
      name: 'Headcount (H)',
      says: 'Share of persons in households that lack as many guarantees as chosen, or more.',
      formula: 'H = persons with a score of at least k ÷ persons; score: share of the six guarantees not met',
      source: alkireFoster.en,
    },
    A: {
      name: 'Intensity (A)',
      says: 'Share of the guarantees that the poor lack on average.',
      formula: 'A = mean score of the poor',
      source: alkireFoster.en,
    },
    M0: {
      name: 'Adjusted headcount (M0)',
      says: 'How many lack how much. Neither weights nor cutoff are an official index.',
      formula: 'M0 = H · A',
      source: alkireFoster.en,
    },
    uncensored: {
      name: 'Not met, all persons',
      says: 'Share of persons in households where the guarantee is not met.',
      formula: 'persons not met ÷ persons; “not applicable” counts as met',
      source: alkireFoster.en,
    },
    censored: {
      name: 'Not met, among the poor',
      says: 'The same, counting only households that are poor by guarantees.',
      formula: 'persons not met and poor ÷ all persons',
      source: alkireFoster.en,
    },
    contributions: {
      name: 'Share of M0',
      says: 'What the guarantee adds to M0; the six add up to 100%.',
      formula: 'weight × “not met, among the poor” ÷ M0',
      source: alkireFoster.en,
    },
    shorrocks: {
      name: 'Mobility (Shorrocks)',
      says: '0: nobody moved. 1: where one ends does not depend on where one began.',
      formula: '(n − Σ share of each of n states that stayed) ÷ (n − 1)',
      source: 'Shorrocks, Econometrica 46, 1978',
    },
  },
  'zh-CN': {
    headcount: {
      name: '贫困线以下人口比例（P0）',
      says: '收入严格低于贫困线的人口所占比例。',
      formula: 'P0 = 低于贫困线的人口 ÷ 收入已知的人口',
      source: `Foster、Greer、Thorbecke，1984 年；${handbook.zh}，第 4 章`,
    },
    gap: {
      name: '贫困深度（P1）',
      says: '贫困人口离贫困线平均还差百分之几，其余人口按 0 计。',
      formula: 'P1 = 全体人口（贫困线 − 收入）÷ 贫困线的平均数，非贫困者按 0 计',
      source: `Foster、Greer、Thorbecke，1984 年；${handbook.zh}，第 4 章`,
    },
    severity: {
      name: '贫困强度（P2）',
      says: '差距先平方再平均：越穷的人分量越重。',
      formula: 'P2 = 全体人口（（贫困线 − 收入）÷ 贫困线）² 的平均数，非贫困者按 0 计',
      source: `Foster、Greer、Thorbecke，1984 年；${handbook.zh}，第 4 章`,
    },
    watts: {
      name: '沃茨指数',
      says: '以对数衡量差距；只要有人没有收入，就没有定义。',
      formula: 'W = 全体人口 ln（贫困线 ÷ 收入）的平均数，非贫困者按 0 计',
      source: `Watts，1968 年；${handbook.zh}，第 4 章`,
    },
    wattsBottomCoded: {
      name: '沃茨指数（极低收入上调）',
      says: '低于贫困线 1% 的收入按 1% 计。这一下限由本系统选定，影响很大。',
      formula: '收入至少按 0.01 × 贫困线计的 W',
      source: '本系统口径，见 docs/measures.md',
    },
    senHandbook: {
      name: '森指数（手册式）',
      says: '把发生率、深度和贫困人口内部的不平等合成一个数；人口成倍复制，结果不变。',
      formula: 'S = P0 · G + P1 ·（1 − G），G 为贫困人口的基尼系数',
      source: `${handbook.zh}，第 4 章`,
    },
    sen1976: {
      name: '森指数（1976 年式）',
      says: '森本人的形式，适用于人数 q 较少的贫困人口。',
      formula: 'S = H ·（I +（1 − I）· G · q ÷（q + 1）），I 为贫困人口的平均差距率',
      source: 'Sen，《计量经济学》第 44 卷，1976 年',
    },
    gini: {
      name: '基尼系数',
      says: '全部已知收入的不平等程度：人人相同为 0。',
      formula: 'G = 任意两人收入平均差额的一半 ÷ 平均收入',
      source: `${handbook.zh}，第 6 章`,
    },
    H: {
      name: '多维贫困发生率（H）',
      says: '未保障项数达到所选标准的农户，其人口所占比例。',
      formula: 'H = 得分不低于 k 的人口 ÷ 全部人口；得分：六项中未保障的比重',
      source: alkireFoster.zh,
    },
    A: {
      name: '平均剥夺强度（A）',
      says: '多维贫困人口平均有多大比重的项目未保障。',
      formula: 'A = 多维贫困人口的平均得分',
      source: alkireFoster.zh,
    },
    M0: {
      name: '多维贫困指数（M0）',
      says: '既看有多少人，也看缺多少项。权重与标准均非官方指数。',
      formula: 'M0 = H · A（两者之积）',
      source: alkireFoster.zh,
    },
    uncensored: {
      name: '未保障人口比例（全体）',
      says: '该项未保障的农户，其人口所占比例。',
      formula: '未保障人口 ÷ 全部人口；“不适用”视为已保障',
      source: alkireFoster.zh,
    },
    censored: {
      name: '未保障人口比例（多维贫困户）',
      says: '同上，但只计多维贫困户。',
      formula: '未保障且属多维贫困的人口 ÷ 全部人口',
      source: alkireFoster.zh,
    },
    contributions: {
      name: '占 M0 的比重',
      says: '该项对 M0 的贡献率，六项合计 100%。',
      formula: '权重 × 未保障人口比例（多维贫困户）÷ M0',
      source: alkireFoster.zh,
    },
    shorrocks: {
      name: '流动性（肖罗克斯指数）',
      says: '0：无人变动；1：终点与起点无关。',
      formula: '（n − 各状态保持不变比例之和）÷（n − 1），n 为状态数',
      source: 'Shorrocks，《计量经济学》第 46 卷，1978 年',
    },
  },
});
