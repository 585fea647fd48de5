import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '#src/charts/export-table.ts';
import { roundTicks } from '#src/charts/round-ticks.ts';
import { spread } from '#src/charts/spread.ts';
import { textWidth, wrapped } from '#src/charts/text-fit.ts';

const SEED = 20180702;

describe('labels of a chart', () => {
  const labels = array(
    record({ at: integer({ min: -50, max: 250 }), height: integer({ min: 10, max: 44 }) }),
    { minLength: 1, maxLength: 12 },
  );

  it('never overlap and keep the order of their values', () => {
    assert(
      property(labels, (given) => {
        const middles = spread(given, 0, 200);
        const order = given.map((label, index) => ({ ...label, index })).toSorted((a, b) => a.at - b.at);
        for (const [turn, { height, index }] of order.entries()) {
          const before = order[turn - 1];
          if (!before) continue;
          const gap = (middles[index] ?? NaN) - (middles[before.index] ?? NaN);
          expect(gap).toBeGreaterThanOrEqual((height + before.height) / 2 - 1e-9);
        }
      }),
      { seed: SEED },
    );
  });

  it('stay within the drawing while there is room', () => {
    const middles = spread(
      [
        { at: 190, height: 20 },
        { at: 195, height: 20 },
        { at: -4, height: 20 },
      ],
      0,
      200,
    );
    expect(middles).toEqual([170, 190, 10]);
  });

  it('stand where they belong when nothing is in their way', () => {
    expect(
      spread(
        [
          { at: 30, height: 18 },
          { at: 120, height: 18 },
        ],
        0,
        200,
      ),
    ).toEqual([30, 120]);
  });

  it.each([
    '样例户十（户主姓名特别长的家庭），住在村东头',
    'Transfers (pensions, subsidies and grants)',
    'x'.repeat(80),
  ])('break into lines that fit: %s', (text) => {
    for (const most of [1, 2, 5]) {
      const lines = wrapped(text, 13, 110, most);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(110);
    }
  });

  it('are whole where they fit, and say by an ellipsis where they do not', () => {
    expect(wrapped('Safe drinking water', 13, 500)).toEqual(['Safe drinking water']);
    expect(wrapped('Safe drinking water', 13, 60, 3)).toEqual(['Safe', 'drinking', 'water']);
    expect(wrapped('Safe drinking water', 13, 60).at(-1)).toMatch(/…$/);
  });

  it('begin no line with a Chinese closing mark', () => {
    for (const room of [40, 53, 66, 79]) {
      for (const line of wrapped('户主，家人，邻居，村干部。', 13, room, 9))
        expect(line).not.toMatch(/^[，。]/);
    }
  });
});

describe('ticks of a scale', () => {
  it('are round, lie within it and hold zero', () => {
    expect(roundTicks([-600, 4200], 6)).toEqual([0, 1000, 2000, 3000, 4000]);
    expect(roundTicks([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(roundTicks([-900, 100], 4)).toEqual([-500, 0]);
  });
});

describe('the table as a file', () => {
  it('turns what a spreadsheet would run into text, and leaves negative numbers', () => {
    const csv = csvOf(
      { columns: ['a'], rows: [['=1+1'], ['@cmd'], ['-x'], ['-600'], ['−¥600'], ['a,"b"']] },
      [],
    );
    expect(csv.split('\r\n').slice(2, -1)).toEqual(["'=1+1", "'@cmd", "'-x", '-600', '−¥600', '"a,""b"""']);
  });
});
