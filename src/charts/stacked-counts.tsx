import { usePlotArea, useXAxisScale, XAxis, YAxis } from 'recharts';
import { ChartFrame, label, quietLabel, useHatch } from './chart-frame.tsx';
import type { RenderLink } from './link.ts';

/** How a part looks: full, spotted out, hatched for unknown, empty for what does not apply. */
export type PartLook = 'first' | 'second' | 'unknown' | 'none';

export interface StackedRow {
  id: string;
  name: string;
  from: number[];
  to: number[];
}

interface Props {
  rows: StackedRow[];
  parts: { name: string; look: PartLook }[];
  ends: [string, string];
  renderLink?: RenderLink | undefined;
}

const BAR = 18;
const ROW = 78;
const MARGIN = { top: 4, right: 8, bottom: 4, left: 76 };

/** Counts of each part then and now, in one bar each; every count is written on it. */
export function StackedCounts(props: Props) {
  const totals = props.rows.flatMap(({ from, to }) => [from, to].map((counts) => counts.reduce((a, b) => a + b, 0)));
  return (
    <>
      <Legend parts={props.parts} />
      <ChartFrame height={props.rows.length * ROW + 8} margin={MARGIN} layout="vertical" data={props.rows}>
        <XAxis type="number" domain={[0, Math.max(1, ...totals)]} hide />
        <YAxis type="category" dataKey="id" hide />
        <StackedMarks {...props} />
      </ChartFrame>
    </>
  );
}

function useLooks() {
  const hatch = useHatch();
  const fills: Record<PartLook, string> = {
    first: 'var(--state-1)',
    second: 'var(--state-2)',
    unknown: hatch.fill,
    none: 'var(--state-none)',
  };
  const inks: Record<PartLook, string> = {
    first: 'var(--paper)',
    second: '#1d2228',
    unknown: 'var(--ink)',
    none: 'var(--ink)',
  };
  return { hatch, fills, inks };
}

function StackedMarks({ rows, parts, ends, renderLink }: Props) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  const { hatch, fills, inks } = useLooks();
  if (!x || !plot) return null;
  const bar = (counts: number[], y: number) => {
    let before = 0;
    return counts.map((count, at) => {
      const look = parts[at]?.look ?? 'none';
      const left = x(before) ?? 0;
      const width = (x(before + count) ?? 0) - left;
      before += count;
      if (count === 0) return null;
      return (
        <g key={parts[at]?.name}>
          <rect x={left} y={y} width={Math.max(0, width - 1.5)} height={BAR} fill={fills[look]} />
          {look === 'unknown' && width > 22 ? (
            <rect x={left + width / 2 - 10} y={y + 2} width={19} height={BAR - 4} fill="var(--paper)" />
          ) : null}
          {width > 12 ? (
            <text x={left + (width - 1.5) / 2} y={y + 13.5} textAnchor="middle" fontSize={12} fill={inks[look]}>
              {count}
            </text>
          ) : null}
        </g>
      );
    });
  };
  return (
    <g>
      {hatch.defs}
      {rows.map((row, at) => {
        const top = plot.y + at * ROW;
        const said = (counts: number[]) => counts.map((n, part) => `${parts[part]?.name} ${n}`).join(', ');
        const mark = (
          <g>
            <rect x={0} y={top} width={plot.x + plot.width} height={ROW - 6} fill="transparent" />
            <text x={0} y={top + 16} {...label} fontWeight={600}>
              {row.name}
            </text>
            <text x={plot.x - 8} y={top + 38} textAnchor="end" {...quietLabel}>
              {ends[0]}
            </text>
            {bar(row.from, top + 24)}
            <text x={plot.x - 8} y={top + 60} textAnchor="end" {...quietLabel}>
              {ends[1]}
            </text>
            {bar(row.to, top + 46)}
          </g>
        );
        const name = `${row.name}. ${ends[0]}: ${said(row.from)}. ${ends[1]}: ${said(row.to)}`;
        return <g key={row.id}>{renderLink ? renderLink(row.id, mark, name) : mark}</g>;
      })}
    </g>
  );
}

function Legend({ parts }: Pick<Props, 'parts'>) {
  const { hatch, fills } = useLooks();
  return (
    <ul style={{ display: 'flex', flexWrap: 'wrap', gap: '0.25rem 1rem', listStyle: 'none', margin: 0, padding: 0 }}>
      {parts.map(({ name, look }) => (
        <li key={name} style={{ display: 'flex', alignItems: 'center', gap: '0.4rem' }}>
          <svg width={14} height={14} aria-hidden>
            {hatch.defs}
            <rect width={14} height={14} fill={fills[look]} stroke="var(--rule-strong)" />
          </svg>
          <small>{name}</small>
        </li>
      ))}
    </ul>
  );
}
