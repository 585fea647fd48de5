import { ChartFrame, domainOf, Drawing, NARROW, XScale, YScale } from './chart-frame.tsx';
import { UnknownSign } from './hatch.tsx';
import { Legend } from './legend.tsx';
import type { Reach } from './link.ts';
import { Point, type PointFill, type PointShape } from './point.tsx';
import { textWidth } from './text-fit.ts';
import { TimeMarks } from './time-marks.tsx';
import { label, quietLabel } from './words.tsx';

export interface TimePoint {
  id: string;
  /** ISO day. */
  on: string;
  /** Null where it was looked for and is not known from that day on. */
  value: number | null;
  /** What kind of point it is, such as how well it is known; each kind has one look. */
  kind?: { name: string; shape: PointShape; fill?: PointFill | undefined } | undefined;
}

interface Props extends Reach {
  points: TimePoint[];
  format: (value: number) => string;
  target?: { value: number; name: string } | undefined;
  /** Needed where a point may be unknown. */
  unknownWord?: string | undefined;
}

const LANE = 30;
const DAY = 86_400_000;
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** One measure over time, in steps: a value holds until the next reading, nothing is guessed in between. */
export function TimeLine(props: Props) {
  const kinds = new Map(
    props.points.flatMap(({ kind, value }) => (kind && value !== null ? [[kind.name, kind]] : [])),
  );
  const unknown = props.points.some(({ value }) => value === null);
  const entries = [
    ...[...kinds.values()].map(({ name, shape, fill }) => ({
      name,
      sign: <Point x={0} y={0} r={5.5} colour="var(--mark-now)" shape={shape} fill={fill} />,
    })),
    ...(unknown && props.unknownWord ? [{ name: props.unknownWord, sign: <UnknownSign /> }] : []),
  ];
  return (
    <>
      {entries.length > 0 ? <Legend entries={entries} /> : null}
      <Drawing>{(width) => <TimeAt {...props} width={width} />}</Drawing>
    </>
  );
}

function TimeAt({ points, format, target, unknownWord = '', width, ...reach }: Props & { width: number }) {
  const times = points.map(({ on }) => instant(on));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(last - first, 30 * DAY);
  const around = last === first ? span / 2 : 0;
  const lane = points.some(({ value }) => value === null) ? LANE : 0;
  const half =
    Math.max(
      textWidth('2018-07-02', quietLabel.fontSize),
      ...points.map(({ value }) => (value === null ? 0 : textWidth(format(value), label.fontSize + 1))),
    ) / 2;
  const margin = {
    top: 28,
    right: half + 4,
    bottom: 28 + lane,
    left: Math.max(half + 4, textWidth(format(0), quietLabel.fontSize) + 12),
  };
  const plot = width < NARROW ? 150 : 170;
  return (
    <ChartFrame width={width} height={margin.top + plot + margin.bottom} margin={margin}>
      <XScale domain={[first - around, last + around]} />
      <YScale domain={domainOf([...points.map(({ value }) => value), target?.value])} />
      <TimeMarks
        points={points.map((point) => ({ ...point, at: instant(point.on) })).toSorted((a, b) => a.at - b.at)}
        format={format}
        target={target}
        unknownWord={unknownWord}
        lane={lane}
        {...reach}
      />
    </ChartFrame>
  );
}
