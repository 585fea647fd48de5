import { useId, type ReactNode } from 'react';
import { ComposedChart, ResponsiveContainer } from 'recharts';

interface Props {
  height: number;
  /** Rows for the axis to know; marks are drawn by the children from the scales. */
  data: object[];
  layout?: 'horizontal' | 'vertical';
  margin: { top: number; right: number; bottom: number; left: number };
  children: ReactNode;
}

/** What all drawn charts share: they fill the width, never move, and have no second reading by keyboard. */
export function ChartFrame({ height, data, layout = 'horizontal', margin, children }: Props) {
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
      <ComposedChart data={data} layout={layout} margin={margin} accessibilityLayer={false} tabIndex={-1}>
        {children}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** The hatching that means unknown, with an id of its own on the page. */
export function useHatch(): { id: string; fill: string; defs: ReactNode } {
  const id = `hatch${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  return {
    id,
    fill: `url(#${id})`,
    defs: (
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--state-none)" />
          <line x1="0" y1="0" x2="0" y2="6" stroke="var(--ink-3)" strokeWidth="1.6" />
        </pattern>
      </defs>
    ),
  };
}

/** Words in a drawing: one size, one colour, so that exports look the same. */
export const label = { fontSize: 13, fill: 'var(--ink)' } as const;
export const quietLabel = { fontSize: 12, fill: 'var(--ink-2)' } as const;

/** The least distance between label centres, keeping order; as near to where they belong as that allows. */
export function spread(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, at) => at).toSorted((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let previous = low - gap;
  for (const at of order) {
    previous = Math.max(placed[at] ?? 0, previous + gap);
    placed[at] = previous;
  }
  let next = high + gap;
  for (const at of order.toReversed()) {
    next = Math.min(placed[at] ?? 0, next - gap);
    placed[at] = next;
  }
  return placed;
}
