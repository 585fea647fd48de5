import { usePlotArea, useXAxisScale } from 'recharts';
import { ChartFrame, Drawing, NARROW, type Margin, XScale, YScale } from './chart-frame.tsx';
import { useHatch } from './hatch.tsx';
import { Legend } from './legend.tsx';
import type { Reach } from './link.ts';
import { Hit, Mark } from './mark.tsx';
import { PartBar, PartSwatch, partsOf, type BarPart, type PartLook } from './part-bar.tsx';
import { textWidth, wrapped } from './text-fit.ts';
import { label, LINE, Lines, quietLabel } from './words.tsx';

export interface StackedRow {
  id: string;
  name: string;
  /** A count for each part, in the order of the parts. */
  from: number[];
  to: number[];
}

interface Props extends Reach {
  rows: StackedRow[];
  parts: { name: string; look: PartLook }[];
  ends: [string, string];
  /** Each bar as long as the others: shares are compared, counts are still what is written. */
  shares?: boolean;
}

const BAR = 20;
/** Room under a bar for counts too narrow to stand in their part. */
const UNDER = 16;

/** Counts of each part then and now, in one bar each; every count is written at its part. */
export function StackedCounts(props: Props) {
  const hatch = useHatch();
  return (
    <>
      <Legend
        entries={props.parts.map(({ name, look }) => ({
          name,
          sign: (
            <>
              {hatch.defs}
              <PartSwatch x={-7} y={-7} width={14} height={14} look={look} hatch={hatch.fill} />
            </>
          ),
        }))}
      />
      <Drawing>{(width) => <StackedAt {...props} width={width} />}</Drawing>
    </>
  );
}

const sum = (counts: number[]): number => counts.reduce((a, b) => a + b, 0);

function StackedAt({ rows, parts, ends, shares = false, width, ...reach }: Props & { width: number }) {
  const narrow = width < NARROW;
  const endsRoom = Math.max(...ends.map((end) => textWidth(end, quietLabel.fontSize))) + 12;
  const widest = Math.max(0, ...rows.map(({ name }) => textWidth(name, label.fontSize))) + 16;
  const nameRoom = narrow ? 0 : Math.min(width * 0.24, widest);
  const margin: Margin = { top: 2, right: 8, bottom: 2, left: nameRoom + endsRoom };
  const most = Math.max(1, ...rows.flatMap(({ from, to }) => [sum(from), sum(to)]));
  const placed = placedIn(rows, {
    names: narrow ? width - 8 : nameRoom - 16,
    head: (lines) => (narrow ? lines * LINE + 8 : 8),
    bar: (counts) => partsOf(counts, { most, shares }, width - margin.left - margin.right),
    top: margin.top,
  });
  return (
    <ChartFrame
      width={width}
      height={margin.top + placed.reduce((all, { height }) => all + height, 0) + margin.bottom}
      margin={margin}
    >
      <XScale domain={[0, 1]} />
      <YScale domain={[0, 1]} />
      <StackedMarks
        rows={placed}
        parts={parts}
        ends={ends}
        narrow={narrow}
        width={width}
        endsRoom={endsRoom}
        {...reach}
      />
    </ChartFrame>
  );
}

interface PlacedRow extends StackedRow {
  lines: string[];
  head: number;
  bars: readonly [BarPart[], BarPart[]];
  /** Room under the first bar. */
  under: number;
  height: number;
  top: number;
}

interface Room {
  names: number;
  head: (lines: number) => number;
  bar: (counts: number[]) => BarPart[];
  top: number;
}

/** Each row as tall as its words and the counts under its bars need. */
function placedIn(rows: StackedRow[], room: Room): PlacedRow[] {
  let top = room.top;
  return rows.map((row) => {
    const lines = wrapped(row.name, label.fontSize, room.names);
    const bars = [room.bar(row.from), room.bar(row.to)] as const;
    const [under, last] = bars.map((bar) => (bar.some(({ inside }) => !inside) ? UNDER : 0)) as [
      number,
      number,
    ];
    const head = room.head(lines.length);
    const placed = { ...row, lines, head, bars, under, top, height: head + 2 * BAR + 6 + under + last + 12 };
    top += placed.height;
    return placed;
  });
}

interface MarksProps extends Reach, Pick<Props, 'parts' | 'ends'> {
  rows: PlacedRow[];
  narrow: boolean;
  width: number;
  endsRoom: number;
}

function StackedMarks({ rows, parts, ends, narrow, width, endsRoom, ...reach }: MarksProps) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!x || !plot) return null;
  const said = (counts: number[]) => counts.map((count, at) => `${parts[at]?.name} ${count}`).join(', ');
  return (
    <g>
      {hatch.defs}
      {rows.map((row) => {
        const first = row.top + row.head;
        const second = first + BAR + 6 + row.under;
        return (
          <Mark
            key={row.id}
            id={row.id}
            label={`${row.name}. ${ends[0]}: ${said(row.from)}. ${ends[1]}: ${said(row.to)}`}
            {...reach}
          >
            <Hit x={0} y={row.top} width={width} height={row.height - 4} />
            <Lines
              lines={row.lines}
              whole={row.name}
              x={narrow ? 4 : plot.x - endsRoom - 8}
              y={narrow ? row.top + 4 + (row.lines.length * LINE) / 2 : first + BAR / 2}
              anchor={narrow ? 'start' : 'end'}
              style={label}
            />
            {[first, second].map((y, side) => (
              <g key={side === 0 ? 'from' : 'to'}>
                <text x={plot.x - 8} y={y + BAR / 2 + 4} textAnchor="end" {...quietLabel}>
                  {ends[side]}
                </text>
                <PartBar
                  bar={row.bars[side] ?? []}
                  parts={parts}
                  x={(share) => x(share) ?? 0}
                  y={y}
                  height={BAR}
                  hatch={hatch.fill}
                />
              </g>
            ))}
          </Mark>
        );
      })}
    </g>
  );
}
