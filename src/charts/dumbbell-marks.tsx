import { usePlotArea, useXAxisScale, useXAxisTicks } from 'recharts';
import { UnknownBox, useHatch } from './hatch.tsx';
import type { Reach } from './link.ts';
import { Hit, Mark } from './mark.tsx';
import { Point } from './point.tsx';
import { textWidth } from './text-fit.ts';
import { label, Lines, quietLabel } from './words.tsx';

export interface DumbbellRow {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
  said: readonly [string, string];
  lines: string[];
}

interface Props extends Reach {
  rows: DumbbellRow[];
  /** Height of a row. */
  row: number;
  narrow: boolean;
  /** Width of the lane of unknowns, none where all is known. */
  lane: number;
  width: number;
  reference: { value: number; name: string } | undefined;
}

/** Rows of two dots. On a phone the words stand over the dots, else beside them. */
export function DumbbellMarks({ rows, row, narrow, lane, width, reference, ...reach }: Props) {
  const x = useXAxisScale();
  const ticks = useXAxisTicks();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!x || !plot) return null;
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const laneAt = right + lane / 2 + 6;
  return (
    <g>
      {hatch.defs}
      {ticks?.map(({ value }) => (
        <line key={String(value)} x1={x(value)} x2={x(value)} y1={plot.y} y2={bottom} stroke="var(--rule)" />
      ))}
      <line
        x1={x(0)}
        x2={x(0)}
        y1={plot.y}
        y2={bottom}
        stroke="var(--rule-strong)"
        strokeWidth={1.5}
        data-baseline
      />
      {reference ? (
        <Reference
          at={x(reference.value) ?? 0}
          top={plot.y}
          bottom={bottom}
          name={reference.name}
          width={width}
        />
      ) : null}
      {rows.map((item, at) => {
        const top = plot.y + at * row;
        const y = narrow ? top + 38 : top + row / 2;
        const words = narrow ? top + 15 : y;
        const from = item.from === null ? null : (x(item.from) ?? 0);
        const to = item.to === null ? null : (x(item.to) ?? 0);
        const close = from !== null && to !== null && Math.abs(from - to) < 5;
        return (
          <Mark
            key={item.id}
            id={item.id}
            label={`${item.name}: ${item.said[0]} → ${item.said[1]}`}
            {...reach}
          >
            <Hit x={0} y={top + 1} width={width} height={row - 2} />
            <Lines
              lines={item.lines}
              whole={item.name}
              x={narrow ? 4 : plot.x - 16}
              y={words}
              anchor={narrow ? 'start' : 'end'}
            />
            {from !== null && to !== null && !close ? (
              <line x1={from} x2={to} y1={y} y2={y} stroke="var(--mark-now)" strokeWidth={3} />
            ) : null}
            {from === null ? null : (
              <Point x={from} y={y} r={close ? 8 : 5} colour="var(--mark-then)" fill="hollow" />
            )}
            {to === null ? null : <Point x={to} y={y} r={close ? 5 : 6} colour="var(--mark-now)" />}
            {from === null ? <UnknownBox x={laneAt - 10} y={y} fill={hatch.fill} /> : null}
            {to === null ? <UnknownBox x={laneAt + 10} y={y} fill={hatch.fill} /> : null}
            {lane > 0 ? <LaneDots x={laneAt} y={y} from={from !== null} to={to !== null} /> : null}
            <text x={width - 4} y={words + 4.5} textAnchor="end" {...label}>
              <tspan fill="var(--ink-2)">{`${item.said[0]} → `}</tspan>
              <tspan fontWeight={650}>{item.said[1]}</tspan>
            </text>
          </Mark>
        );
      })}
    </g>
  );
}

/** The place of a known value in the lane of unknowns stays empty but for a dot, so that the two places can be told apart. */
function LaneDots({ x, y, from, to }: { x: number; y: number; from: boolean; to: boolean }) {
  if (from && to) return null;
  return <circle cx={from ? x - 10 : x + 10} cy={y} r={to || from ? 1.5 : 0} fill="var(--rule-strong)" />;
}

function Reference({
  at,
  top,
  bottom,
  name,
  width,
}: {
  at: number;
  top: number;
  bottom: number;
  name: string;
  width: number;
}) {
  const half = textWidth(name, quietLabel.fontSize) / 2;
  return (
    <g>
      <line
        x1={at}
        x2={at}
        y1={top - 6}
        y2={bottom}
        stroke="var(--ink-2)"
        strokeWidth={1.5}
        strokeDasharray="5 3"
      />
      <text x={Math.min(Math.max(at, half), width - half)} y={top - 11} textAnchor="middle" {...quietLabel}>
        {name}
      </text>
    </g>
  );
}
