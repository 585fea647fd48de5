import { useId, type ReactNode } from 'react';

/** The hatching that means unknown, with an id of its own on the page. */
export function useHatch(): { fill: string; defs: ReactNode } {
  const id = `hatch${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  return {
    fill: `url(#${id})`,
    defs: (
      <defs>
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--paper)" />
          <line x1="0" y1="0" x2="0" y2="5" stroke="var(--ink-3)" strokeWidth="2.4" />
        </pattern>
      </defs>
    ),
  };
}

interface Props {
  /** The middle of it. */
  x: number;
  y: number;
  fill: string;
  width?: number;
  height?: number;
  /** Of its outline: whose value is missing. */
  colour?: string;
}

/** A box of hatching: here is something that nobody knows. */
export function UnknownBox({ x, y, fill, width = 14, height = 14, colour = 'var(--ink-3)' }: Props) {
  return (
    <rect
      x={x - width / 2}
      y={y - height / 2}
      width={width}
      height={height}
      fill={fill}
      stroke={colour}
      strokeWidth={1.25}
      data-unknown
    />
  );
}

/** The sign of what is unknown, for a legend. */
export function UnknownSign() {
  const hatch = useHatch();
  return (
    <>
      {hatch.defs}
      <UnknownBox x={0} y={0} fill={hatch.fill} />
    </>
  );
}
