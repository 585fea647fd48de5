import { usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { ChartFrame, label, quietLabel } from './chart-frame.tsx';
import type { RenderLink } from './link.ts';

export interface TimePoint {
  id: string;
  /** ISO day. */
  on: string;
  value: number;
}

interface Props {
  points: TimePoint[];
  format: (value: number) => string;
  target?: { value: number; name: string } | undefined;
  renderLink?: RenderLink | undefined;
}

const MARGIN = { top: 24, right: 56, bottom: 4, left: 8 };
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** One measure over time. Straight from reading to reading: nothing is known in between. */
export function TimeLine(props: Props) {
  const { points, target } = props;
  const times = points.map((p) => instant(p.on));
  const values = points.map((p) => p.value);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(last - first, 86_400_000 * 30);
  return (
    <ChartFrame height={200} margin={MARGIN} data={points.map((p) => ({ at: instant(p.on), value: p.value }))}>
      <XAxis
        dataKey="at"
        type="number"
        domain={[first - span * 0.08, last + span * 0.08]}
        ticks={times}
        tickFormatter={(at: number) => new Date(at).toISOString().slice(0, 10)}
        tick={quietLabel}
        stroke="var(--rule-strong)"
        interval="preserveStartEnd"
      />
      <YAxis type="number" domain={[Math.min(0, ...values), Math.max(1, ...values, target?.value ?? 0)]} hide />
      <TimeMarks {...props} />
    </ChartFrame>
  );
}

function TimeMarks({ points, format, target, renderLink }: Props) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const placed = points.map((p) => ({ ...p, x: x(instant(p.on)) ?? 0, y: y(p.value) ?? 0 }));
  const targetAt = target && y(target.value);
  return (
    <g>
      {target && targetAt !== undefined ? (
        <g>
          <line x1={plot.x} x2={plot.x + plot.width} y1={targetAt} y2={targetAt} stroke="var(--ink)" strokeDasharray="5 4" />
          <text x={plot.x} y={targetAt - 5} {...quietLabel}>
            {target.name}
          </text>
        </g>
      ) : null}
      <polyline points={placed.map((p) => `${p.x},${p.y}`).join(' ')} fill="none" stroke="var(--mark-now)" strokeWidth={2.5} />
      {placed.map((p) => {
        const mark = (
          <g>
            <circle cx={p.x} cy={p.y} r={16} fill="transparent" />
            <circle cx={p.x} cy={p.y} r={5.5} fill="var(--mark-now)" />
            <text x={p.x} y={p.y - 11} textAnchor="middle" {...label} fontWeight={600} paintOrder="stroke" stroke="var(--paper)" strokeWidth={4}>
              {format(p.value)}
            </text>
          </g>
        );
        return <g key={p.id}>{renderLink ? renderLink(p.id, mark, `${p.on}: ${format(p.value)}`) : mark}</g>;
      })}
    </g>
  );
}
