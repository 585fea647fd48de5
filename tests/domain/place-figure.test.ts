import { describe, expect, it } from 'vitest';
import { explainPlace, placeFigures } from '#src/domain/place-figure.ts';
import { measuresIn, sumOver } from '#src/domain/place-measures.ts';
import { measureVillages } from '#tests/support/measure-villages.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { seed } from '#tests/support/seed.ts';

const JULY = '2018-07-02';
const ask = { today: '2018-07-16' };

/** Village v is known, w not wholly, x has no population and no income, y nobody visited, z has no line. */
const villages = () => {
  const visited = (id: string, on = JULY) => new RecordBuilder(id).visit(`${id}-visit`, on);
  const poor = (b: RecordBuilder, h: string, persons: number | 'unknown', wage: number | null, on = JULY) => {
    b.household(h).read(h, 'status', 'registered', on).read(h, 'persons', persons, on);
    return wage === null ? b : b.income(h, on, [wage, 0, 0, 0, 0]);
  };
  const v = poor(visited('v'), 'a', 4, 4000).read('v', 'ruralPopulation', 100, JULY);
  const w = poor(poor(visited('w'), 'b', 2, 20_000), 'c', 3, null).read('w', 'ruralPopulation', 50, JULY);
  const x = poor(visited('x'), 'd', 'unknown', null);
  const z = poor(visited('z', '2012-07-02'), 'e', 1, 100, '2012-07-02').read(
    'z',
    'ruralPopulation',
    10,
    '2012-07-02',
  );
  z.household('f');
  return measuresIn(
    [v, w, x, new RecordBuilder('y'), z].map(({ record }) => record),
    ask,
  );
};
const told = (code: (typeof placeFigures)[number]) => explainPlace(villages(), code);
const parts = (code: (typeof placeFigures)[number]) =>
  told(code).parts.map(({ village, value, adds, over }) => [village.villageId, value, adds, over]);
const unknown = (code: (typeof placeFigures)[number]) =>
  told(code).unknown.map(({ village, gaps }) => [
    village.villageId,
    ...gaps.map(({ gap, n }) => `${gap} ${n}`),
  ]);

describe('a figure over many villages', () => {
  it('names the villages that make it, the one that adds most first', () => {
    expect(parts('poorPersons')).toEqual([
      ['w', 5, 5, null],
      ['v', 4, 4, null],
      ['z', 1, 1, null],
    ]);
    expect(parts('poorHouseholds').map(([id, value]) => [id, value])).toEqual([
      ['w', 2],
      ['v', 1],
      ['x', 1],
      ['z', 1],
    ]);
    expect(parts('incidence')).toEqual([
      ['w', 10, 5, 50],
      ['v', 4, 4, 100],
      ['z', 10, 1, 10],
    ]);
    expect(parts('headcount')).toEqual([
      ['v', 1, 4, 4],
      ['w', 0, 0, 2],
    ]);
    expect(told('headcount').terms).toEqual([
      { term: 'belowLine', unit: 'person', value: 4 },
      { term: 'measuredPersons', unit: 'person', value: 6 },
    ]);
    expect(told('headcount').range).toEqual({ low: 4 / 9, high: 7 / 9 });
  });

  it('names those of which it is not known, or not wholly, and what is missing', () => {
    expect(unknown('poorPersons')).toEqual([
      ['x', 'noPersons 1'],
      ['y', 'noVisit 1'],
      ['z', 'statusUnknown 1'],
    ]);
    expect(unknown('incidence')).toEqual([
      ['x', 'noPopulation 1', 'noPersons 1'],
      ['y', 'noVisit 1'],
      ['z', 'statusUnknown 1'],
    ]);
    expect(unknown('headcount')).toEqual([
      ['w', 'incomeUnknown 3'],
      ['x', 'noIncome 1', 'uncounted 1'],
      ['y', 'noVisit 1'],
      ['z', 'noLine 1', 'uncounted 1'],
    ]);
  });

  it('of which nothing is known has no value', () => {
    const none = explainPlace(measuresIn([new RecordBuilder('y').record], ask), 'poorPersons');
    expect(none).toMatchObject({ value: null, parts: [], unknown: [{ gaps: [{ gap: 'noVisit' }] }] });
  });

  it(`is the one that the page shows, and its parts make it again (seed ${seed})`, () => {
    const all = measureVillages(200, seed);
    for (let at = 0; at < all.length; at += 5) {
      const some = measuresIn(all.slice(at, at + 5), ask);
      for (const code of placeFigures) {
        const { value, terms, parts: made } = explainPlace(some, code);
        const shown = sumOver(some)[code];
        // Of nothing known the page adds up to none, which is not said to be the sum.
        expect(value).toBe(made.length === 0 ? null : shown);
        if (value === null) continue;
        const [above, below] = terms.map((term) => term.value);
        const again = (above ?? 0) / (below ?? 1);
        expect(code === 'incidence' ? 100 * again : again).toBeCloseTo(value, 9);
      }
    }
  });
});
