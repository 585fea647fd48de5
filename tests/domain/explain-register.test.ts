import { describe, expect, it } from 'vitest';
import type { FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { explainedInShort } from '#tests/support/explained-village.ts';

const ALL = guarantees.join(' ');

type Case = [FigureCode, FigureAsked & { alone?: true }, ReturnType<typeof explainedInShort>];

describe('the register', () => {
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
          ['stillOwed', 'none', null, 3],
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
          ['stillOwed', 'none', null, 0],
        ],
        parts: ['none'],
        unknown: [],
      },
    ],
  ])('is explained: %s %j', (code, asked, told) => {
    expect(explainedInShort(code, asked)).toEqual(told);
  });
});
