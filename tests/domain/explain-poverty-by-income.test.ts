import { describe, expect, it } from 'vitest';
import type { FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { explainedInShort } from '#tests/support/explained-village.ts';

const INCOME = 'wage business businessCost property transfer persons';
const OWN_INCOME = 'wage business businessCost property persons';

type Case = [FigureCode, FigureAsked & { alone?: true }, ReturnType<typeof explainedInShort>];

describe('poverty by income', () => {
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
