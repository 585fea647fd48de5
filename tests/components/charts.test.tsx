import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { BulletChart } from '#src/charts/bullet-chart.tsx';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { DumbbellChart } from '#src/charts/dumbbell-chart.tsx';
import { FlowTable } from '#src/charts/flow-table.tsx';
import { HeatTable, type HeatCell } from '#src/charts/heat-table.tsx';
import { SlopeChart } from '#src/charts/slope-chart.tsx';
import { SmallMultiples } from '#src/charts/small-multiples.tsx';
import { StackedCounts } from '#src/charts/stacked-counts.tsx';
import { TimeLine } from '#src/charts/time-line.tsx';
import { LocaleProvider } from '#src/messages/locale.tsx';

const ends: [string, string] = ['2018-01-22', '2018-07-02'];
const yuan = (value: number) => `¥${value}`;
const unknownWord = 'Unknown';
const items = [
  { id: 'wage', name: 'Wages', from: 1200, to: 1800 },
  { id: 'gift', name: 'Gifts', from: 300, to: null },
  { id: 'loss', name: 'Business', from: null, to: -250 },
];
const table = {
  columns: ['Source', ...ends],
  rows: [
    ['Wages', '¥1200', '¥1800'],
    ['Gifts', '¥300', 'Unknown'],
    ['Business', 'Unknown', '¥-250'],
  ],
};

function show(children: ReactNode) {
  const user = userEvent.setup();
  const view = render(
    <MantineProvider env="test">
      <LocaleProvider initial="en">{children}</LocaleProvider>
    </MantineProvider>,
  );
  return { ...view, user };
}

const inFigure = (children: ReactNode, more: { empty?: boolean; isTable?: boolean } = {}) => (
  <ChartFigure
    title="Wages rose"
    subtitle="Yuan per person, last twelve months"
    coverage="16 of 18 households"
    filters="Status: 在册"
    marks={<span>◌ Synthetic</span>}
    source="Sample data, as of 2018-07-16"
    table={table}
    fileName="wages"
    {...more}
  >
    {children}
  </ChartFigure>
);
const slope = <SlopeChart items={items} ends={ends} format={yuan} unknownWord={unknownWord} />;

/** What the person would find in the file. */
function savedFiles(): Blob[] {
  const files: Blob[] = [];
  URL.createObjectURL = (blob) => `blob:${files.push(blob as Blob)}`;
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  return files;
}
/** jsdom's Blob has no text(). */
const bytesOf = (blob: Blob) =>
  new Promise<Uint8Array>((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(new Uint8Array(reader.result as ArrayBuffer)));
    reader.readAsArrayBuffer(blob);
  });
const textOf = async (blob: Blob | undefined) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(blob ?? new Blob()));

const numberOf = (element: Element | null | undefined, name: string) => Number(element?.getAttribute(name));

describe('a chart figure', () => {
  it('is named by its finding, and so is the drawing in it', () => {
    show(inFigure(slope));
    const figure = screen.getByRole('figure', { name: 'Wages rose' });
    expect(figure).toHaveTextContent('16 of 18 households');
    expect(figure).toHaveTextContent('Sample data, as of 2018-07-16');
    expect(within(figure).getByRole('group', { name: 'Wages rose' })).toBeInTheDocument();
    expect(screen.queryByRole('application')).toBeNull();
  });

  it('shows the same numbers as a table, and the drawing again', async () => {
    const { user } = show(inFigure(slope));
    const drawn = screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'));
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = within(screen.getByRole('table', { name: 'Wages rose' }))
      .getAllByRole('row')
      .slice(1);
    const written = rows.map((row) => {
      const [from, to] = within(row).getAllByRole('cell');
      return `${within(row).getByRole('rowheader').textContent}: ${from?.textContent} → ${to?.textContent}`;
    });
    expect(written).toEqual(drawn);
    await user.click(screen.getByRole('button', { name: 'Show as chart' }));
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getAllByRole('img')).toHaveLength(3);
  });

  it('saves a table that Excel opens in Chinese, with title, scope, evidence and source', async () => {
    const files = savedFiles();
    const { user } = show(inFigure(slope));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Table (CSV)' }));
    const text = await textOf(files[0]);
    expect(text.codePointAt(0)).toBe(0xfeff);
    expect(text.slice(1).split('\r\n')).toEqual([
      'Wages rose',
      '"Yuan per person, last twelve months · 16 of 18 households · Status: 在册 · ◌ Synthetic"',
      '"Sample data, as of 2018-07-16"',
      '',
      'Source,2018-01-22,2018-07-02',
      'Wages,¥1200,¥1800',
      'Gifts,¥300,Unknown',
      'Business,Unknown,¥-250',
      '',
    ]);
  });

  it('saves a drawing that carries title, scope and source and leads nowhere', async () => {
    const files = savedFiles();
    Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 8, 16);
    const { user } = show(
      inFigure(
        <SlopeChart
          items={items}
          ends={ends}
          format={yuan}
          unknownWord={unknownWord}
          renderLink={(id, mark) => <a href={id}>{mark}</a>}
        />,
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Drawing (SVG)' }));
    const svg = new DOMParser().parseFromString(await textOf(files[0]), 'image/svg+xml').documentElement;
    for (const words of ['Wages rose', '◌ Synthetic', 'Sample data, as of 2018-07-16', '¥1800']) {
      expect(svg.textContent).toContain(words);
    }
    expect(svg.querySelector('[href], [data-hit]')).toBeNull();
  });

  it('says so when the picture cannot be made', async () => {
    savedFiles();
    Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 8, 16);
    HTMLImageElement.prototype.decode = () => Promise.reject(new Error('too large'));
    const { user } = show(inFigure(slope));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Picture (PNG)' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The picture could not be made');
  });

  it('says that nothing is known instead of an empty drawing', () => {
    show(inFigure(slope, { empty: true }));
    expect(screen.getByRole('figure')).toHaveTextContent('Nothing to draw: no value is known here.');
    expect(screen.queryByRole('group')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('what nobody knows', () => {
  it('stands below the scale of a slope, and no line leads to it', () => {
    const { container } = show(slope);
    const gifts = screen.getByRole('img', { name: 'Gifts: ¥300 → Unknown' });
    const wages = screen.getByRole('img', { name: 'Wages: ¥1200 → ¥1800' });
    const solid = (mark: Element) =>
      mark.querySelectorAll('line[stroke-width="2.5"]:not([stroke-dasharray])').length;
    expect([solid(wages), solid(gifts)]).toEqual([1, 0]);
    const bottom = numberOf(container.querySelector('line[data-axis]'), 'y2');
    expect(bottom).toBeGreaterThan(0);
    for (const box of container.querySelectorAll('[data-unknown]')) {
      expect(numberOf(box, 'y')).toBeGreaterThan(bottom);
    }
    expect(container.querySelectorAll('[data-unknown]')).toHaveLength(2);
  });

  it('stands beside the scale of a dumbbell, not on its zero', () => {
    const { container } = show(<DumbbellChart items={items} format={yuan} unknownWord={unknownWord} />);
    const zero = numberOf(container.querySelector('[data-baseline]'), 'x1');
    const mark = screen.getByRole('img', { name: 'Gifts: ¥300 → Unknown' });
    const points = [...mark.querySelectorAll('g[transform]')].map((point) =>
      Number(/\(([\d.-]+)/.exec(point.getAttribute('transform') ?? '')?.[1]),
    );
    expect(points).toHaveLength(1);
    const box = numberOf(mark.querySelector('[data-unknown]'), 'x');
    expect(box).toBeGreaterThan(Math.max(zero, ...points));
  });

  it('hatches the whole line of a bullet and draws no bar', () => {
    show(
      <BulletChart
        unknownWord={unknownWord}
        targetWord="Target"
        items={[
          { id: 'built', name: 'Built', from: 20, to: 58, target: 100, format: String },
          { id: 'served', name: 'Served', from: 0, to: null, target: 36, format: String },
        ]}
      />,
    );
    const built = screen.getByRole('img', { name: 'Built: 20 → 58 · Target 100' });
    const served = screen.getByRole('img', { name: 'Served: 0 → Unknown · Target 36' });
    const track = numberOf(served.querySelector('[data-unknown]'), 'width');
    expect(served.querySelector('[data-now]')).toBeNull();
    expect(numberOf(built.querySelector('[data-now]'), 'width')).toBeCloseTo(track * 0.58);
  });

  it('is a part of its own in stacked counts, and a count of none is not drawn', () => {
    const { container } = show(
      <StackedCounts
        ends={ends}
        parts={[
          { name: 'Met', look: 'first' },
          { name: 'Not met', look: 'second' },
          { name: unknownWord, look: 'unknown' },
        ]}
        rows={[{ id: 'water', name: 'Water', from: [0, 2, 16], to: [90, 0, 1] }]}
      />,
    );
    const mark = screen.getByRole('img', {
      name: 'Water. 2018-01-22: Met 0, Not met 2, Unknown 16. 2018-07-02: Met 90, Not met 0, Unknown 1',
    });
    const looks = [...mark.querySelectorAll('[data-look]')].map((part) => part.getAttribute('data-look'));
    expect(looks).toEqual(['second', 'unknown', 'first', 'unknown']);
    const counts = [...mark.querySelectorAll('text')].map((text) => text.textContent);
    for (const count of ['2', '16', '90', '1']) expect(counts).toContain(count);
    expect(counts).not.toContain('0');
    expect(container).toHaveTextContent('Not met');
  });

  it('is a hatched column in small multiples, whose scale is one for all', () => {
    const { container } = show(
      <SmallMultiples
        form="bars"
        ends={ends}
        format={yuan}
        unknownWord={unknownWord}
        panels={[
          { id: 'a', name: 'A', from: 100, to: 50 },
          { id: 'b', name: 'B', from: null, to: 25 },
        ]}
      />,
    );
    expect(container.querySelectorAll('.recharts-surface [data-unknown]')).toHaveLength(1);
    const bars = [...container.querySelectorAll('.recharts-surface rect[fill="var(--mark-now)"]')].map(
      (bar) => numberOf(bar, 'height'),
    );
    expect(bars[0]).toBeCloseTo(2 * (bars[1] ?? 0));
  });

  it('ends the line of a time line until the next known value', () => {
    const { container } = show(
      <TimeLine
        format={yuan}
        unknownWord={unknownWord}
        points={[
          { id: '1', on: '2018-01-22', value: 400, kind: { name: 'Told', shape: 'diamond' } },
          { id: '2', on: '2018-03-01', value: null },
          { id: '3', on: '2018-07-02', value: 900, kind: { name: 'Seen', shape: 'circle' } },
        ]}
      />,
    );
    expect(
      screen.getByRole('img', { name: '2018-03-01: Unknown' }).querySelector('[data-unknown]'),
    ).not.toBeNull();
    expect(screen.getByRole('img', { name: '2018-07-02: ¥900 · Seen' })).toBeInTheDocument();
    const path = container.querySelector('path[stroke-width="2.5"]')?.getAttribute('d') ?? '';
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).not.toContain('V');
  });
});

describe('marks', () => {
  it('are reached in order by keyboard and tell which one was chosen', async () => {
    const onSelect = vi.fn<(id: string) => void>();
    const { user } = show(
      <DumbbellChart items={items} format={yuan} unknownWord={unknownWord} onSelect={onSelect} />,
    );
    await user.tab();
    expect(screen.getByRole('button', { name: 'Wages: ¥1200 → ¥1800' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.tab();
    await user.keyboard(' ');
    await user.click(screen.getByRole('button', { name: /^Business/ }));
    expect(onSelect.mock.calls).toEqual([['wage'], ['gift'], ['loss']]);
  });

  it('become links with a name that tells everything', async () => {
    const { user } = show(
      <SlopeChart
        items={items}
        ends={ends}
        format={yuan}
        unknownWord={unknownWord}
        renderLink={(id, mark, label) => (
          <a href={`#${id}`} aria-label={label}>
            {mark}
          </a>
        )}
      />,
    );
    await user.tab();
    expect(screen.getByRole('link', { name: 'Wages: ¥1200 → ¥1800' })).toHaveFocus();
    expect(screen.getAllByRole('link')).toHaveLength(3);
  });
});

describe('a heat table', () => {
  const cell: HeatCell = {
    from: 'unknown',
    to: 'good',
    label: 'Household 1, Water: unknown → met',
    carried: false,
  };
  const heat = (count: number) => (
    <HeatTable
      name="Guarantees"
      rowHeading="Household"
      columns={[{ id: 'water', name: 'Water' }]}
      rows={Array.from({ length: count }, (_, at) => ({
        id: String(at),
        name: `Household ${at + 1}`,
        cells: [{ ...cell, label: cell.label.replace('1', String(at + 1)) }],
      }))}
      legend={[{ look: 'good', name: 'Met' }]}
      carriedWord="Not looked at again"
      renderCell={(row, column, mark, label) => (
        <a href={`#${row}-${column}`} aria-label={label}>
          {mark}
        </a>
      )}
    />
  );

  it('says each cell in words and leads on from it', () => {
    show(heat(2));
    const region = screen.getByRole('region', { name: 'Guarantees' });
    expect(region).toHaveAttribute('tabindex', '0');
    expect(within(region).getByRole('link', { name: 'Household 2, Water: unknown → met' })).toHaveTextContent(
      '?✓',
    );
    expect(screen.queryByText('Not looked at again')).toBeNull();
  });

  it('shows the rest of thousands step by step', async () => {
    const { user } = show(heat(500));
    expect(screen.getAllByRole('row')).toHaveLength(41);
    expect(screen.getByText('40 of 500 shown')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show 200 more' }));
    expect(screen.getAllByRole('row')).toHaveLength(241);
    await user.click(screen.getByRole('button', { name: 'Show 200 more' }));
    await user.click(screen.getByRole('button', { name: 'Show all 500' }));
    expect(screen.getAllByRole('row')).toHaveLength(501);
    await user.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(screen.getAllByRole('row')).toHaveLength(41);
  });
});

describe('a flow table', () => {
  it('counts who moved where and leaves the other cells empty', () => {
    show(
      <FlowTable
        name="Moves"
        corner="From ↓ to →"
        states={[
          { id: 'in', name: 'In' },
          { id: 'out', name: 'Out' },
        ]}
        flows={[
          { from: 'in', to: 'in', count: <a href="#9">9</a>, detail: '27 people' },
          { from: 'in', to: 'out', count: <a href="#5">5</a>, detail: '14 people' },
        ]}
      />,
    );
    const row = screen.getByRole('row', { name: /^In/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['927 people', '514 people']);
    expect(within(row).getByRole('link', { name: '5' })).toBeInTheDocument();
    expect(screen.queryByRole('rowheader', { name: 'Out' })).toBeNull();
  });
});
