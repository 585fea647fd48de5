import { array, assert, constantFrom, integer, option, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorrocks, transitions, type Standing } from '#src/domain/mobility.ts';
import { seeded } from '#tests/support/seed.ts';

type State = 'poor' | 'out' | 'returned';
const states = ['poor', 'out', 'returned'] as const;
const at = (id: string, state: State, persons: number | null = 1): Standing<State> => ({
  id,
  state,
  persons,
});

describe('transitions between two visits', () => {
  it('count households and persons of the fixed panel from row to column', () => {
    const { households, persons, cells } = transitions({
      states,
      from: [at('a', 'poor', 2), at('b', 'poor', 3), at('c', 'out', 4)],
      to: [at('a', 'out', 2), at('b', 'poor', 3), at('c', 'returned', 5)],
    });
    expect(households).toEqual([
      [1, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ]);
    expect(persons).toEqual([
      [3, 2, 0],
      [0, 0, 5],
      [0, 0, 0],
    ]);
    expect(cells.map((c) => `${c.from}>${c.to} ${c.householdIds.join()}`)).toEqual([
      'poor>poor b',
      'poor>out a',
      'out>returned c',
    ]);
  });

  it('keep entrants and leavers beside the panel', () => {
    const { households, entrants, leavers } = transitions({
      states,
      from: [at('stays', 'out'), at('leaves', 'poor', 4)],
      to: [at('stays', 'out'), at('joins', 'poor', null)],
    });
    expect(households.flat().reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(entrants).toEqual([{ to: 'poor', householdIds: ['joins'], persons: 0, personsUnknown: 1 }]);
    expect(leavers).toEqual([{ from: 'poor', householdIds: ['leaves'], persons: 4, personsUnknown: 0 }]);
  });

  it('have the states that occur where none are named', () => {
    expect(transitions({ from: [at('a', 'out')], to: [at('a', 'poor')] }).states).toEqual(['out', 'poor']);
    expect(transitions({ from: [], to: [] })).toEqual({
      states: [],
      households: [],
      persons: [],
      cells: [],
      entrants: [],
      leavers: [],
    });
  });

  it('refuse a household in two states at one visit', () => {
    const twice = [at('a', 'poor'), at('a', 'out')];
    expect(() => transitions({ from: twice, to: [] })).toThrow(RangeError);
    expect(() => transitions({ from: [], to: twice })).toThrow('two states at once');
  });

  it('hold every household exactly once', () => {
    const standings = uniqueArray(
      record({
        id: integer({ min: 0, max: 9 }).map(String),
        state: constantFrom(...states),
        persons: option(integer({ min: 0, max: 9 })),
      }),
      { selector: (s) => s.id, maxLength: 10 },
    );
    assert(
      property(standings, standings, (from, to) => {
        const { cells, entrants, leavers } = transitions({ from, to, states });
        const held = [...cells, ...entrants, ...leavers].flatMap((moved) => moved.householdIds);
        expect(held.toSorted()).toEqual([...new Set([...from, ...to].map((s) => s.id))].toSorted());
      }),
      seeded(),
    );
  });
});

describe('the Shorrocks index', () => {
  it('is 0.197590 for the incomes of the US states, as PySAL prints it', () => {
    const published = [
      [0.91011236, 0.0886392, 0.00124844, 0, 0],
      [0.09972299, 0.78531856, 0.11080332, 0.00415512, 0],
      [0, 0.10125, 0.78875, 0.1075, 0.0025],
      [0, 0.00417827, 0.11977716, 0.79805014, 0.07799443],
      [0, 0, 0.00125156, 0.07133917, 0.92740926],
    ];
    expect(shorrocks(published)).toBeCloseTo(0.19758992, 7);
  });

  it('is 0 where nobody moves', () => {
    expect(
      shorrocks([
        [5, 0],
        [0, 2],
      ]),
    ).toBe(0);
  });

  it('is 1 where the end does not depend on the beginning', () => {
    expect(
      shorrocks([
        [30, 10],
        [3, 1],
      ]),
    ).toBe(1);
    expect(
      shorrocks([
        [1, 1, 2],
        [2, 2, 4],
        [5, 5, 10],
      ]),
    ).toBeCloseTo(1, 12);
  });

  it('is n ÷ (n − 1) where everybody moves', () => {
    expect(
      shorrocks([
        [0, 7],
        [2, 0],
      ]),
    ).toBe(2);
    expect(
      shorrocks([
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ]),
    ).toBe(1.5);
  });

  it('takes the mean of the others for a state that nobody began in', () => {
    expect(
      shorrocks([
        [1, 1, 0],
        [0, 2, 2],
        [0, 0, 0],
      ]),
    ).toBe(0.75);
    expect(
      shorrocks([
        [4, 0],
        [0, 0],
      ]),
    ).toBe(0);
  });

  it('is nothing for one state, and where nobody began', () => {
    expect(shorrocks([[3]])).toBeNull();
    expect(shorrocks([])).toBeNull();
    expect(
      shorrocks([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it.each([
    ['not square', [[1, 0]]],
    [
      'negative',
      [
        [1, -1],
        [0, 1],
      ],
    ],
    [
      'no number',
      [
        [1, NaN],
        [0, 1],
      ],
    ],
  ])('refuses a matrix that is %s', (_what, matrix) => {
    expect(() => shorrocks(matrix)).toThrow(RangeError);
    expect(() => shorrocks(matrix)).toThrow(/[a-z]/);
  });

  it('is the same of counts and of shares, and lies between 0 and n ÷ (n − 1)', () => {
    const counts = array(array(integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    assert(
      property(counts, (matrix) => {
        const shares = matrix.map((row) => row.map((n) => n / row.reduce((sum, cell) => sum + cell, 0)));
        const index = shorrocks(matrix) ?? NaN;
        expect(shorrocks(shares)).toBeCloseTo(index, 12);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(1.5);
      }),
      seeded(),
    );
  });
});
