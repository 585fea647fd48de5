import type { ReactNode } from 'react';
import './chart-tokens.css';
import classes from './part-rows.module.css';

/** Full tone, dark tone, middle tone, hatched for unknown, dashed for what came back, outlined for nothing yet. */
export type RowPartLook = 'first' | 'second' | 'third' | 'unknown' | 'again' | 'none';

export interface PartRow {
  id: string;
  /** Names the row, perhaps as a link. */
  name: ReactNode;
  /** In words, for whoever hears it. */
  said: string;
  /** A count for each part, in the order of the parts. */
  counts: number[];
  /** Beside the bar. */
  note?: ReactNode;
}

interface Props {
  /** Names the list. */
  name: string;
  parts: { id: string; name: string; look: RowPartLook }[];
  rows: PartRow[];
  /** Wraps a part in the feature's link, which has `label` as its accessible name. */
  renderPart: (rowId: string, partId: string, part: ReactNode, label: string) => ReactNode;
}

/** Rows of counts in parts, drawn to one scale; every part is a way to what is counted in it. */
export function PartRows({ name, parts, rows, renderPart }: Props) {
  const used = parts.filter((_part, at) => rows.some(({ counts }) => (counts[at] ?? 0) > 0));
  const sum = ({ counts }: PartRow) => counts.reduce((all, n) => all + n, 0);
  const most = Math.max(1, ...rows.map(sum));
  return (
    <>
      <ul className={classes.legend}>
        {used.map((part) => (
          <li key={part.id}>
            <span className={classes.sign} data-look={part.look} aria-hidden />
            {part.name}
          </li>
        ))}
      </ul>
      <ul className={classes.rows} aria-label={name}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <span className={classes.name}>{row.name}</span>
            <span className={classes.track}>
              <span className={classes.bar} style={{ width: `${(100 * sum(row)) / most}%` }}>
                {parts.map((part, at) => {
                  const count = row.counts[at] ?? 0;
                  if (count === 0) return null;
                  const label = `${row.said}, ${part.name}: ${count}`;
                  return (
                    <span key={part.id} className={classes.part} style={{ flexGrow: count }}>
                      {renderPart(
                        row.id,
                        part.id,
                        <span className={classes.box} data-look={part.look} title={label}>
                          <span className={classes.count}>{count}</span>
                        </span>,
                        label,
                      )}
                    </span>
                  );
                })}
              </span>
            </span>
            {row.note ? <span className={classes.note}>{row.note}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
