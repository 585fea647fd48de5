interface Style {
  fontSize: number;
  fill: string;
}

/** Words in a drawing: two sizes, two inks, so that all drawings look of one kind. */
export const label: Style = { fontSize: 13, fill: 'var(--ink)' };
export const quietLabel: Style = { fontSize: 12, fill: 'var(--ink-2)' };
export const LINE = 17;

/** Keeps words readable where lines pass behind them. */
export const halo = {
  paintOrder: 'stroke',
  stroke: 'var(--paper)',
  strokeWidth: 4,
  strokeLinejoin: 'round',
} as const;

interface Props {
  lines: readonly string[];
  x: number;
  /** The middle of all lines. */
  y: number;
  anchor?: 'start' | 'end';
  style?: Style;
  /** Where something was left out: said in full when pointed at. */
  whole?: string;
}

/** A text in lines, around its middle. */
export function Lines({ lines, x, y, anchor = 'start', style = label, whole }: Props) {
  const first = y - ((lines.length - 1) * LINE) / 2 + style.fontSize * 0.35;
  return (
    <text x={x} y={first} textAnchor={anchor} {...style} {...halo}>
      {whole && whole !== lines.join(' ') ? <title>{whole}</title> : null}
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={first + at * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
