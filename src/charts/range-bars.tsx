import type { CSSProperties, ReactNode } from 'react';
import './chart-tokens.css';
import { UnknownSign } from './hatch.tsx';
import { Legend } from './legend.tsx';
import classes from './range-bars.module.css';

/** A share of 1 at one end: what is sure, and up to where the unknown could take it. */
export interface RangeEnd {
  low: number;
  high: number;
  /** The figure over what is known, where there is one. */
  value: number | null;
  /** The same in words, beside the bar. */
  text: string;
}

export interface RangeRow {
  id: string;
  name: string;
  /** Null: there is nothing to show; left out where there is no earlier end at all. */
  from?: RangeEnd | null;
  to: RangeEnd | null;
  /** Its own day, where rows are of several. */
  on?: string | undefined;
}

interface Props {
  rows: RangeRow[];
  ends: [string, string];
  words: { sure: string; open: string; value: string; nothing: string };
  /** Wraps a row's name in the feature's link. */
  renderName?: (id: string, name: string) => ReactNode;
  /** Makes what is said beside a bar a way to how it came to be. */
  renderText?: (id: string, text: string) => ReactNode;
}

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`;
const from = (left: number, right: number): CSSProperties => ({
  insetInlineStart: percent(left),
  width: percent(right - left),
});

/** Shares then and now from 0 to all: full for what is sure, hatched up to where the unknown could take it. */
export function RangeBars({ rows, ends, words, renderName, renderText }: Props) {
  const shown = rows.flatMap((row) => [row.from, row.to]).filter((end) => end !== null && end !== undefined);
  return (
    <>
      <Legend
        entries={[
          { name: words.sure, sign: <rect x={-7} y={-7} width={14} height={14} fill="var(--mark-now)" /> },
          ...(shown.some((end) => end.high > end.low) ? [{ name: words.open, sign: <UnknownSign /> }] : []),
          ...(shown.some((end) => end.value !== null && end.high > end.low)
            ? [{ name: words.value, sign: <rect x={-1.5} y={-8} width={3} height={16} fill="var(--ink)" /> }]
            : []),
        ]}
      />
      <ul className={classes.rows}>
        {rows.map((row) => {
          const text = (end: RangeEnd | null) => {
            const said = end?.text ?? words.nothing;
            return { said, shown: end && renderText ? renderText(row.id, said) : said };
          };
          return (
            <li key={row.id} className={classes.row}>
              <span className={classes.name}>{renderName ? renderName(row.id, row.name) : row.name}</span>
              <span className={classes.bars}>
                {row.from === undefined ? null : (
                  <Bar name={row.name} end={row.from} on={ends[0]} then {...text(row.from)} />
                )}
                <Bar name={row.name} end={row.to} on={row.on ?? ends[1]} {...text(row.to)} />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface BarProps {
  name: string;
  on: string;
  end: RangeEnd | null;
  then?: boolean;
  said: string;
  /** The same on screen. */
  shown: ReactNode;
}

function Bar({ name, on, end, then = false, said, shown }: BarProps) {
  return (
    <span className={classes.bar} data-then={then || undefined}>
      <span className={classes.end}>{on}</span>
      <span className={classes.track} role="img" aria-label={`${name}, ${on}: ${said}`}>
        {end && end.low > 0 ? <span className={classes.sure} style={from(0, end.low)} data-sure /> : null}
        {end && end.high > end.low ? (
          <span className={classes.open} style={from(end.low, end.high)} data-unknown />
        ) : null}
        {end && end.value !== null && end.high > end.low ? (
          <span className={classes.value} style={{ insetInlineStart: percent(end.value) }} data-value />
        ) : null}
      </span>
      <span className={end ? classes.text : classes.nothing}>{shown}</span>
    </span>
  );
}
