import { expect, it } from 'vitest';
import type { FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { explainFigure } from '#src/domain/explain-figure.ts';
import { explainedInShort, explainedVillage } from '#tests/support/explained-village.ts';

const ALL = 'food clothing education medical housing water';

type Case = [FigureCode, FigureAsked & { alone?: true }, ReturnType<typeof explainedInShort>];

it.each<Case>([
  [
    'statusUnknown',
    {},
    {
      from: [2, null, 'household', '3/5 household', 'seenOnSite'],
      to: [1, null, 'household', '4/5 household', 'seenOnSite toldByCadre'],
      terms: [['statusUnknown', 'household', 2, 1]],
      parts: ['household', ['c', 1, 1, 'status'], ['f', 1, 0, 'status']],
      unknown: [
        ['c', 'status', 'status'],
        ['f', 'status', ''],
      ],
    },
  ],
  [
    'personsUnknown',
    {},
    {
      from: [0, null, 'household', '3/3 household', 'seenOnSite'],
      to: [0, null, 'household', '3/3 household', 'seenOnSite'],
      terms: [['personsUnknown', 'household', 0, 0]],
      parts: ['household'],
      unknown: [],
    },
  ],
  [
    'guaranteesUnknown',
    {},
    {
      from: [7, null, 'none', '23/30 guarantee', 'seenOnSite'],
      to: [7, null, 'none', '23/30 guarantee', 'seenOnSite document'],
      terms: [
        ['guaranteesUnknown', 'none', 7, 7],
        ['unsureHouseholds', 'household', 2, 2],
      ],
      parts: ['none', ['c', 6, 6, ALL], ['d', null, 1, 'housing'], ['f', 1, 0, 'water']],
      unknown: [
        ['c', ALL, ALL],
        ['d', '', 'housing'],
        ['f', 'water', ''],
      ],
    },
  ],
  [
    'guaranteesUnknown',
    { alone: true },
    {
      from: null,
      to: [7, null, 'none', '23/30 guarantee', 'seenOnSite document'],
      terms: [
        ['guaranteesUnknown', 'none', null, 7],
        ['unsureHouseholds', 'household', null, 2],
      ],
      parts: ['none', ['c', null, 6, ALL], ['d', null, 1, 'housing']],
      unknown: [
        ['c', '', ALL],
        ['d', '', 'housing'],
      ],
    },
  ],
])('how much nobody knows is explained: %s %j', (code, asked, told) => {
  expect(explainedInShort(code, asked)).toEqual(told);
});

it('persons are missed of poor households alone, and of those in the register at the visit', () => {
  const b = explainedVillage()
    .read('f', 'persons', 'unknown', '2018-07-02')
    .read('b', 'persons', 'unknown', '2018-07-02');
  const [from, to] = b.record.visits;
  if (!from || !to) throw new Error('two visits are compared');
  const { figure, parts } = explainFigure(b.record, 'personsUnknown', from, to);
  expect(figure).toMatchObject({ from: { value: 0 }, to: { value: 1, known: 2, of: 3 } });
  expect(parts.map(({ subject, to: now }) => [subject.id, now])).toEqual([['f', 1]]);
});
