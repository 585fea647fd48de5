import { spread } from './spread.ts';
import { textWidth } from './text-fit.ts';
import { label } from './words.tsx';

/** How a part looks: full tone, dark tone, middle tone, hatched for unknown, outlined for what does not apply. */
export type PartLook = 'first' | 'second' | 'third' | 'unknown' | 'none';

const fills: Record<Exclude<PartLook, 'unknown'>, string> = {
  first: 'var(--mark-soft)',
  second: 'var(--mark-strong)',
  third: 'var(--mark-mid)',
  none: 'var(--paper)',
};
const inks: Record<PartLook, string> = {
  first: 'var(--ink)',
  second: 'var(--paper)',
  third: 'var(--ink)',
  unknown: 'var(--ink)',
  none: 'var(--ink-2)',
};
const COUNT_SIZE = 12;

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece of a bar, or its sign in the legend. */
export function PartSwatch({ look, hatch, ...area }: Area & { look: PartLook; hatch: string }) {
  const outlined = look !== 'second' && look !== 'third';
  const inset = outlined ? 0.5 : 0;
  return (
    <rect
      x={area.x + inset}
      y={area.y + inset}
      width={Math.max(0.5, area.width - 2 * inset)}
      height={area.height - 2 * inset}
      fill={look === 'unknown' ? hatch : fills[look]}
      stroke={look === 'first' ? 'var(--mark-mid)' : outlined ? 'var(--ink-3)' : 'none'}
      data-look={look}
    />
  );
}

export interface BarPart {
  part: number;
  count: number;
  /** Shares of the plot's width. */
  start: number;
  end: number;
  /** The count has room within its part. */
  inside: boolean;
}

/** Where the parts of a bar lie. Nothing is drawn for a count of zero. */
export function partsOf(counts: number[], bars: { most: number; shares: boolean }, room: number): BarPart[] {
  const all = bars.shares
    ? Math.max(
        1,
        counts.reduce((a, b) => a + b, 0),
      )
    : bars.most;
  let before = 0;
  return counts.flatMap((count, part) => {
    const start = before / all;
    before += count;
    const end = before / all;
    const inside = (end - start) * room >= textWidth(String(count), COUNT_SIZE) + 6;
    return count === 0 ? [] : [{ part, count, start, end, inside }];
  });
}

interface Props {
  bar: BarPart[];
  parts: { name: string; look: PartLook }[];
  /** From a share to a place. */
  x: (share: number) => number;
  y: number;
  height: number;
  hatch: string;
}

/** One bar of parts; a count that is wider than its part stands under it. */
export function PartBar({ bar, parts, x, y, height, hatch }: Props) {
  const outside = bar.filter(({ inside }) => !inside);
  const middle = ({ start, end }: BarPart) => (x(start) + x(end)) / 2;
  const under = spread(
    outside.map((part) => ({ at: middle(part), height: textWidth(String(part.count), COUNT_SIZE) + 6 })),
    x(0),
    x(1),
  );
  return (
    <g>
      {bar.map((part) => {
        const look = parts[part.part]?.look ?? 'none';
        const left = x(part.start);
        const width = Math.max(1.5, x(part.end) - left - 1.5);
        const side = outside.indexOf(part);
        const at = side < 0 ? left + width / 2 : (under[side] ?? left);
        const pill = textWidth(String(part.count), COUNT_SIZE) + 4;
        return (
          <g key={parts[part.part]?.name ?? part.part}>
            <PartSwatch x={left} y={y} width={width} height={height} look={look} hatch={hatch} />
            {side < 0 && look === 'unknown' ? (
              <rect x={at - pill / 2} y={y + 3} width={pill} height={height - 6} rx={2} fill="var(--paper)" />
            ) : null}
            {side < 0 ? null : (
              <line
                x1={left + width / 2}
                x2={at}
                y1={y + height + 1}
                y2={y + height + 5}
                stroke="var(--rule-strong)"
              />
            )}
            <text
              x={at}
              y={side < 0 ? y + height / 2 + 4.3 : y + height + 16}
              textAnchor="middle"
              {...label}
              fontSize={COUNT_SIZE}
              fill={side < 0 ? inks[look] : 'var(--ink)'}
            >
              {part.count}
            </text>
          </g>
        );
      })}
    </g>
  );
}
