import { describe, expect, it } from 'vitest';
import type { FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { explainedInShort } from '#tests/support/explained-village.ts';

const INCOME = 'wage business businessCost property transfer persons';

type Case = [FigureCode, FigureAsked & { alone?: true }, ReturnType<typeof explainedInShort>];

describe('income', () => {
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
          ['difference', 'yuanChange', null, 320],
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
          ['difference', 'yuanChange', null, 320],
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
