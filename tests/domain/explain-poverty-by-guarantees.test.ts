import { describe, expect, it } from 'vitest';
import type { FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { explainedInShort } from '#tests/support/explained-village.ts';

const ALL = guarantees.join(' ');
const PERSONS_AND_ALL = `persons ${ALL}`;

type Case = [FigureCode, FigureAsked & { alone?: true }, ReturnType<typeof explainedInShort>];

describe('poverty by guarantees', () => {
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
