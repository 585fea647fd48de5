import { usePlotArea, useYAxisScale } from 'recharts';
import { useHatch } from './hatch.tsx';
import { Point } from './point.tsx';
import { label, quietLabel } from './words.tsx';

export type PanelForm = 'slope' | 'bars';

interface Props {
  form: PanelForm;
  from: number | null;
  to: number | null;
  said: [string, string];
  reference: number | undefined;
}

/** What one panel draws. An unknown end is a hatched column as tall as the panel: any value could be there. */
export function PanelMarks({ form, from, to, said, reference }: Props) {
  const y = useYAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!y || !plot) return null;
  const zero = y(0) ?? 0;
  const right = plot.x + plot.width;
  const column = form === 'bars' ? Math.min(44, plot.width / 3.2) : 14;
  const inset = form === 'bars' ? plot.width / 4 : 20;
  const places = [
    { end: 'from', x: plot.x + inset, value: from, said: said[0] },
    { end: 'to', x: right - inset, value: to, said: said[1] },
  ] as const;
  const [first, last] = places;
  const top = (value: number) => y(value) ?? 0;
  return (
    <g>
      {hatch.defs}
      <line x1={plot.x} x2={right} y1={zero} y2={zero} stroke="var(--rule-strong)" data-baseline />
      {reference === undefined ? null : (
        <line
          x1={plot.x}
          x2={right}
          y1={top(reference)}
          y2={top(reference)}
          stroke="var(--ink-2)"
          strokeDasharray="4 3"
        />
      )}
      {form === 'slope' && from !== null && to !== null ? (
        <line
          x1={first.x}
          x2={last.x}
          y1={top(from)}
          y2={top(to)}
          stroke="var(--mark-now)"
          strokeWidth={2.5}
        />
      ) : null}
      {places.map(({ end, x, value, said: words }) => {
        if (value === null) {
          return (
            <g key={end}>
              <rect
                x={x - column / 2}
                y={plot.y}
                width={column}
                height={plot.height}
                fill={hatch.fill}
                stroke="var(--ink-3)"
                strokeDasharray="3 2"
                data-unknown
              />
              {form === 'bars' ? (
                <text x={x} y={plot.y - 5} textAnchor="middle" {...quietLabel}>
                  {words}
                </text>
              ) : null}
            </g>
          );
        }
        const at = top(value);
        return (
          <g key={end}>
            {form === 'bars' ? (
              <rect
                x={x - column / 2}
                y={Math.min(at, zero)}
                width={column}
                height={Math.max(1, Math.abs(zero - at))}
                fill={end === 'from' ? 'var(--mark-soft)' : 'var(--mark-now)'}
                stroke={end === 'from' ? 'var(--mark-mid)' : 'none'}
              />
            ) : (
              <Point
                x={x}
                y={at}
                r={end === 'from' ? 4.5 : 5}
                colour={end === 'from' ? 'var(--mark-then)' : 'var(--mark-now)'}
                fill={end === 'from' ? 'hollow' : 'full'}
              />
            )}
            {form === 'bars' ? (
              <text
                x={x}
                y={Math.min(at, zero) - 5}
                textAnchor="middle"
                {...(end === 'from' ? quietLabel : label)}
                fontSize={12}
              >
                {words}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}
