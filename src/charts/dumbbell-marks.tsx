import { usePlotArea, useXAxisScale } from 'recharts';
import { UnknownBox, useHatch } from './hatch.tsx';
import type { Reach } from './link.ts';
import { Hit, Mark } from './mark.tsx';
import { Point } from './point.tsx';
import { textWidth } from './text-fit.ts';
import { halo, label, LINE, Lines, quietLabel } from './words.tsx';

export interface DumbbellRow {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
  said: readonly [string, string];
  lines: string[];
  top: number;
  height: number;
}

interface Props extends Reach {
  rows: DumbbellRow[];
  ticks: { value: number; said: string }[];
  /** On a phone the words stand over the dots. */
  narrow: boolean;
  /** Width of the lane of unknowns, none where all is known. */
  lane: number;
  width: number;
  reference: { value: number; name: string } | undefined;
}

/** Rows of two dots. On a phone the words stand over the dots, else beside them. */
export function DumbbellMarks({ rows, ticks, narrow, lane, width, reference, ...reach }: Props) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!x || !plot) return null;
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const laneAt = right + lane / 2 + 6;
  return (
    <g>
      {hatch.defs}
      {ticks.map(({ value, said }) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1={plot.y} y2={bottom + 4} stroke="var(--rule)" />
          <text x={x(value)} y={bottom + 18} textAnchor="middle" {...quietLabel}>
            {said}
          </text>
        </g>
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
      {rows.map((item) => {
        const { top, height } = item;
        const words = item.lines.length * LINE;
        const y = narrow ? top + words + 18 : top + height / 2;
        const said = narrow ? top + 6 + LINE / 2 : y;
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
            <Hit x={0} y={top + 1} width={width} height={height - 2} />
            <Lines
              lines={item.lines}
              whole={item.name}
              x={narrow ? 4 : plot.x - 16}
              y={narrow ? top + 6 + words / 2 : y}
              anchor={narrow ? 'start' : 'end'}
            />
            {narrow ? null : (
              <line x1={plot.x - 8} x2={right + 6} y1={y} y2={y} stroke="var(--rule)" strokeDasharray="1 3" />
            )}
            {from !== null && to !== null && !close ? (
              <line x1={from} x2={to} y1={y} y2={y} stroke="var(--mark-now)" strokeWidth={3} />
            ) : null}
            {from === null ? null : (
              <Point x={from} y={y} r={close ? 8 : 5} colour="var(--mark-then)" fill="hollow" />
            )}
            {to === null ? null : <Point x={to} y={y} r={close ? 5 : 6} colour="var(--mark-now)" />}
            {from === null ? <UnknownBox x={laneAt - 10} y={y} fill={hatch.fill} /> : null}
            {to === null ? <UnknownBox x={laneAt + 10} y={y} fill={hatch.fill} /> : null}
            <text x={width - 4} y={said + 4.5} textAnchor="end" {...label} {...halo}>
              <tspan fill="var(--ink-2)">{`${item.said[0]} → `}</tspan>
              <tspan fontWeight={650}>{item.said[1]}</tspan>
            </text>
          </Mark>
        );
      })}
    </g>
  );
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
