import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { UnknownBox, useHatch } from './hatch.tsx';
import type { Reach } from './link.ts';
import { Hit, Mark } from './mark.tsx';
import { Point, type PointFill, type PointShape } from './point.tsx';
import { textWidth } from './text-fit.ts';
import { halo, label, quietLabel } from './words.tsx';

interface Props extends Reach {
  points: {
    id: string;
    on: string;
    at: number;
    value: number | null;
    kind?: { name: string; shape: PointShape; fill?: PointFill | undefined } | undefined;
  }[];
  format: (value: number) => string;
  target: { value: number; name: string } | undefined;
  unknownWord: string;
  /** Height of the lane of unknowns under the scale. */
  lane: number;
}

/** The last and the first are always written; of the others those that have room. */
function withRoom(labels: readonly { x: number; width: number }[]): Set<number> {
  const order = [labels.length - 1, 0, ...labels.keys()];
  const kept = new Set<number>();
  for (const index of order) {
    const own = labels[index];
    if (!own || kept.has(index)) continue;
    const free = [...kept].every((other) => {
      const there = labels[other];
      return !there || Math.abs(there.x - own.x) >= (there.width + own.width) / 2 + 8;
    });
    if (free) kept.add(index);
  }
  return kept;
}

/** Points on a step line; where a value is not known the line ends until the next one. */
export function TimeMarks({ points, format, target, unknownWord, lane, ...reach }: Props) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!x || !y || !plot) return null;
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const placed = points.map((point) => ({
    ...point,
    x: x(point.at) ?? 0,
    y: point.value === null ? bottom + lane / 2 : (y(point.value) ?? 0),
    said: point.value === null ? unknownWord : format(point.value),
  }));
  const days = withRoom(
    placed.map((point) => ({ x: point.x, width: textWidth(point.on, quietLabel.fontSize) })),
  );
  const known = placed.filter(({ value }) => value !== null);
  const said = withRoom(known.map((point) => ({ x: point.x, width: textWidth(point.said, label.fontSize) })));
  const written = new Set(known.filter((_, at) => said.has(at)).map(({ id }) => id));
  const steps = placed
    .map((point, at) => {
      const before = placed[at - 1];
      if (!before || before.value === null) return point.value === null ? '' : `M${point.x} ${point.y}`;
      return point.value === null ? `H${point.x}` : `H${point.x}V${point.y}`;
    })
    .join('');
  const zero = y(0) ?? bottom;
  const targetAt = target && (y(target.value) ?? 0);
  return (
    <g>
      {hatch.defs}
      <line x1={plot.x} x2={right} y1={zero} y2={zero} stroke="var(--rule-strong)" data-baseline />
      <text x={plot.x - 8} y={zero + 4} textAnchor="end" {...quietLabel}>
        {format(0)}
      </text>
      {target && targetAt !== undefined ? (
        <g>
          <line
            x1={plot.x}
            x2={right}
            y1={targetAt}
            y2={targetAt}
            stroke="var(--ink-2)"
            strokeDasharray="5 3"
          />
          <text x={plot.x} y={targetAt - 6} {...quietLabel} {...halo}>
            {target.name}
          </text>
        </g>
      ) : null}
      <path d={steps} fill="none" stroke="var(--mark-now)" strokeWidth={2.5} strokeLinejoin="round" />
      {placed.map((point, at) => {
        const reachBy = Math.max(
          12,
          Math.min(
            22,
            ...[at - 1, at + 1].map((next) => Math.abs((placed[next]?.x ?? Infinity) - point.x) / 2),
          ),
        );
        const kind = point.kind ? ` · ${point.kind.name}` : '';
        return (
          <Mark
            key={point.id}
            id={point.id}
            label={`${point.on}: ${point.said}${point.value === null ? '' : kind}`}
            {...reach}
          >
            <Hit x={point.x - reachBy} y={point.y - 22} width={2 * reachBy} height={44} />
            {point.value === null ? (
              <UnknownBox x={point.x} y={point.y} fill={hatch.fill} />
            ) : (
              <Point
                x={point.x}
                y={point.y}
                r={5.5}
                colour="var(--mark-now)"
                shape={point.kind?.shape}
                fill={point.kind?.fill}
              />
            )}
            {written.has(point.id) ? (
              <text x={point.x} y={point.y - 12} textAnchor="middle" {...label} {...halo} fontWeight={650}>
                {point.said}
              </text>
            ) : null}
            <line
              x1={point.x}
              x2={point.x}
              y1={bottom + lane}
              y2={bottom + lane + 5}
              stroke="var(--rule-strong)"
            />
            {days.has(at) ? (
              <text x={point.x} y={bottom + lane + 19} textAnchor="middle" {...quietLabel}>
                {point.on}
              </text>
            ) : null}
          </Mark>
        );
      })}
    </g>
  );
}
