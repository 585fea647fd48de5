import { useXAxisScale, usePlotArea, XAxis, YAxis } from 'recharts';
import { ChartFrame, label, quietLabel, useHatch } from './chart-frame.tsx';
import type { RenderLink } from './link.ts';

export interface DumbbellItem {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
}

interface Props {
  /** Drawn from top to bottom as given. */
  items: DumbbellItem[];
  format: (value: number) => string;
  unknownWord: string;
  /** A line to see all by, such as the poverty line. */
  reference?: { value: number; name: string } | undefined;
  renderLink?: RenderLink | undefined;
}

const ROW = 32;
const MARGIN = { top: 24, right: 88, bottom: 4, left: 112 };

/** Many things then → now, a row each: the hollow dot is then, the full one now. */
export function DumbbellChart(props: Props) {
  const values = props.items.flatMap((item) => [item.from, item.to]).filter((v) => v !== null);
  const domain: [number, number] = [
    Math.min(0, ...values),
    Math.max(1, ...values, props.reference?.value ?? 0),
  ];
  const height = props.items.length * ROW + MARGIN.top + 32;
  return (
    <ChartFrame height={height} margin={MARGIN} layout="vertical" data={props.items}>
      <XAxis
        type="number"
        domain={domain}
        tickCount={4}
        tickFormatter={props.format}
        tick={quietLabel}
        stroke="var(--rule-strong)"
      />
      <YAxis type="category" dataKey="id" hide />
      <DumbbellMarks {...props} />
    </ChartFrame>
  );
}

function DumbbellMarks({ items, format, unknownWord, reference, renderLink }: Props) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!x || !plot) return null;
  const right = plot.x + plot.width;
  const lineAt = reference && x(reference.value);
  return (
    <g>
      {hatch.defs}
      <line x1={x(0)} x2={x(0)} y1={plot.y} y2={plot.y + plot.height} stroke="var(--rule-strong)" />
      {reference && lineAt !== undefined ? (
        <g>
          <line x1={lineAt} x2={lineAt} y1={plot.y - 6} y2={plot.y + plot.height} stroke="var(--ink-2)" strokeDasharray="4 3" />
          <text x={lineAt} y={12} textAnchor="middle" {...quietLabel}>
            {reference.name}
          </text>
        </g>
      ) : null}
      {items.map((item, at) => {
        const y = plot.y + (at + 0.5) * (plot.height / items.length);
        const from = item.from === null ? null : (x(item.from) ?? 0);
        const to = item.to === null ? null : (x(item.to) ?? 0);
        const said = (value: number | null) => (value === null ? unknownWord : format(value));
        const mark = (
          <g>
            <rect x={0} y={y - ROW / 2} width={right + MARGIN.right} height={ROW} fill="transparent" />
            <text x={MARGIN.left - 12} y={y + 4} textAnchor="end" {...label}>
              {item.name}
            </text>
            <line x1={plot.x} x2={right} y1={y} y2={y} stroke="var(--rule)" />
            {from !== null && to !== null ? (
              <line x1={from} x2={to} y1={y} y2={y} stroke="var(--mark-now)" strokeWidth={3} />
            ) : null}
            {from === null ? null : (
              <circle cx={from} cy={y} r={5} fill="var(--paper)" stroke="var(--mark-then)" strokeWidth={2} />
            )}
            {to === null ? (
              <g>
                <rect x={right + 8} y={y - 7} width={14} height={14} fill={hatch.fill} stroke="var(--ink-3)" />
                <text x={right + 28} y={y + 4} {...quietLabel}>
                  {unknownWord}
                </text>
              </g>
            ) : (
              <g>
                <circle cx={to} cy={y} r={6} fill="var(--mark-now)" />
                <text x={right + 8} y={y + 4} {...label}>
                  {format(item.to ?? 0)}
                </text>
              </g>
            )}
          </g>
        );
        const name = `${item.name}: ${said(item.from)} → ${said(item.to)}`;
        return <g key={item.id}>{renderLink ? renderLink(item.id, mark, name) : mark}</g>;
      })}
    </g>
  );
}
