import { useState, type ReactNode } from 'react';
import { chartWords } from '#src/messages/chart-words.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './heat-table.module.css';
import './chart-tokens.css';

/** How a state looks; the glyph says it without colour. */
export type CellLook = 'good' | 'gap' | 'unknown' | 'none';
const glyphs: Record<CellLook, string> = { good: '✓', gap: '✕', unknown: '?', none: '–' };

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
  renderCell?: (rowId: string, columnId: string, cell: ReactNode, label: string) => ReactNode;
  rowHeading: string;
  legend: { look: CellLook; name: string }[];
  carriedWord: string;
}

const SHOWN = 40;

/** Things × states, each cell then → now in two halves. */
export function HeatTable({ name, columns, rows, renderCell, rowHeading, legend, carriedWord }: Props) {
  const t = useMessages(chartWords);
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <ul className={classes.legend}>
        {legend.map(({ look, name: word }) => (
          <li key={look}>
            <span className={classes.half} data-look={look} aria-hidden>
              {glyphs[look]}
            </span>
            {word}
          </li>
        ))}
        <li>
          <span className={classes.half} data-look="good" data-carried aria-hidden>
            {glyphs.good}
          </span>
          {carriedWord}
        </li>
      </ul>
      <div className={classes.scroll} role="region" aria-label={name} tabIndex={0}>
        <table className={classes.table}>
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
            {shown.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, at) => {
                  const columnId = columns[at]?.id ?? '';
                  const mark = (
                    <span className={classes.cell} title={cell.label}>
                      <span className={classes.half} data-look={cell.from} aria-hidden>
                        {glyphs[cell.from]}
                      </span>
                      <span className={classes.half} data-look={cell.to} data-carried={cell.carried || undefined} aria-hidden>
                        {glyphs[cell.to]}
                      </span>
                    </span>
                  );
                  return (
                    <td key={columnId} data-changed={cell.from !== cell.to || undefined}>
                      {renderCell ? (
                        renderCell(row.id, columnId, mark, cell.label)
                      ) : (
                        <>
                          {mark}
                          <span className={classes.hidden}>{cell.label}</span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN ? (
        <button type="button" className={classes.more} onClick={() => setAll(!all)} data-no-print>
          {all ? t.showFewer : t.showAll(rows.length)}
        </button>
      ) : null}
    </>
  );
}
