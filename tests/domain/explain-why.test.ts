import { describe, expect, it } from 'vitest';
import type { FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { explainedInShort } from '#tests/support/explained-village.ts';

const PERSONS_FIRST = 'persons wage business businessCost property transfer';

type Case = [FigureCode, FigureAsked & { alone?: true }, ReturnType<typeof explainedInShort>];

describe('why a level changed', () => {
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
