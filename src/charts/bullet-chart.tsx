import { usePlotArea, useXAxisScale } from 'recharts';
import { chartWords } from '#src/messages/chart-words.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { ChartFrame, domainOf, Drawing, XScale, YScale } from './chart-frame.tsx';
import { UnknownBox, UnknownSign, useHatch } from './hatch.tsx';
import { Legend } from './legend.tsx';
import type { Reach } from './link.ts';
import { Hit, Mark } from './mark.tsx';
import { textWidth, wrapped } from './text-fit.ts';
import { label, LINE, Lines, quietLabel } from './words.tsx';

export interface BulletItem {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
  /** Null where no target is known: then the bar is drawn against what it reached. */
  target: number | null;
  format: (value: number) => string;
}

interface Props extends Reach {
  items: BulletItem[];
  unknownWord: string;
  targetWord: string;
  /** What the broken tick and the bar are; "then" and "now" where not said. */
  ends?: [string, string] | undefined;
}

const BAR = 14;
const SIDE = 2;
/** Without a target the bar must not look complete: this much of its line stays empty. */
const OPEN_END = 1.25;

/** Progress against a target, a row a measure, each on a scale of its own: the bar is now, the broken tick was then. */
export function BulletChart({ ends, ...rest }: Props) {
  const t = useMessages(chartWords);
  const some = (has: (item: BulletItem) => boolean) => rest.items.some(has);
  return (
    <>
      <Legend
        entries={[
          {
            name: ends?.[1] ?? t.to,
            sign: <rect x={-8} y={-5} width={16} height={10} fill="var(--mark-now)" />,
          },
          { name: ends?.[0] ?? t.from, sign: <ThenTick x={0} y={0} /> },
          ...(some(({ target }) => target !== null)
            ? [{ name: rest.targetWord, sign: <TargetTick x={0} y={0} /> }]
            : []),
          ...(some(({ to }) => to === null) ? [{ name: rest.unknownWord, sign: <UnknownSign /> }] : []),
        ]}
      />
      <Drawing>{(width) => <BulletAt {...rest} width={width} />}</Drawing>
    </>
  );
}

function ThenTick({ x, y }: { x: number; y: number }) {
  return (
    <g>
      <line x1={x} x2={x} y1={y - 9} y2={y + 9} stroke="var(--paper)" strokeWidth={5} />
      <line
        x1={x}
        x2={x}
        y1={y - 9}
        y2={y + 9}
        stroke="var(--ink)"
        strokeWidth={2}
        strokeDasharray="3.6 3.6"
      />
    </g>
  );
}
function TargetTick({ x, y }: { x: number; y: number }) {
  return <line x1={x} x2={x} y1={y - 11} y2={y + 11} stroke="var(--ink)" strokeWidth={3} />;
}

function BulletAt({
  items,
  unknownWord,
  targetWord,
  width,
  ...reach
}: Omit<Props, 'ends'> & { width: number }) {
  const rows = rowsOf(items, { unknownWord, targetWord }, width);
  return (
    <ChartFrame
      width={width}
      height={rows.reduce((sum, { height }) => sum + height, 0)}
      margin={{ top: 0, right: SIDE, bottom: 0, left: SIDE }}
    >
      <XScale domain={[0, 1]} />
      <YScale domain={[0, 1]} />
      <BulletMarks rows={rows} width={width} {...reach} />
    </ChartFrame>
  );
}

interface BulletRow {
  item: BulletItem;
  change: string;
  target: string;
  /** Name and values stand on one line. */
  beside: boolean;
  names: string[];
  top: number;
  words: number;
  height: number;
}

/** Words beside each other where they fit, else under each other. */
function rowsOf(
  items: BulletItem[],
  { unknownWord, targetWord }: Pick<Props, 'unknownWord' | 'targetWord'>,
  width: number,
): BulletRow[] {
  let top = 0;
  return items.map((item) => {
    const said = (value: number | null) => (value === null ? unknownWord : item.format(value));
    const change = `${said(item.from)} → ${said(item.to)}`;
    const target = item.target === null ? '' : `${targetWord} ${item.format(item.target)}`;
    const values = textWidth(`${change} · ${target}`, label.fontSize + 1);
    const beside = textWidth(item.name, label.fontSize) + values + 16 <= width;
    const names = beside ? [item.name] : wrapped(item.name, label.fontSize, width - 2 * SIDE);
    const words = (beside ? 1 : names.length + 1) * LINE;
    const row = { item, change, target, beside, names, top, words, height: words + BAR + 30 };
    top += row.height;
    return row;
  });
}

function BulletMarks({ rows, width, ...reach }: Reach & { rows: BulletRow[]; width: number }) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (!x || !plot) return null;
  const right = plot.x + plot.width;
  return (
    <g>
      {hatch.defs}
      {rows.map(({ item, change, target, beside, names, top, words, height }) => {
        const [low, reached] = domainOf([item.from, item.to, item.target]);
        const high = item.target === null ? reached * OPEN_END : reached;
        const at = (value: number) => x((value - low) / (high - low)) ?? 0;
        const y = top + words + 16 + BAR / 2;
        const said = target === '' ? change : `${change} · ${target}`;
        const now =
          item.to === null ? null : { x: Math.min(at(0), at(item.to)), width: Math.abs(at(item.to) - at(0)) };
        return (
          <Mark key={item.id} id={item.id} label={`${item.name}: ${said}`} {...reach}>
            <Hit x={1} y={top + 1} width={width - 2} height={height - 4} />
            <Lines lines={names} whole={item.name} x={plot.x} y={top + 6 + (LINE * names.length) / 2} />
            <text
              x={beside ? right : plot.x}
              y={top + 6 + words - LINE / 2 + 4.5}
              textAnchor={beside ? 'end' : 'start'}
              {...label}
            >
              <tspan fontWeight={650}>{change}</tspan>
              {target === '' ? null : <tspan {...quietLabel}>{` · ${target}`}</tspan>}
            </text>
            <rect
              x={plot.x}
              y={item.target === null ? y + BAR / 2 - 1 : y - BAR / 2}
              width={plot.width}
              height={item.target === null ? 1 : BAR}
              fill="var(--track)"
            />
            {now ? (
              <rect {...now} y={y - BAR / 2} height={BAR} fill="var(--mark-now)" data-now />
            ) : (
              <UnknownBox
                x={plot.x + plot.width / 2}
                y={y}
                width={plot.width}
                height={BAR}
                fill={hatch.fill}
              />
            )}
            {low < 0 || item.target === null ? (
              <line x1={at(0)} x2={at(0)} y1={y - 11} y2={y + 11} stroke="var(--rule-strong)" />
            ) : null}
            {item.from === null ? null : <ThenTick x={at(item.from)} y={y} />}
            {item.target === null ? null : <TargetTick x={at(item.target)} y={y} />}
          </Mark>
        );
      })}
    </g>
  );
}
