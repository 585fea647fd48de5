import { useXAxisScale, useYAxisScale, XAxis, YAxis, usePlotArea } from 'recharts';
import { ChartFrame, label, quietLabel, spread } from './chart-frame.tsx';
import type { RenderLink } from './link.ts';

export interface SlopeItem {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
}

interface Props {
  items: SlopeItem[];
  /** What stands over the two ends, such as the days of the visits. */
  ends: [string, string];
  format: (value: number) => string;
  unknownWord: string;
  renderLink?: RenderLink | undefined;
}

const LABEL_GAP = 18;
const MARGIN = { top: 28, right: 150, bottom: 8, left: 84 };

/** Few things at two visits: steepness is the change. A missing end is written, never drawn as zero. */
export function SlopeChart({ items, ends, format, unknownWord, renderLink }: Props) {
  const values = items.flatMap((item) => [item.from, item.to]).filter((v) => v !== null);
  const domain: [number, number] = [Math.min(0, ...values), Math.max(1, ...values)];
  const height = Math.max(220, items.length * 34 + 60);
  return (
    <ChartFrame height={height} margin={MARGIN} data={ends.map((end) => ({ end }))}>
      <XAxis dataKey="end" type="category" scale="point" padding={{ left: 0, right: 0 }} hide />
      <YAxis type="number" domain={domain} hide />
      <SlopeMarks items={items} ends={ends} format={format} unknownWord={unknownWord} renderLink={renderLink} />
    </ChartFrame>
  );
}

function SlopeMarks({ items, ends, format, unknownWord, renderLink }: Props) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const left = x(ends[0]) ?? plot.x;
  const right = ends[0] === ends[1] ? plot.x + plot.width : (x(ends[1]) ?? plot.x + plot.width);
  const [low, high] = [plot.y, plot.y + plot.height];
  const place = (value: number | null, fallback: number | null) => y(value ?? fallback ?? 0) ?? high;
  const leftAt = spread(items.map((i) => place(i.from, i.to)), LABEL_GAP, low, high);
  const rightAt = spread(items.map((i) => place(i.to, i.from)), LABEL_GAP, low, high);
  return (
    <g>
      {[left, right].map((at, side) => (
        <g key={ends[side] + String(side)}>
          <line x1={at} x2={at} y1={low} y2={high} stroke="var(--rule)" />
          <text x={at} y={14} textAnchor={side === 0 ? 'end' : 'start'} {...quietLabel}>
            {ends[side]}
          </text>
        </g>
      ))}
      {items.map((item, at) => {
        const colour = `var(--series-${(at % 6) + 1})`;
        const name = `${item.name}: ${item.from === null ? unknownWord : format(item.from)} → ${item.to === null ? unknownWord : format(item.to)}`;
        const mark = (
          <g>
            {item.from !== null && item.to !== null ? (
              <line x1={left} x2={right} y1={y(item.from)} y2={y(item.to)} stroke={colour} strokeWidth={2.5} />
            ) : null}
            {item.from === null ? null : <circle cx={left} cy={y(item.from)} r={4.5} fill={colour} />}
            {item.to === null ? null : <circle cx={right} cy={y(item.to)} r={4.5} fill={colour} />}
            <text x={left - 10} y={(leftAt[at] ?? 0) + 4} textAnchor="end" {...quietLabel}>
              {item.from === null ? unknownWord : format(item.from)}
            </text>
            <text x={right + 10} y={(rightAt[at] ?? 0) + 4} {...label} fill={colour} fontWeight={600}>
              {item.to === null ? unknownWord : format(item.to)} <tspan fontWeight={400}>{item.name}</tspan>
            </text>
          </g>
        );
        return <g key={item.id}>{renderLink ? renderLink(item.id, mark, name) : mark}</g>;
      })}
    </g>
  );
}
