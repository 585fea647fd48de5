import { describe, expect, it } from 'vitest';
import { explainFigure, type FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { explainedInShort, explainedVillage } from '#tests/support/explained-village.ts';

const INCOME = 'wage business businessCost property transfer persons';
const OWN_INCOME = 'wage business businessCost property persons';
const PERSONS_FIRST = 'persons wage business businessCost property transfer';
const ALL = guarantees.join(' ');
const PERSONS_AND_ALL = `persons ${ALL}`;

type Case = [FigureCode, FigureAsked & { alone?: true }, ReturnType<typeof explainedInShort>];

describe('the register, worked out by hand', () => {
  it.each<Case>([
    [
      'incidence',
      {},
      {
        from: [4.5, null, 'percent', '3/3 household', 'seenOnSite document'],
        to: [2.5, null, 'percent', '3/3 household', 'seenOnSite document'],
        terms: [
          ['poorPersons', 'person', 9, 5],
          ['ruralPopulation', 'person', 200, 200],
        ],
        parts: [
          'person',
          ['v', null, null, 'ruralPopulation'],
          ['a', 3, 3, 'status persons'],
          ['b', 2, 0, 'status persons'],
          ['d', null, 1, 'status persons'],
          ['e', 4, null, 'status persons'],
          ['f', null, 1, 'status persons'],
        ],
        unknown: [
          ['c', 'status', 'status'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'poorPersons',
      {},
      {
        from: [9, null, 'person', '3/3 household', 'seenOnSite'],
        to: [5, null, 'person', '3/3 household', 'seenOnSite'],
        terms: [['poorPersons', 'person', 9, 5]],
        parts: [
          'person',
          ['a', 3, 3, 'status persons'],
          ['b', 2, 0, 'status persons'],
          ['d', null, 1, 'status persons'],
          ['e', 4, null, 'status persons'],
          ['f', null, 1, 'status persons'],
        ],
        unknown: [
          ['c', 'status', 'status'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'poorHouseholds',
      {},
      {
        from: [3, null, 'household', '3/5 household', 'seenOnSite'],
        to: [3, null, 'household', '4/5 household', 'seenOnSite toldByCadre'],
        terms: [['poorHouseholds', 'household', 3, 3]],
        parts: [
          'household',
          ['a', 1, 1, 'status'],
          ['b', 1, 0, 'status'],
          ['d', null, 1, 'status'],
          ['e', 1, null, 'status'],
          ['f', null, 1, 'status'],
        ],
        unknown: [
          ['c', 'status', 'status'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'guaranteeGaps',
      {},
      {
        from: [2, null, 'none', '23/30 guarantee', 'seenOnSite'],
        to: [3, null, 'none', '23/30 guarantee', 'seenOnSite document'],
        terms: [['notMet', 'none', 2, 3]],
        parts: ['none', ['a', 2, 1, 'housing water'], ['d', null, 1, 'water'], ['f', 0, 1, 'water']],
        unknown: [
          ['c', ALL, ALL],
          ['d', '', 'housing'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'water',
      {},
      {
        from: [1, null, 'household', '3/5 household', 'seenOnSite'],
        to: [3, null, 'household', '4/5 household', 'seenOnSite'],
        terms: [['notMet', 'household', 1, 3]],
        parts: ['none', ['a', 1, 1, 'water'], ['d', null, 1, 'water'], ['f', 0, 1, 'water']],
        unknown: [
          ['c', 'water', 'water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'commitmentsKept',
      {},
      {
        from: null,
        to: [1, null, 'none', '3/4 commitment', 'reportedInPress synthetic'],
        terms: [
          ['kept', 'none', null, 1],
          ['owedBefore', 'none', null, 4],
        ],
        parts: [
          'none',
          ['well', null, 1, '', 'kept'],
          ['road', null, 0, '', 'cannotTell'],
          ['school', null, 0, '', 'partly'],
          ['roof', null, 0, ''],
        ],
        unknown: [
          ['road', '', ''],
          ['roof', '', ''],
        ],
      },
    ],
    [
      'incidence',
      { alone: true },
      {
        from: null,
        to: [2.5, null, 'percent', '3/3 household', 'seenOnSite document'],
        terms: [
          ['poorPersons', 'person', null, 5],
          ['ruralPopulation', 'person', null, 200],
        ],
        parts: [
          'person',
          ['v', null, null, 'ruralPopulation'],
          ['a', null, 3, 'status persons'],
          ['d', null, 1, 'status persons'],
          ['f', null, 1, 'status persons'],
        ],
        unknown: [['c', '', 'status']],
      },
    ],
    [
      'poorHouseholds',
      { alone: true },
      {
        from: null,
        to: [3, null, 'household', '4/5 household', 'seenOnSite toldByCadre'],
        terms: [['poorHouseholds', 'household', null, 3]],
        parts: ['household', ['a', null, 1, 'status'], ['d', null, 1, 'status'], ['f', null, 1, 'status']],
        unknown: [['c', '', 'status']],
      },
    ],
    [
      'guaranteeGaps',
      { alone: true },
      {
        from: null,
        to: [3, null, 'none', '23/30 guarantee', 'seenOnSite document'],
        terms: [['notMet', 'none', null, 3]],
        parts: ['none', ['a', null, 1, 'water'], ['d', null, 1, 'water'], ['f', null, 1, 'water']],
        unknown: [
          ['c', '', ALL],
          ['d', '', 'housing'],
        ],
      },
    ],
    [
      'commitmentsKept',
      { alone: true },
      {
        from: null,
        to: [null, null, 'none', '0/0 commitment', ''],
        terms: [
          ['kept', 'none', null, 0],
          ['owedBefore', 'none', null, 0],
        ],
        parts: ['none'],
        unknown: [],
      },
    ],
  ])('is explained: %s %j', (code, asked, told) => {
    expect(explainedInShort(code, asked)).toEqual(told);
  });
});

describe('income, worked out by hand', () => {
  it.each<Case>([
    [
      'meanIncome',
      {},
      {
        from: [1840, null, 'yuan', '2/4 household', 'seenOnSite'],
        to: [2160, null, 'yuan', '2/4 household', 'seenOnSite toldByHousehold'],
        terms: [
          ['incomeTotal', 'yuan', 9200, 10800],
          ['persons', 'person', 5, 5],
        ],
        parts: ['yuan', ['a', 400, 600, INCOME], ['b', 4000, 4500, INCOME]],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'wage',
      {},
      {
        from: [1780, null, 'yuan', '2/4 household', 'seenOnSite'],
        to: [2100, null, 'yuan', '2/4 household', 'toldByHousehold'],
        terms: [
          ['incomeTotal', 'yuan', 8900, 10500],
          ['persons', 'person', 5, 5],
        ],
        parts: ['yuan', ['a', 300, 500, 'wage persons'], ['b', 4000, 4500, 'wage persons']],
        unknown: [
          ['c', 'wage persons', 'wage persons'],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'householdIncome',
      { householdId: 'a' },
      {
        from: [400, null, 'yuan', '5/5 incomeSource', 'seenOnSite'],
        to: [600, null, 'yuan', '5/5 incomeSource', 'seenOnSite toldByHousehold'],
        terms: [
          ['wage', 'yuan', 900, 1500],
          ['business', 'yuan', 600, 600],
          ['businessCost', 'yuan', -600, -600],
          ['property', 'yuan', 0, 0],
          ['transfer', 'yuan', 300, 300],
          ['householdTotal', 'yuan', 1200, 1800],
          ['householdPersons', 'person', 3, 3],
          ['line', 'yuan', 2995, 2995],
        ],
        parts: ['yuan', ['a', 400, 600, INCOME]],
        unknown: [],
      },
    ],
    [
      'householdIncome',
      { householdId: 'f' },
      {
        from: [1000, null, 'yuan', '5/5 incomeSource', 'seenOnSite'],
        to: [null, null, 'yuan', '4/5 incomeSource', 'seenOnSite'],
        terms: [
          ['wage', 'yuan', 1000, null],
          ['business', 'yuan', 0, 0],
          ['businessCost', 'yuan', 0, 0],
          ['property', 'yuan', 0, 0],
          ['transfer', 'yuan', 0, 0],
          ['householdTotal', 'yuan', 1000, null],
          ['householdPersons', 'person', 1, 1],
          ['line', 'yuan', 2995, 2995],
        ],
        parts: ['yuan', ['f', 1000, null, INCOME]],
        unknown: [['f', '', 'wage']],
      },
    ],
    [
      'meanIncome',
      { alone: true },
      {
        from: null,
        to: [1800, null, 'yuan', '3/5 household', 'seenOnSite toldByHousehold'],
        terms: [
          ['incomeTotal', 'yuan', null, 10800],
          ['persons', 'person', null, 6],
        ],
        parts: ['yuan', ['a', null, 600, INCOME], ['b', null, 4500, INCOME], ['d', null, 0, INCOME]],
        unknown: [
          ['c', '', INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'wage',
      { alone: true },
      {
        from: null,
        to: [1750, null, 'yuan', '3/5 household', 'seenOnSite toldByHousehold'],
        terms: [
          ['incomeTotal', 'yuan', null, 10500],
          ['persons', 'person', null, 6],
        ],
        parts: [
          'yuan',
          ['a', null, 500, 'wage persons'],
          ['b', null, 4500, 'wage persons'],
          ['d', null, 0, 'wage persons'],
        ],
        unknown: [
          ['c', '', 'wage persons'],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'householdIncome',
      { householdId: 'f', alone: true },
      {
        from: null,
        to: [null, null, 'yuan', '4/5 incomeSource', 'seenOnSite'],
        terms: [
          ['wage', 'yuan', null, null],
          ['business', 'yuan', null, 0],
          ['businessCost', 'yuan', null, 0],
          ['property', 'yuan', null, 0],
          ['transfer', 'yuan', null, 0],
          ['householdTotal', 'yuan', null, null],
          ['householdPersons', 'person', null, 1],
          ['line', 'yuan', null, 2995],
        ],
        parts: ['yuan', ['f', null, null, INCOME]],
        unknown: [['f', '', 'wage']],
      },
    ],
  ])('is explained: %s %j', (code, asked, told) => {
    expect(explainedInShort(code, asked)).toEqual(told);
  });
});

describe('poverty by income, worked out by hand', () => {
  it.each<Case>([
    [
      'headcount',
      {},
      {
        from: [80, [80, 80], 'percent', '10/10 person', 'seenOnSite'],
        to: [66.666667, [57.142857, 71.428571], 'percent', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['belowLine', 'person', 8, 4],
          ['measuredPersons', 'person', 10, 6],
          ['line', 'yuan', 2995, 2995],
        ],
        parts: [
          'person',
          ['a', 3, 3, INCOME],
          ['d', null, 1, INCOME],
          ['e', 4, null, INCOME],
          ['f', 1, null, INCOME],
        ],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'gap',
      {},
      {
        from: [45.943239, null, 'percent', '10/10 person', 'seenOnSite'],
        to: [56.649972, null, 'percent', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['gapSum', 'index', 4.594324, 3.398998],
          ['measuredPersons', 'person', 10, 6],
          ['line', 'yuan', 2995, 2995],
        ],
        parts: [
          'index',
          ['a', 2.599332, 2.398998, INCOME],
          ['d', null, 1, INCOME],
          ['e', 1.328881, null, INCOME],
          ['f', 0.66611, null, INCOME],
        ],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'severity',
      {},
      {
        from: [0.313736, null, 'index', '10/10 person', 'seenOnSite'],
        to: [0.4864, null, 'index', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['squaredGapSum', 'index', 3.13736, 2.918398],
          ['measuredPersons', 'person', 10, 6],
          ['line', 'yuan', 2995, 2995],
        ],
        parts: [
          'index',
          ['a', 2.252176, 1.918398, INCOME],
          ['d', null, 1, INCOME],
          ['e', 0.441481, null, INCOME],
          ['f', 0.443703, null, INCOME],
        ],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'watts',
      {},
      {
        from: [0.875184, null, 'index', '10/10 person', 'seenOnSite'],
        to: [null, null, 'index', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['logSum', 'index', 8.751837, null],
          ['measuredPersons', 'person', 10, 6],
          ['line', 'yuan', 2995, 2995],
        ],
        parts: [
          'index',
          ['a', 6.039705, 4.82331, INCOME],
          ['d', null, null, INCOME],
          ['e', 1.615188, null, INCOME],
          ['f', 1.096944, null, INCOME],
        ],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'wattsBottomCoded',
      {},
      {
        from: [0.875184, null, 'index', '10/10 person', 'seenOnSite'],
        to: [1.571413, null, 'index', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['logSum', 'index', 8.751837, 9.42848],
          ['measuredPersons', 'person', 10, 6],
          ['line', 'yuan', 2995, 2995],
          ['raised', 'person', 0, 1],
        ],
        parts: [
          'index',
          ['a', 6.039705, 4.82331, INCOME],
          ['d', null, 4.60517, INCOME],
          ['e', 1.615188, null, INCOME],
          ['f', 1.096944, null, INCOME],
        ],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'senHandbook',
      {},
      {
        from: [0.563773, null, 'index', '10/10 person', 'seenOnSite'],
        to: [0.591541, null, 'index', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['headcount', 'index', 0.8, 0.666667],
          ['gap', 'index', 0.459432, 0.5665],
          ['poorGini', 'index', 0.306373, 0.25],
          ['measuredPersons', 'person', 10, 6],
          ['line', 'yuan', 2995, 2995],
        ],
        parts: [
          'yuan',
          ['a', 400, 600, INCOME],
          ['d', null, 0, INCOME],
          ['e', 2000, null, INCOME],
          ['f', 1000, null, INCOME],
        ],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'sen1976',
      {},
      {
        from: [0.55218, null, 'index', '10/10 person', 'seenOnSite'],
        to: [0.586533, null, 'index', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['headcount', 'index', 0.8, 0.666667],
          ['meanPoorGap', 'index', 0.57429, 0.84975],
          ['poorGini', 'index', 0.306373, 0.25],
          ['belowLine', 'person', 8, 4],
          ['measuredPersons', 'person', 10, 6],
          ['line', 'yuan', 2995, 2995],
        ],
        parts: [
          'yuan',
          ['a', 400, 600, INCOME],
          ['d', null, 0, INCOME],
          ['e', 2000, null, INCOME],
          ['f', 1000, null, INCOME],
        ],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'gini',
      {},
      {
        from: [0.376923, null, 'index', '10/10 person', 'seenOnSite'],
        to: [0.527778, null, 'index', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['halfMeanDifference', 'yuan', 686, 950],
          ['meanIncome', 'yuan', 1820, 1800],
          ['measuredPersons', 'person', 10, 6],
        ],
        parts: [
          'yuan',
          ['a', 400, 600, INCOME],
          ['b', 4000, 4500, INCOME],
          ['d', null, 0, INCOME],
          ['e', 2000, null, INCOME],
          ['f', 1000, null, INCOME],
        ],
        unknown: [
          ['c', INCOME, INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'headcount',
      { series: 'sixPercent', income: 'own-income' },
      {
        from: [80, [80, 80], 'percent', '10/10 person', 'seenOnSite'],
        to: [66.666667, [57.142857, 71.428571], 'percent', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['belowLine', 'person', 8, 4],
          ['measuredPersons', 'person', 10, 6],
          ['line', 'yuan', 3535, 3535],
        ],
        parts: [
          'person',
          ['a', 3, 3, OWN_INCOME],
          ['d', null, 1, OWN_INCOME],
          ['e', 4, null, OWN_INCOME],
          ['f', 1, null, OWN_INCOME],
        ],
        unknown: [
          ['c', OWN_INCOME, OWN_INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'headcount',
      { alone: true },
      {
        from: null,
        to: [66.666667, [57.142857, 71.428571], 'percent', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['belowLine', 'person', null, 4],
          ['measuredPersons', 'person', null, 6],
          ['line', 'yuan', null, 2995],
        ],
        parts: ['person', ['a', null, 3, INCOME], ['d', null, 1, INCOME]],
        unknown: [
          ['c', '', INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'gini',
      { alone: true },
      {
        from: null,
        to: [0.527778, null, 'index', '6/7 person', 'seenOnSite toldByHousehold'],
        terms: [
          ['halfMeanDifference', 'yuan', null, 950],
          ['meanIncome', 'yuan', null, 1800],
          ['measuredPersons', 'person', null, 6],
        ],
        parts: ['yuan', ['a', null, 600, INCOME], ['b', null, 4500, INCOME], ['d', null, 0, INCOME]],
        unknown: [
          ['c', '', INCOME],
          ['f', '', 'wage'],
        ],
      },
    ],
  ])('is explained: %s %j', (code, asked, told) => {
    expect(explainedInShort(code, asked)).toEqual(told);
  });
});

describe('poverty by guarantees, worked out by hand', () => {
  it.each<Case>([
    [
      'H',
      {},
      {
        from: [null, [30, 40], 'percent', '3/5 household', 'seenOnSite'],
        to: [71.428571, [71.428571, 71.428571], 'percent', '4/5 household', 'seenOnSite document'],
        terms: [
          ['poorByGuarantees', 'person', 3, 5],
          ['perhapsPoor', 'person', 1, 0],
          ['measuredPersons', 'person', 10, 7],
          ['cutoff', 'index', 0.166667, 0.166667],
        ],
        parts: [
          'person',
          ['a', 3, 3, 'persons housing water'],
          ['d', null, 1, 'persons water'],
          ['f', 0, 1, 'persons water'],
        ],
        unknown: [
          ['c', PERSONS_AND_ALL, PERSONS_AND_ALL],
          ['d', '', 'housing'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'A',
      {},
      {
        from: [null, [29.166667, 33.333333], 'percent', '3/5 household', 'seenOnSite'],
        to: [null, [16.666667, 20], 'percent', '4/5 household', 'seenOnSite document'],
        terms: [
          ['scoreSum', 'index', 1, 0.833333],
          ['poorByGuarantees', 'person', 3, 5],
          ['cutoff', 'index', 0.166667, 0.166667],
        ],
        parts: [
          'index',
          ['a', 1, 0.5, 'persons housing water'],
          ['d', null, 0.166667, 'persons water'],
          ['f', 0, 0.166667, 'persons water'],
        ],
        unknown: [
          ['c', PERSONS_AND_ALL, PERSONS_AND_ALL],
          ['d', '', 'housing'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'M0',
      {},
      {
        from: [null, [0.1, 0.116667], 'index', '3/5 household', 'seenOnSite'],
        to: [null, [0.119048, 0.142857], 'index', '4/5 household', 'seenOnSite document'],
        terms: [
          ['scoreSum', 'index', 1, 0.833333],
          ['measuredPersons', 'person', 10, 7],
          ['cutoff', 'index', 0.166667, 0.166667],
        ],
        parts: [
          'index',
          ['a', 1, 0.5, 'persons housing water'],
          ['d', null, 0.166667, 'persons water'],
          ['f', 0, 0.166667, 'persons water'],
        ],
        unknown: [
          ['c', PERSONS_AND_ALL, PERSONS_AND_ALL],
          ['d', '', 'housing'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'uncensored.water',
      {},
      {
        from: [null, [30, 40], 'percent', '3/5 household', 'seenOnSite'],
        to: [71.428571, [71.428571, 71.428571], 'percent', '4/5 household', 'seenOnSite'],
        terms: [
          ['lacking', 'person', 3, 5],
          ['measuredPersons', 'person', 10, 7],
        ],
        parts: [
          'person',
          ['a', 3, 3, 'persons water'],
          ['d', null, 1, 'persons water'],
          ['f', 0, 1, 'persons water'],
        ],
        unknown: [
          ['c', 'persons water', 'persons water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'censored.water',
      {},
      {
        from: [null, [30, 40], 'percent', '3/5 household', 'seenOnSite'],
        to: [71.428571, [71.428571, 71.428571], 'percent', '4/5 household', 'seenOnSite'],
        terms: [
          ['lacking', 'person', 3, 5],
          ['measuredPersons', 'person', 10, 7],
          ['cutoff', 'index', 0.166667, 0.166667],
        ],
        parts: [
          'person',
          ['a', 3, 3, 'persons water'],
          ['d', null, 1, 'persons water'],
          ['f', 0, 1, 'persons water'],
        ],
        unknown: [
          ['c', 'persons water', 'persons water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'contributions.water',
      {},
      {
        from: [null, [50, 57.142857], 'percent', '3/5 household', 'seenOnSite'],
        to: [null, [83.333333, 100], 'percent', '4/5 household', 'seenOnSite'],
        terms: [
          ['scoreSum', 'index', 0.5, 0.833333],
          ['measuredPersons', 'person', 10, 7],
          ['M0', 'index', 0.1, 0.119048],
          ['cutoff', 'index', 0.166667, 0.166667],
        ],
        parts: [
          'index',
          ['a', 0.5, 0.5, 'persons water'],
          ['d', null, 0.166667, 'persons water'],
          ['f', 0, 0.166667, 'persons water'],
        ],
        unknown: [
          ['c', 'persons water', 'persons water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'contributions.housing',
      {},
      {
        from: [null, [42.857143, 50], 'percent', '4/5 household', 'seenOnSite'],
        to: [null, [0, 16.666667], 'percent', '3/5 household', 'seenOnSite document'],
        terms: [
          ['scoreSum', 'index', 0.5, 0],
          ['measuredPersons', 'person', 10, 7],
          ['M0', 'index', 0.1, 0.119048],
          ['cutoff', 'index', 0.166667, 0.166667],
        ],
        parts: ['index', ['a', 0.5, 0, 'persons housing']],
        unknown: [
          ['c', 'persons housing', 'persons housing'],
          ['d', '', 'housing'],
        ],
      },
    ],
    [
      'H',
      { k: '2' },
      {
        from: [30, [30, 30], 'percent', '4/5 household', 'seenOnSite'],
        to: [null, [0, 14.285714], 'percent', '3/5 household', 'seenOnSite document'],
        terms: [
          ['poorByGuarantees', 'person', 3, 0],
          ['perhapsPoor', 'person', 0, 1],
          ['measuredPersons', 'person', 10, 7],
          ['cutoff', 'index', 0.333333, 0.333333],
        ],
        parts: ['person', ['a', 3, 0, 'persons housing water']],
        unknown: [
          ['c', PERSONS_AND_ALL, PERSONS_AND_ALL],
          ['d', '', 'housing'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'A',
      { k: '2' },
      {
        from: [33.333333, [33.333333, 33.333333], 'percent', '4/5 household', 'seenOnSite'],
        to: [null, [33.333333, 33.333333], 'percent', '3/5 household', 'seenOnSite document'],
        terms: [
          ['scoreSum', 'index', 1, 0],
          ['poorByGuarantees', 'person', 3, 0],
          ['cutoff', 'index', 0.333333, 0.333333],
        ],
        parts: ['index', ['a', 1, 0, 'persons housing water']],
        unknown: [
          ['c', PERSONS_AND_ALL, PERSONS_AND_ALL],
          ['d', '', 'housing'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'censored.water',
      { k: '2' },
      {
        from: [30, [30, 30], 'percent', '3/5 household', 'seenOnSite'],
        to: [null, [0, 14.285714], 'percent', '4/5 household', 'seenOnSite'],
        terms: [
          ['lacking', 'person', 3, 0],
          ['measuredPersons', 'person', 10, 7],
          ['cutoff', 'index', 0.333333, 0.333333],
        ],
        parts: ['person', ['a', 3, 0, 'persons water']],
        unknown: [
          ['c', 'persons water', 'persons water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'uncensored.water',
      { k: '2' },
      {
        from: [null, [30, 40], 'percent', '3/5 household', 'seenOnSite'],
        to: [71.428571, [71.428571, 71.428571], 'percent', '4/5 household', 'seenOnSite'],
        terms: [
          ['lacking', 'person', 3, 5],
          ['measuredPersons', 'person', 10, 7],
        ],
        parts: [
          'person',
          ['a', 3, 3, 'persons water'],
          ['d', null, 1, 'persons water'],
          ['f', 0, 1, 'persons water'],
        ],
        unknown: [
          ['c', 'persons water', 'persons water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'contributions.water',
      { k: '2' },
      {
        from: [50, [50, 50], 'percent', '3/5 household', 'seenOnSite'],
        to: [null, [0, 100], 'percent', '4/5 household', 'seenOnSite'],
        terms: [
          ['scoreSum', 'index', 0.5, 0],
          ['measuredPersons', 'person', 10, 7],
          ['M0', 'index', 0.1, 0],
          ['cutoff', 'index', 0.333333, 0.333333],
        ],
        parts: ['index', ['a', 0.5, 0, 'persons water']],
        unknown: [
          ['c', 'persons water', 'persons water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'H',
      { alone: true },
      {
        from: null,
        to: [71.428571, [71.428571, 71.428571], 'percent', '4/5 household', 'seenOnSite document'],
        terms: [
          ['poorByGuarantees', 'person', null, 5],
          ['perhapsPoor', 'person', null, 0],
          ['measuredPersons', 'person', null, 7],
          ['cutoff', 'index', null, 0.166667],
        ],
        parts: [
          'person',
          ['a', null, 3, 'persons water'],
          ['d', null, 1, 'persons water'],
          ['f', null, 1, 'persons water'],
        ],
        unknown: [
          ['c', '', PERSONS_AND_ALL],
          ['d', '', 'housing'],
        ],
      },
    ],
  ])('is explained: %s %j', (code, asked, told) => {
    expect(explainedInShort(code, asked)).toEqual(told);
  });
});

describe('moves, worked out by hand', () => {
  it.each<Case>([
    [
      'panel',
      {},
      {
        from: null,
        to: [4, null, 'household', '2/4 household', 'seenOnSite toldByCadre'],
        terms: [
          ['movedPersons', 'person', 6, 6],
          ['personsUnknown', 'household', null, 1],
        ],
        parts: [
          'person',
          ['a', 3, 3, 'status persons'],
          ['b', 2, 2, 'status persons'],
          ['c', null, null, 'status persons'],
          ['f', 1, 1, 'status persons'],
        ],
        unknown: [
          ['c', 'status persons', 'status persons'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'entrants',
      {},
      {
        from: null,
        to: [1, null, 'household', '1/1 household', 'seenOnSite'],
        terms: [
          ['movedPersons', 'person', 0, 1],
          ['personsUnknown', 'household', null, 0],
        ],
        parts: ['person', ['d', null, 1, 'status persons']],
        unknown: [],
      },
    ],
    [
      'leavers',
      {},
      {
        from: null,
        to: [1, null, 'household', '1/1 household', 'seenOnSite'],
        terms: [
          ['movedPersons', 'person', 4, 0],
          ['personsUnknown', 'household', null, 0],
        ],
        parts: ['person', ['e', 4, null, 'status persons']],
        unknown: [],
      },
    ],
    [
      'move.registered.out',
      {},
      {
        from: null,
        to: [1, null, 'household', '1/1 household', 'seenOnSite toldByCadre'],
        terms: [
          ['movedPersons', 'person', 2, 2],
          ['personsUnknown', 'household', null, 0],
        ],
        parts: ['person', ['b', 2, 2, 'status persons']],
        unknown: [],
      },
    ],
    [
      'move.unknown.unknown',
      {},
      {
        from: null,
        to: [1, null, 'household', '0/1 household', ''],
        terms: [
          ['movedPersons', 'person', 0, 0],
          ['personsUnknown', 'household', null, 1],
        ],
        parts: ['person', ['c', null, null, 'status persons']],
        unknown: [['c', 'status persons', 'status persons']],
      },
    ],
    [
      'move.absent.registered',
      {},
      {
        from: null,
        to: [1, null, 'household', '1/1 household', 'seenOnSite'],
        terms: [
          ['movedPersons', 'person', 0, 1],
          ['personsUnknown', 'household', null, 0],
        ],
        parts: ['person', ['d', null, 1, 'status persons']],
        unknown: [],
      },
    ],
    [
      'shorrocks',
      {},
      {
        from: null,
        to: [0.75, null, 'index', '2/4 household', 'seenOnSite toldByCadre'],
        terms: [
          ['stayed', 'household', null, 1],
          ['states', 'none', null, 3],
          ['stayedShares', 'index', null, 1.5],
        ],
        parts: ['household', ['b', null, 0, 'status'], ['a', null, 1, 'status']],
        unknown: [
          ['c', 'status', 'status'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'panel',
      { alone: true },
      {
        from: null,
        to: [null, null, 'household', '0/0 household', ''],
        terms: [],
        parts: ['person'],
        unknown: [],
      },
    ],
    [
      'shorrocks',
      { alone: true },
      {
        from: null,
        to: [null, null, 'index', '0/0 household', ''],
        terms: [
          ['stayed', 'household', null, 0],
          ['states', 'none', null, 3],
          ['stayedShares', 'index', null, null],
        ],
        parts: ['household'],
        unknown: [],
      },
    ],
  ])('is explained: %s %j', (code, asked, told) => {
    expect(explainedInShort(code, asked)).toEqual(told);
  });
});

describe('why a level changed, worked out by hand', () => {
  it.each<Case>([
    [
      'why.incidence',
      {},
      {
        from: [4.5, null, 'percent', '3/5 household', 'seenOnSite document toldByCadre'],
        to: [2.5, null, 'percent', '4/5 household', 'seenOnSite document toldByCadre'],
        terms: [
          ['poorPersons', 'person', 9, 5],
          ['ruralPopulation', 'person', 200, 200],
          ['told', 'percent', null, 4.5],
          ['left', 'points', null, -2],
          ['changed', 'points', null, -1],
          ['known', 'points', null, 0.5],
          ['joined', 'points', null, 0.5],
          ['levelNow', 'percent', null, 2.5],
        ],
        parts: [
          'person',
          ['v', null, null, 'ruralPopulation'],
          ['a', 3, 3, 'status persons'],
          ['b', 2, 0, 'status persons'],
          ['d', null, 1, 'status persons'],
          ['e', 4, null, 'status persons'],
          ['f', null, 1, 'status persons'],
        ],
        unknown: [
          ['c', 'status persons', 'status persons'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'why.incidence.left',
      {},
      {
        from: null,
        to: [-2, null, 'points', '4/5 household', 'seenOnSite document toldByCadre'],
        terms: [
          ['told', 'percent', null, 4.5],
          ['left', 'points', null, -2],
          ['changed', 'points', null, -1],
          ['known', 'points', null, 0.5],
          ['joined', 'points', null, 0.5],
          ['levelNow', 'percent', null, 2.5],
        ],
        parts: ['points', ['e', null, -2, 'status persons']],
        unknown: [
          ['c', 'status persons', 'status persons'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'why.incidence.corrected',
      {},
      {
        from: null,
        to: [0, null, 'points', '4/5 household', 'seenOnSite document toldByCadre'],
        terms: [
          ['told', 'percent', null, 4.5],
          ['corrected', 'points', null, 0],
          ['left', 'points', null, -2],
          ['changed', 'points', null, -1],
          ['known', 'points', null, 0.5],
          ['joined', 'points', null, 0.5],
          ['levelNow', 'percent', null, 2.5],
        ],
        parts: ['points'],
        unknown: [
          ['c', 'status persons', 'status persons'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'why.meanIncome',
      {},
      {
        from: [1820, null, 'yuan', '4/5 household', 'seenOnSite toldByHousehold'],
        to: [1800, null, 'yuan', '3/5 household', 'seenOnSite toldByHousehold'],
        terms: [
          ['incomeTotal', 'yuan', 18200, 10800],
          ['persons', 'person', 10, 6],
          ['told', 'yuan', null, 1820],
          ['left', 'yuanChange', null, -120],
          ['changed', 'yuanChange', null, 266.666667],
          ['known', 'yuanChange', null, 193.333333],
          ['joined', 'yuanChange', null, -360],
          ['levelNow', 'yuan', null, 1800],
        ],
        parts: [
          'yuan',
          ['a', 1200, 1800, PERSONS_FIRST],
          ['b', 8000, 9000, PERSONS_FIRST],
          ['d', null, 0, PERSONS_FIRST],
          ['e', 8000, null, PERSONS_FIRST],
          ['f', 1000, null, PERSONS_FIRST],
        ],
        unknown: [
          ['c', PERSONS_FIRST, PERSONS_FIRST],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'why.meanIncome.changed',
      {},
      {
        from: null,
        to: [266.666667, null, 'yuanChange', '3/5 household', 'seenOnSite toldByHousehold'],
        terms: [
          ['told', 'yuan', null, 1820],
          ['left', 'yuanChange', null, -120],
          ['changed', 'yuanChange', null, 266.666667],
          ['known', 'yuanChange', null, 193.333333],
          ['joined', 'yuanChange', null, -360],
          ['levelNow', 'yuan', null, 1800],
        ],
        parts: ['yuanChange', ['b', null, 166.666667, PERSONS_FIRST], ['a', null, 100, PERSONS_FIRST]],
        unknown: [
          ['c', PERSONS_FIRST, PERSONS_FIRST],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'why.poorByIncome',
      { series: 'sixPercent', seriesFrom: 'national' },
      {
        from: [80, null, 'percent', '4/5 household', 'seenOnSite toldByHousehold'],
        to: [66.666667, null, 'percent', '3/5 household', 'seenOnSite toldByHousehold'],
        terms: [
          ['belowLine', 'person', 8, 4],
          ['measuredPersons', 'person', 10, 6],
          ['told', 'percent', null, 80],
          ['left', 'points', null, -13.333333],
          ['known', 'points', null, -6.666667],
          ['joined', 'points', null, 6.666667],
          ['levelNow', 'percent', null, 66.666667],
        ],
        parts: [
          'person',
          ['a', 3, 3, PERSONS_FIRST],
          ['b', 0, 0, PERSONS_FIRST],
          ['d', null, 1, PERSONS_FIRST],
          ['e', 4, null, PERSONS_FIRST],
          ['f', 1, null, PERSONS_FIRST],
        ],
        unknown: [
          ['c', PERSONS_FIRST, PERSONS_FIRST],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'why.poorByIncome',
      {},
      {
        from: [80, null, 'percent', '4/5 household', 'seenOnSite toldByHousehold'],
        to: [66.666667, null, 'percent', '3/5 household', 'seenOnSite toldByHousehold'],
        terms: [
          ['belowLine', 'person', 8, 4],
          ['measuredPersons', 'person', 10, 6],
          ['told', 'percent', null, 80],
          ['left', 'points', null, -13.333333],
          ['known', 'points', null, -6.666667],
          ['joined', 'points', null, 6.666667],
          ['levelNow', 'percent', null, 66.666667],
        ],
        parts: [
          'person',
          ['a', 3, 3, PERSONS_FIRST],
          ['b', 0, 0, PERSONS_FIRST],
          ['d', null, 1, PERSONS_FIRST],
          ['e', 4, null, PERSONS_FIRST],
          ['f', 1, null, PERSONS_FIRST],
        ],
        unknown: [
          ['c', PERSONS_FIRST, PERSONS_FIRST],
          ['f', '', 'wage'],
        ],
      },
    ],
    [
      'why.water',
      {},
      {
        from: [66.666667, null, 'percent', '3/5 household', 'seenOnSite'],
        to: [25, null, 'percent', '4/5 household', 'seenOnSite'],
        terms: [
          ['metHouseholds', 'household', 2, 1],
          ['concernedHouseholds', 'household', 3, 4],
          ['told', 'percent', null, 66.666667],
          ['left', 'points', null, -16.666667],
          ['known', 'points', null, -16.666667],
          ['joined', 'points', null, -8.333333],
          ['levelNow', 'percent', null, 25],
        ],
        parts: [
          'household',
          ['a', 0, 0, 'water'],
          ['b', 1, 1, 'water'],
          ['d', null, 0, 'water'],
          ['e', 1, null, 'water'],
          ['f', null, 0, 'water'],
        ],
        unknown: [
          ['c', 'water', 'water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'why.water.known',
      {},
      {
        from: null,
        to: [-16.666667, null, 'points', '4/5 household', 'seenOnSite'],
        terms: [
          ['told', 'percent', null, 66.666667],
          ['left', 'points', null, -16.666667],
          ['known', 'points', null, -16.666667],
          ['joined', 'points', null, -8.333333],
          ['levelNow', 'percent', null, 25],
        ],
        parts: ['points', ['f', null, -16.666667, 'water']],
        unknown: [
          ['c', 'water', 'water'],
          ['f', 'water', ''],
        ],
      },
    ],
    [
      'why.incidence',
      { alone: true },
      {
        from: null,
        to: [null, null, 'percent', '0/0 household', ''],
        terms: [],
        parts: ['percent'],
        unknown: [],
      },
    ],
    [
      'why.meanIncome',
      { alone: true },
      { from: null, to: [null, null, 'yuan', '0/0 household', ''], terms: [], parts: ['yuan'], unknown: [] },
    ],
  ])('is explained: %s %j', (code, asked, told) => {
    expect(explainedInShort(code, asked)).toEqual(told);
  });
});

describe('a figure', () => {
  const { record } = explainedVillage();
  const [from, to] = record.visits;
  if (!from || !to) throw new Error('two visits are compared');
  const told = (code: FigureCode, asked: FigureAsked = {}) => explainFigure(record, code, from, to, asked);

  it('names the rules that it is measured by, and only those', () => {
    const by = (code: FigureCode) => {
      const { rules, deprivationRule } = told(code, { series: 'sixPercent', k: '2' });
      return [rules?.to.series ?? null, rules?.from?.line?.yuan ?? null, deprivationRule?.k ?? null];
    };
    expect(by('headcount')).toEqual(['sixPercent', 3535, null]);
    expect(by('why.meanIncome')).toEqual(['sixPercent', 3535, null]);
    expect(by('why.poorByIncome.left')).toEqual(['sixPercent', 3535, null]);
    expect(by('H')).toEqual([null, null, 2 / 6]);
    for (const code of ['incidence', 'wage', 'panel', 'why.incidence'] as const) {
      expect(by(code)).toEqual([null, null, null]);
    }
    expect(told('householdIncome', { householdId: 'a' }).rules?.to.series).toBe('national');
  });

  it('has other rules at the first visit where it says why a level changed, and nowhere else', () => {
    const rules = (code: FigureCode) =>
      told(code, { series: 'sixPercent', seriesFrom: 'national', incomeFrom: 'own-income' }).rules;
    expect(rules('why.poorByIncome')?.from).toMatchObject({
      series: 'national',
      income: { id: 'own-income' },
    });
    expect(rules('headcount')?.from).toMatchObject({ series: 'sixPercent', income: { id: 'net-income' } });
  });

  it('names its village, its visits, the day that it was known on and the household that it is of', () => {
    expect(told('householdIncome', { householdId: 'b', knownOn: '2018-07-09' })).toMatchObject({
      code: 'householdIncome',
      village: { id: 'v', name: { en: 'Test village' } },
      household: { kind: 'household', id: 'b', number: '002' },
      from: { id: 'jan', on: '2018-01-22', kind: 'leader' },
      to: { id: 'jul' },
      knownOn: '2018-07-09',
      partsOf: 1,
      unknownOf: 0,
    });
    expect(told('incidence', { householdId: 'b' })).toMatchObject({
      household: null,
      knownOn: null,
      partsOf: 6,
      unknownOf: 2,
    });
    expect(() => told('householdIncome', { householdId: 'nobody' })).toThrow(
      'it is not said of which household',
    );
  });

  it('tells the name and number of whom it is of, and of a village its name', () => {
    const { parts } = told('incidence');
    expect(parts[0]?.subject).toEqual({
      kind: 'village',
      id: 'v',
      name: { zh: 'Test village', en: 'Test village' },
      number: null,
    });
    expect(parts[1]?.subject).toEqual({
      kind: 'household',
      id: 'a',
      name: { zh: 'a', en: 'a' },
      number: '001',
    });
    expect(told('why.incidence').parts[0]?.subject).toEqual(parts[0]?.subject);
    expect(told('commitmentsKept').parts[0]?.subject).toEqual({
      kind: 'commitment',
      id: 'well',
      name: 'well',
      number: null,
    });
  });

  it('has at each end of a part what was read then', () => {
    const [a] = told('meanIncome').parts;
    expect(a?.readings[0]).toMatchObject({ indicator: 'wage', from: { value: 900 }, to: { value: 1500 } });
    const alone = explainFigure(record, 'meanIncome', null, to).parts[0];
    expect(alone?.readings[0]).toMatchObject({ indicator: 'wage', from: null, to: { value: 1500 } });
  });
});
