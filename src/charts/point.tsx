/** Shapes that stay apart without colour. */
export const pointShapes = ['circle', 'square', 'diamond', 'triangle', 'down', 'plus'] as const;
export type PointShape = (typeof pointShapes)[number];

/** How a point is filled: `framed` is one shape within the other, `dotted` a broken outline. */
export type PointFill = 'full' | 'hollow' | 'framed' | 'dotted';

function outline(shape: PointShape, r: number): string {
  const third = r / 2.6;
  switch (shape) {
    case 'circle':
      return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    case 'square':
      return `M${-r * 0.9} ${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}z`;
    case 'diamond':
      return `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0z`;
    case 'triangle':
      return `M0 ${-r * 1.2}L${r * 1.15} ${r * 0.85}L${-r * 1.15} ${r * 0.85}z`;
    case 'down':
      return `M0 ${r * 1.2}L${r * 1.15} ${-r * 0.85}L${-r * 1.15} ${-r * 0.85}z`;
    case 'plus':
      return `M${-third} ${-r * 1.1}h${2 * third}V${-third}H${r * 1.1}v${2 * third}H${third}V${r * 1.1}h${-2 * third}V${third}H${-r * 1.1}v${-2 * third}H${-third}z`;
  }
}

interface Props {
  x: number;
  y: number;
  /** Half its size. */
  r: number;
  colour: string;
  shape?: PointShape | undefined;
  fill?: PointFill | undefined;
}

/** A point of a drawing. */
export function Point({ x, y, r, colour, shape = 'circle', fill = 'full' }: Props) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        d={outline(shape, r)}
        fill={fill === 'full' ? colour : 'var(--paper)'}
        stroke={colour}
        strokeWidth={fill === 'full' ? 1 : 2}
        strokeDasharray={fill === 'dotted' ? '2.5 2' : undefined}
        strokeLinejoin="round"
      />
      {fill === 'framed' ? <path d={outline(shape, r * 0.45)} fill={colour} /> : null}
    </g>
  );
}
