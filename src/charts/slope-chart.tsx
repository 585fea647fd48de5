import { ChartFrame, domainOf, Drawing, NARROW, XScale, YScale } from './chart-frame.tsx';
import type { Reach } from './link.ts';
import { SlopeMarks } from './slope-marks.tsx';
import { textWidth, wrapped } from './text-fit.ts';
import { label, LINE, quietLabel } from './words.tsx';

export interface SlopeItem {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
}

interface Props extends Reach {
  items: SlopeItem[];
  /** What stands over the two ends, such as the days of the visits. */
  ends: [string, string];
  format: (value: number) => string;
  unknownWord: string;
}

const TOP = 30;
const WIDEST_LABEL = 240;
const BOTTOM = 20;
const GAP = 14;
/** The lane of unknowns stands clear of the scale: nothing in it can be taken for a value. */
const LANE_GAP = 22;
const LANE_ROW = 24;

/**
 * Few things at two visits: steepness is the change. An end that nobody knows is hatched
 * in a lane below the scale, never drawn as zero.
 */
export function SlopeChart(props: Props) {
  return <Drawing>{(width) => <SlopeAt {...props} width={width} />}</Drawing>;
}

function SlopeAt({ items, ends, format, unknownWord, width, ...reach }: Props & { width: number }) {
  const said = (value: number | null) => (value === null ? unknownWord : format(value));
  const room = Math.min(
    width * 0.44,
    WIDEST_LABEL,
    Math.max(0, ...items.map((item) => textWidth(`${said(item.to)}  ${item.name}`, label.fontSize + 1))),
  );
  const touch = width < NARROW && (reach.renderLink ?? reach.onSelect) !== undefined;
  const placed = items.map((item) => {
    const fits = textWidth(`${said(item.to)}  ${item.name}`, label.fontSize + 1) <= room;
    const names = fits ? [item.name] : wrapped(item.name, label.fontSize, room, 3);
    const lines = fits ? 1 : names.length + 1;
    return {
      ...item,
      said: [said(item.from), said(item.to)] as const,
      fits,
      names,
      height: Math.max(lines * LINE + 4, touch ? 44 : 0),
    };
  });
  const sum = (heights: number[]) => heights.reduce((a, b) => a + b, 0);
  const laneOf = (end: 'from' | 'to') =>
    sum(
      placed
        .filter((item) => item[end] === null)
        .map((item) => (end === 'to' ? Math.max(item.height, LANE_ROW) : LANE_ROW)),
    );
  const lane = Math.max(laneOf('from'), laneOf('to'));
  const known = sum(placed.filter((item) => item.to !== null).map(({ height }) => height));
  const anyKnown = items.some((item) => item.from !== null || item.to !== null);
  const plot = anyKnown ? Math.max(width < NARROW ? 180 : 220, known + 16) : 0;
  const half = (end: string) => textWidth(end, quietLabel.fontSize) / 2;
  const left = Math.max(
    half(ends[0]),
    GAP + Math.max(0, ...placed.map((item) => textWidth(item.said[0], quietLabel.fontSize))),
  );
  const margin = {
    top: TOP,
    left: left + 4,
    right: Math.max(half(ends[1]), room + GAP + 4),
    bottom: lane > 0 ? LANE_GAP + lane + 4 : BOTTOM,
  };
  return (
    <ChartFrame width={width} height={margin.top + plot + margin.bottom} margin={margin}>
      <XScale domain={[0, 1]} />
      <YScale domain={domainOf(items.flatMap((item) => [item.from, item.to]))} />
      <SlopeMarks
        items={placed}
        ends={ends}
        zero={format(0)}
        laneFrom={margin.top + plot + LANE_GAP}
        lane={lane}
        room={room}
        {...reach}
      />
    </ChartFrame>
  );
}
