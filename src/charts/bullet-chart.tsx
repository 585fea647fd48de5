import { useXAxisScale, usePlotArea, XAxis, YAxis } from 'recharts';
import { ChartFrame, label, quietLabel, useHatch } from './chart-frame.tsx';
import type { RenderLink } from './link.ts';

export interface BulletItem {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
  /** Null where no target is known: then the bar is drawn against what it reached. */
  target: number | null;
  format: (value: number) => string;
}

interface Props {
  items: BulletItem[];
  unknownWord: string;
  targetWord: string;
  renderLink?: RenderLink | undefined;
}

const ROW = 56;
const MARGIN = { top: 4, right: 16, bottom: 4, left: 4 };

/** Progress against a target, a row a measure, each on a scale of its own: the bar is now, the tick was then. */
export function BulletChart(props: Props) {
  const height = props.items.length * ROW + MARGIN.top + MARGIN.bottom;
  return (
    <ChartFrame height={height} margin={MARGIN} layout="vertical" data={props.items}>
      <XAxis type="number" domain={[0, 1]} hide />
      <YAxis type="category" dataKey="id" hide />
      <BulletMarks {...props} />
    </ChartFrame>
  );
}

function BulletMarks({ items, unknownWord, targetWord, renderLink }: Props) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!x || !plot) return null;
  return (
    <g>
      {hatch.defs}
      {items.map((item, at) => {
        const top = plot.y + at * ROW;
        const full = Math.max(item.target ?? 0, item.to ?? 0, item.from ?? 0, 1e-9);
        const width = (value: number) => (x(value / full) ?? 0) - plot.x;
        const said = (value: number | null) => (value === null ? unknownWord : item.format(value));
        const target = item.target === null ? '' : ` · ${targetWord} ${item.format(item.target)}`;
        const name = `${item.name}: ${said(item.from)} → ${said(item.to)}${target}`;
        const mark = (
          <g>
            <rect x={0} y={top} width={plot.x + plot.width} height={ROW - 4} fill="transparent" />
            <text x={plot.x} y={top + 16} {...label}>
              {item.name}
              <tspan fontWeight={600}>{`  ${said(item.from)} → ${said(item.to)}`}</tspan>
              <tspan {...quietLabel}>{target}</tspan>
            </text>
            <rect
              x={plot.x}
              y={top + 26}
              width={plot.width}
              height={14}
              fill={item.to === null ? hatch.fill : 'var(--state-none)'}
            />
            {item.to === null ? null : (
              <rect x={plot.x} y={top + 26} width={Math.max(0, width(item.to))} height={14} fill="var(--mark-now)" />
            )}
            {item.from === null ? null : (
              <line
                x1={plot.x + width(item.from)}
                x2={plot.x + width(item.from)}
                y1={top + 22}
                y2={top + 44}
                stroke="var(--ink)"
                strokeWidth={2}
                strokeDasharray="3 2"
              />
            )}
            {item.target === null ? null : (
              <line
                x1={plot.x + width(item.target)}
                x2={plot.x + width(item.target)}
                y1={top + 21}
                y2={top + 45}
                stroke="var(--ink)"
                strokeWidth={3}
              />
            )}
          </g>
        );
        return <g key={item.id}>{renderLink ? renderLink(item.id, mark, name) : mark}</g>;
      })}
    </g>
  );
}
