import { useState, type ReactNode } from 'react';
import './chart-tokens.css';
import classes from './heat-table.module.css';
import { ShowMore } from './show-more.tsx';

/** How a state looks; the glyph says it without colour. */
export type CellLook = 'good' | 'gap' | 'partly' | 'unknown' | 'none';
const glyphs: Record<CellLook, string> = { good: '✓', gap: '✕', partly: '◐', unknown: '?', none: '–' };

export interface HeatCell {
  from: CellLook;
  to: CellLook;
  /** The whole cell in words: what, then, now. */
  label: string;
  /** Nobody looked again: the second half is the first one's. */
  carried: boolean;
}

interface Props {
  /** Names the region that scrolls sideways on a phone. */
  name: string;
  columns: { id: string; name: string }[];
  rows: { id: string; name: ReactNode; cells: HeatCell[] }[];
  /** Wraps a cell in the feature's link, which has `label` as its accessible name. */
  renderCell?: (rowId: string, columnId: string, cell: ReactNode, label: string) => ReactNode;
  rowHeading: string;
  /** What the two halves of a cell are, such as the days of the visits. */
  ends?: [string, string] | undefined;
  legend: { look: CellLook; name: string }[];
  carriedWord: string;
}

const SHOWN = 40;

/** Things × states, each cell then → now in two halves. */
export function HeatTable({ name, columns, rows, renderCell, rowHeading, ends, legend, carriedWord }: Props) {
  const [shown, setShown] = useState(SHOWN);
  const carried = rows.some(({ cells }) => cells.some((cell) => cell.carried));
  return (
    <>
      <ul className={classes.legend}>
        {ends ? (
          <li>
            <span className={classes.cell} aria-hidden>
              <span className={classes.half} data-look="empty" />
              <span className={classes.half} data-look="empty" />
            </span>
            {`${ends[0]} → ${ends[1]}`}
          </li>
        ) : null}
        {legend.map(({ look, name: word }) => (
          <li key={look}>
            <Half look={look} />
            {word}
          </li>
        ))}
        {carried ? (
          <li>
            <Half look="good" carried />
            {carriedWord}
          </li>
        ) : null}
      </ul>
      <div className={classes.scroll} role="region" aria-label={name} tabIndex={0}>
        <table className={classes.table} aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{rowHeading}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {columns.map(({ id }, at) => {
                  const cell = row.cells[at];
                  return (
                    <td key={id}>
                      {cell ? (
                        <Cell
                          cell={cell}
                          render={renderCell && ((mark) => renderCell(row.id, id, mark, cell.label))}
                        />
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore shown={shown} all={rows.length} least={SHOWN} onShow={setShown} />
    </>
  );
}

function Half({ look, carried = false }: { look: CellLook; carried?: boolean }) {
  return (
    <span className={classes.half} data-look={look} data-carried={carried || undefined} aria-hidden>
      {glyphs[look]}
    </span>
  );
}

function Cell({ cell, render }: { cell: HeatCell; render: ((mark: ReactNode) => ReactNode) | undefined }) {
  const mark = (
    <span className={classes.cell} title={cell.label} data-changed={cell.from !== cell.to || undefined}>
      <Half look={cell.from} />
      <Half look={cell.to} carried={cell.carried} />
    </span>
  );
  if (render) return render(mark);
  return (
    <>
      {mark}
      <span className={classes.hidden}>{cell.label}</span>
    </>
  );
}
