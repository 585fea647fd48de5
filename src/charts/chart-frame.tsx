import { use, useCallback, useState, type ReactNode } from 'react';
import { ComposedChart, XAxis, YAxis } from 'recharts';
import classes from './chart-frame.module.css';
import { FigureTitle } from './figure-title.ts';

/** Where nothing is laid out (a test, a hidden part), a drawing is as wide as this. */
const WIDTH_UNMEASURED = 640;

/** Below this a drawing is on a phone: labels go over the marks, rows are as tall as a thumb. */
export const NARROW = 520;

/** Gives the drawing the width that it has, before it is painted and whenever it changes. */
export function Drawing({ children }: { children: (width: number) => ReactNode }) {
  const [width, setWidth] = useState(WIDTH_UNMEASURED);
  const box = useCallback((element: HTMLDivElement) => {
    const measure = () => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className={classes.box}>
      {children(width)}
    </div>
  );
}

export interface Margin {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

interface Props {
  width: number;
  height: number;
  margin: Margin;
  /** The axes, and marks that take their places from the scales. */
  children: ReactNode;
  /** Where the words beside it say the same. */
  hidden?: boolean;
}

/** What all drawings share: a surface that the figure's finding names, that never moves and has no tooltip. */
export function ChartFrame({ width, height, margin, children, hidden = false }: Props) {
  const titleId = use(FigureTitle);
  const named = hidden ? { 'aria-hidden': true } : { role: 'group', 'aria-labelledby': titleId };
  return (
    <ComposedChart
      width={width}
      height={height}
      margin={margin}
      data={NO_DATA}
      accessibilityLayer={false}
      {...named}
    >
      {children}
    </ComposedChart>
  );
}
const NO_DATA: object[] = [];

/**
 * The scale from left to right. Recharts counts rows on an axis without a key, and would
 * ignore the domain: the key makes it a scale of numbers.
 */
export function XScale({ domain }: { domain: [number, number] }) {
  return <XAxis type="number" dataKey="x" domain={domain} allowDataOverflow hide />;
}

/** The scale from bottom to top. */
export function YScale({ domain }: { domain: [number, number] }) {
  return <YAxis type="number" domain={domain} allowDataOverflow hide />;
}

/** From nothing to one where there is no value: a scale needs some length. */
export function domainOf(values: readonly (number | null | undefined)[]): [number, number] {
  const known = values.filter((value) => value !== null && value !== undefined);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  return low === high ? [0, 1] : [low, high];
}
