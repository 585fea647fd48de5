import { describe, expect, it } from 'vitest';
import type { FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { explainedInShort } from '#tests/support/explained-village.ts';

type Case = [FigureCode, FigureAsked & { alone?: true }, ReturnType<typeof explainedInShort>];

describe('moves', () => {
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
      'everybody',
      {},
      {
        from: null,
        to: [6, null, 'household', '4/6 household', 'seenOnSite toldByCadre'],
        terms: [
          ['movedPersons', 'person', 10, 7],
          ['personsUnknown', 'household', null, 1],
        ],
        parts: [
          'person',
          ['a', 3, 3, 'status persons'],
          ['b', 2, 2, 'status persons'],
          ['c', null, null, 'status persons'],
          ['d', null, 1, 'status persons'],
          ['e', 4, null, 'status persons'],
          ['f', 1, 1, 'status persons'],
        ],
        unknown: [
          ['c', 'status persons', 'status persons'],
          ['f', 'status', ''],
        ],
      },
    ],
    [
      'moved',
      {},
      {
        from: null,
        to: [4, null, 'household', '3/4 household', 'seenOnSite toldByCadre'],
        terms: [
          ['movedPersons', 'person', 7, 4],
          ['personsUnknown', 'household', null, 0],
        ],
        parts: [
          'person',
          ['b', 2, 2, 'status persons'],
          ['d', null, 1, 'status persons'],
          ['e', 4, null, 'status persons'],
          ['f', 1, 1, 'status persons'],
        ],
        unknown: [['f', 'status', '']],
      },
    ],
    [
      'wentOut',
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
      'wentBack',
      {},
      {
        from: null,
        to: [0, null, 'household', '0/0 household', ''],
        terms: [
          ['movedPersons', 'person', 0, 0],
          ['personsUnknown', 'household', null, 0],
        ],
        parts: ['person'],
        unknown: [],
      },
    ],
    [
      'otherMoves',
      {},
      {
        from: null,
        to: [1, null, 'household', '0/1 household', 'seenOnSite'],
        terms: [
          ['movedPersons', 'person', 1, 1],
          ['personsUnknown', 'household', null, 0],
        ],
        parts: ['person', ['f', 1, 1, 'status persons']],
        unknown: [['f', 'status', '']],
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
