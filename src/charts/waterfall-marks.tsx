import { usePlotArea, useXAxisScale } from 'recharts';
import { useHatch } from './hatch.tsx';
import type { Reach } from './link.ts';
import { Hit, Mark } from './mark.tsx';
import { halo, label, LINE, Lines, quietLabel } from './words.tsx';

export type WaterfallLook = 'total' | 'rise' | 'fall' | 'unsure';

export interface WaterfallRow {
  id: string;
  name: string;
  detail: string;
  said: string;
  from: number;
  to: number;
  look: WaterfallLook;
  lines: string[];
  details: string[];
  top: number;
  height: number;
}

interface Props extends Reach {
  rows: WaterfallRow[];
  /** On a phone the words stand over the bars. */
  narrow: boolean;
  width: number;
  /** How the baseline is called. */
  zero: string;
}

const BAR = 20;
/** What is less than this could not be seen. */
const LEAST = 2.5;

/** Dark: a level; full: up; hollow: down. They differ in black and white too. */
const fills: Record<Exclude<WaterfallLook, 'unsure'>, { fill: string; stroke: string }> = {
  total: { fill: 'var(--mark-strong)', stroke: 'var(--mark-strong)' },
  rise: { fill: 'var(--series-2)', stroke: 'var(--series-2)' },
  fall: { fill: 'var(--mark-soft)', stroke: 'var(--mark-now)' },
};

/** The sign of a bar, for the legend. */
export function StepSign({ look }: { look: 'rise' | 'fall' }) {
  return <rect x={-7} y={-6} width={14} height={12} strokeWidth={1.5} {...fills[look]} />;
}

/** Rows of bars, each beginning where the one above ended. */
export function WaterfallMarks({ rows, narrow, width, zero, ...reach }: Props) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!x || !plot) return null;
  const bottom = plot.y + plot.height;
  const at = (level: number) => x(level) ?? 0;
  const placed = rows.map((row) => {
    const words = (row.lines.length + row.details.length) * LINE;
    return { ...row, words, y: narrow ? row.top + words + 18 : row.top + row.height / 2 };
  });
  return (
    <g>
      {hatch.defs}
      <line
        x1={at(0)}
        x2={at(0)}
        y1={plot.y}
        y2={bottom}
        stroke="var(--rule-strong)"
        strokeWidth={1.5}
        data-baseline
      />
      <text x={at(0)} y={bottom + 18} textAnchor={narrow ? 'start' : 'middle'} {...quietLabel}>
        {zero}
      </text>
      {placed.slice(1).map((row, before) => (
        <line
          key={row.id}
          x1={at(placed[before]?.to ?? 0)}
          x2={at(placed[before]?.to ?? 0)}
          y1={(placed[before]?.y ?? 0) + BAR / 2}
          y2={row.y - BAR / 2}
          stroke="var(--ink-3)"
          strokeDasharray="2 3"
        />
      ))}
      {placed.map((row) => {
        const left = Math.min(at(row.from), at(row.to));
        const length = Math.max(LEAST, Math.abs(at(row.to) - at(row.from)));
        const first = narrow ? row.top + 6 : row.y - row.words / 2;
        const named = row.lines.length * LINE;
        const words = { x: narrow ? plot.x + 7 : plot.x - 18, anchor: narrow ? 'start' : 'end' } as const;
        const look = row.look === 'unsure' ? { fill: hatch.fill, stroke: 'var(--ink-3)' } : fills[row.look];
        const detail = row.detail ? `, ${row.detail}` : '';
        return (
          <Mark key={row.id} id={row.id} label={`${row.name}: ${row.said}${detail}`} {...reach}>
            <Hit x={1} y={row.top + 1} width={width - 2} height={row.height - 2} />
            <Lines lines={row.lines} whole={row.name} y={first + named / 2} {...words} />
            {row.details.length > 0 ? (
              <Lines
                lines={row.details}
                whole={row.detail}
                y={first + named + (row.details.length * LINE) / 2}
                style={quietLabel}
                {...words}
              />
            ) : null}
            <rect
              x={left}
              y={row.y - BAR / 2}
              width={length}
              height={BAR}
              strokeWidth={1.25}
              data-step={row.look}
              {...look}
            />
            <text
              x={width - 4}
              y={narrow ? row.top + 6 + LINE / 2 + 4.5 : row.y + 4.5}
              textAnchor="end"
              {...label}
              {...halo}
              fontWeight={650}
            >
              {row.said}
            </text>
          </Mark>
        );
      })}
    </g>
  );
}
