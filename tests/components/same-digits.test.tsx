import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { client } from '#src/api/client.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { formatFor } from '#src/messages/format.ts';
import { terms } from '#src/messages/terms.ts';
import { openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const { share, index, quantity } = formatFor('en');
const term = terms.en;

/** What the API's answer says of one row, in the digits that people read. */
interface Row {
  name: string;
  /** Digits that stand at the row's mark in the drawing. */
  marks: string[];
  /** The row of the table and of the file, or the digits that must be in it. */
  cells: string[];
}

interface Chart {
  path: string;
  figure: RegExp;
  /** Asks the API and says what has to be read everywhere. */
  rows: () => Promise<Row[]>;
  /** The drawing is a table itself: there is no twin beside it. */
  isTable?: boolean;
}

const villageId = 'nangangzi';
const MEASURES = `/villages/${villageId}/measures`;
const none = (value: number | null | undefined, write: (n: number) => string) =>
  value === null || value === undefined ? 'Unknown' : write(value);
type Ends = { low: number; high: number } | null;
const both = (range: Ends, write = share) => [none(range?.low, write), none(range?.high, write)];
const spread = (range: Ends, write = share) => [...new Set(both(range, write))].join(' to ');

/** The drawing library is loaded when the first chart asks for it. */
const LONG = { timeout: 60_000 };

/** Whoever adds a chart adds a line here: nothing else has to be known of it. */
const charts: Record<string, Chart> = {
  'below the line': {
    path: MEASURES,
    figure: /^The share of persons below the line/,
    rows: async () => {
      const { from, to } = await client.measures({ villageId });
      const ends = [from.income, to.income];
      return [
        {
          name: 'Headcount (P0)',
          marks: ends.flatMap((end) => [none(end.headcount, share), spread(end.headcountRange)]),
          cells: ends.flatMap((end) => [none(end.headcount, share), ...both(end.headcountRange)]),
        },
      ];
    },
  },
  'below another line, by another income': {
    path: `${MEASURES}?series=sixPercent&income=own-income`,
    figure: /^The share of persons below the line/,
    rows: async () => {
      const { from, to } = await client.measures({ villageId, series: 'sixPercent', income: 'own-income' });
      const ends = [from.income, to.income];
      return [
        {
          name: 'Headcount (P0)',
          marks: ends.map((end) => none(end.headcount, share)),
          cells: ends.flatMap((end) => [none(end.headcount, share), ...both(end.headcountRange)]),
        },
      ];
    },
  },
  'guarantees not met': {
    path: `${MEASURES}?k=2`,
    figure: /of persons lack 2 guarantees or more/,
    rows: async () => {
      const { from, to } = await client.measures({ villageId, k: '2' });
      return guarantees.map((name) => ({
        name: term.indicator[name],
        marks: [from, to].map((end) => spread(end.guarantees.uncensored[name].range)),
        cells: [from, to].flatMap(({ guarantees: found }) => [
          ...both(found.uncensored[name].range),
          ...both(found.censored[name].range),
        ]),
      }));
    },
  },
  'M0 by guarantee': {
    path: MEASURES,
    figure: /^Most of what is known to be missing is/,
    rows: async () => {
      const { from, to } = await client.measures({ villageId });
      const parts = guarantees.map((name) => {
        const said = [from, to].map((end) => spread(end.guarantees.contributions[name].range));
        return { name: term.indicator[name], marks: said, cells: said };
      });
      const total = [from, to].map((end) => spread(end.guarantees.M0.range, index));
      return [...parts, { name: 'M0 in all', marks: total, cells: total }];
    },
  },
  moves: {
    path: MEASURES,
    figure: /changed state, joined or left$/,
    isTable: true,
    rows: async () => {
      const { mobility } = await client.measures({ villageId });
      return mobility.moves.map((move) => ({
        name: term.standing[move.from],
        marks: [
          `${term.standing[move.from]} → ${term.standing[move.to]}: ${quantity(move.householdIds.length, 'household')}`,
        ],
        cells: [
          term.standing[move.to],
          String(move.householdIds.length),
          String(move.persons),
          String(move.personsUnknown),
        ],
      }));
    },
  },
  'village by village': {
    path: '/measures',
    figure: /of persons with a known income are below the line/,
    rows: async () => {
      const { villages } = await client.placeMeasures({});
      return villages.map((v) => ({
        name: v.name.en,
        marks: [none(v.headcount, share)],
        cells: [none(v.headcount, share), none(v.gap, share), none(v.severity, index), none(v.gini, index)],
      }));
    },
  },
  'income by source': {
    path: `/villages/${villageId}`,
    figure: /^Net income per person rose by/,
    rows: async () => {
      const { income } = await client.progress({ villageId });
      return income.map(({ source, panel }) => {
        const said = [panel.from, panel.to].map((end) => none(end.value, (n) => quantity(n, 'yuan')));
        return { name: source ? term.indicator[source] : term.netIncome, marks: said, cells: said };
      });
    },
  },
};

/** Every cell of a file as the spreadsheet shows it: without the sign that keeps it from being a formula. */
function cellsOf(csv: string): string[][] {
  return csv.split('\r\n').map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => {
      const cell = quoted?.replaceAll('""', '"') ?? plain ?? '';
      return cell.replace(/^'(?=[=+@-])/, '');
    }),
  );
}

/** What the person would find in the file that is saved next; jsdom's Blob has no text(). */
function nextFile(): Promise<string> {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  URL.revokeObjectURL = () => {};
  return new Promise((resolve) => {
    URL.createObjectURL = (blob) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(String(reader.result)));
      reader.readAsText(blob as Blob);
      return 'blob:file';
    };
  });
}

/** In the order in which they stand there, perhaps with others between. */
const isWithin = (wanted: readonly string[], there: readonly string[]): boolean => {
  let at = 0;
  for (const cell of there) if (cell === wanted[at]) at += 1;
  return at === wanted.length;
};

describe('the digits of the API stand in the drawing, in its table and in its file', () => {
  it.each(Object.entries(charts))('%s', async (_name, { path, figure, rows, isTable = false }) => {
    openMockServer(undefined, 'office');
    const { user } = renderApp({ path });
    const chart = await screen.findByRole('figure', { name: figure }, LONG);
    const wanted = await rows();
    expect(wanted.length).toBeGreaterThan(0);

    const marks = [...chart.querySelectorAll('[aria-label]')].map(
      (mark) => mark.getAttribute('aria-label') ?? '',
    );
    const drawn = (row: Row) =>
      row.marks.every((digits) =>
        marks.some(
          (label) => label.includes(digits) && (label.includes(row.name) || row.name === 'M0 in all'),
        ),
      );
    expect(wanted.filter((row) => !drawn(row))).toEqual([]);

    const saved = nextFile();
    await user.click(within(chart).getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Table (CSV)', hidden: true }));
    const file = cellsOf(await saved);
    const inFile = (row: Row) =>
      file.some(([name, ...cells]) => name === row.name && isWithin(row.cells, cells));
    expect(wanted.filter((row) => !inFile(row))).toEqual([]);

    if (isTable) return;
    await user.click(within(chart).getByRole('button', { name: 'Show as table' }));
    const table = within(within(chart).getByRole('table'))
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));
    const inTable = (row: Row) =>
      table.some(([name, ...cells]) => name === row.name && isWithin(row.cells, cells));
    expect(wanted.filter((row) => !inTable(row))).toEqual([]);
    expect(file.slice(-1 - table.length, -1)).toEqual(table);
  });
});
