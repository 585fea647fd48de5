import { usePlotArea, useYAxisScale } from 'recharts';
import { UnknownBox, useHatch } from './hatch.tsx';
import type { Reach } from './link.ts';
import { Hit, Mark } from './mark.tsx';
import { Point, pointShapes } from './point.tsx';
import { spread } from './spread.ts';
import { halo, label, LINE, quietLabel } from './words.tsx';

export interface PlacedSlope {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
  said: readonly [string, string];
  /** Value and name stand on one line. */
  fits: boolean;
  names: string[];
  height: number;
}

interface Props extends Reach {
  items: PlacedSlope[];
  ends: [string, string];
  zero: string;
  laneFrom: number;
  lane: number;
  room: number;
}

const STUB = 26;
const GAP = 14;
const LANE_ROW = 24;

/** Lines between two ends, with a label at each that overlaps no other. */
export function SlopeMarks({ items, ends, zero, laneFrom, lane, room, ...reach }: Props) {
  const y = useYAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!y || !plot) return null;
  const left = plot.x;
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const middles = (end: 'from' | 'to', heightOf: (item: PlacedSlope) => number) => {
    const known = items.filter((item) => item[end] !== null);
    const unknown = items.filter((item) => item[end] === null);
    const inPlot = spread(
      known.map((item) => ({ at: y(item[end]) ?? 0, height: heightOf(item) })),
      plot.y - 6,
      bottom + 8,
    );
    const inLane = spread(
      unknown.map((item) => ({ at: laneFrom, height: Math.max(heightOf(item), LANE_ROW) })),
      laneFrom,
      laneFrom + lane,
    );
    return new Map([
      ...known.map((item, at) => [item.id, inPlot[at] ?? 0] as const),
      ...unknown.map((item, at) => [item.id, inLane[at] ?? 0] as const),
    ]);
  };
  const leftAt = middles('from', () => LINE);
  const rightAt = middles('to', (item) => item.height);
  const zeroAt = y(0) ?? bottom;
  return (
    <g>
      {hatch.defs}
      {plot.height > 0 ? (
        <g>
          <line x1={left} x2={right} y1={zeroAt} y2={zeroAt} stroke="var(--rule-strong)" />
          <text x={(left + right) / 2} y={zeroAt + 14} textAnchor="middle" {...quietLabel} {...halo}>
            {zero}
          </text>
        </g>
      ) : null}
      {[left, right].map((at, side) => (
        <g key={side === 0 ? 'from' : 'to'}>
          <line x1={at} x2={at} y1={plot.y} y2={bottom} stroke="var(--rule)" data-axis />
          <text x={at} y={14} textAnchor="middle" {...quietLabel} fontWeight={600}>
            {ends[side]}
          </text>
        </g>
      ))}
      {items.map((item, at) => {
        const colour = `var(--series-${(at % 6) + 1})`;
        const shape = pointShapes[at % pointShapes.length];
        const middle = rightAt.get(item.id) ?? 0;
        const start = leftAt.get(item.id) ?? 0;
        const first = middle - ((item.fits ? 0 : item.names.length) * LINE) / 2 + 4.5;
        // An unknown has no place on the scale: its box stands at its label's first line.
        const fromAt = item.from === null ? start : (y(item.from) ?? 0);
        const toAt = item.to === null ? first - 4.5 : (y(item.to) ?? 0);
        const both = item.from !== null && item.to !== null;
        return (
          <Mark
            key={item.id}
            id={item.id}
            label={`${item.name}: ${item.said[0]} → ${item.said[1]}`}
            {...reach}
          >
            <Hit x={right + 8} y={middle - item.height / 2} width={room + 10} height={item.height} />
            {both ? (
              <g stroke={colour}>
                <line
                  x1={left}
                  x2={right}
                  y1={fromAt}
                  y2={toAt}
                  strokeWidth={18}
                  strokeOpacity={0}
                  data-hit
                />
                <line x1={left} x2={right} y1={fromAt} y2={toAt} strokeWidth={2.5} />
              </g>
            ) : null}
            {!both && item.from !== null ? (
              <Stub from={left} to={left + STUB} y={fromAt} colour={colour} />
            ) : null}
            {!both && item.to !== null ? (
              <Stub from={right} to={right - STUB} y={toAt} colour={colour} />
            ) : null}
            {item.from === null ? (
              <UnknownBox x={left} y={fromAt} fill={hatch.fill} colour={colour} />
            ) : (
              <Point x={left} y={fromAt} r={4.5} colour={colour} shape={shape} />
            )}
            {item.to === null ? (
              <UnknownBox x={right} y={toAt} fill={hatch.fill} colour={colour} />
            ) : (
              <Point x={right} y={toAt} r={4.5} colour={colour} shape={shape} />
            )}
            <Leader x={right + 6} to={right + 11} y={toAt} labelAt={item.fits ? middle : first - 4.5} />
            <Leader x={left - 6} to={left - 11} y={fromAt} labelAt={start} />
            <text x={left - GAP} y={start + 4.5} textAnchor="end" {...quietLabel} fill={colour}>
              {item.said[0]}
            </text>
            <text x={right + GAP} y={first} {...label} fill={colour}>
              {item.names.join('') === item.name.replaceAll(' ', '') ? null : <title>{item.name}</title>}
              <tspan fontWeight={650}>{item.said[1]}</tspan>
              {item.names.map((line, row) =>
                item.fits ? (
                  <tspan key={line} dx={6}>
                    {line}
                  </tspan>
                ) : (
                  <tspan key={line} x={right + GAP} y={first + (row + 1) * LINE}>
                    {line}
                  </tspan>
                ),
              )}
            </text>
          </Mark>
        );
      })}
    </g>
  );
}

/** From here on nobody knows. */
function Stub({ from, to, y, colour }: { from: number; to: number; y: number; colour: string }) {
  return <line x1={from} x2={to} y1={y} y2={y} stroke={colour} strokeWidth={2.5} strokeDasharray="2 4" />;
}

/** Leads to a label that had to step aside. */
function Leader({ x, to, y, labelAt }: { x: number; to: number; y: number; labelAt: number }) {
  if (Math.abs(y - labelAt) < 4) return null;
  return <line x1={x} x2={to} y1={y} y2={labelAt} stroke="var(--rule-strong)" />;
}
