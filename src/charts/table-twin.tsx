import type { ChartTable, RenderCell } from './export-table.ts';
import classes from './table-twin.module.css';

interface Props {
  table: ChartTable;
  caption: string;
  renderCell?: RenderCell | undefined;
}

/** The chart's numbers as a table, for those who read or hear rather than look. */
export function TableTwin({ table, caption, renderCell }: Props) {
  return (
    <div className={classes.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {keyed(table.columns).map(([key, column]) => (
              <th key={key} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(table.rows.map((row) => row.join(' '))).map(([key], at) => (
            <tr key={key}>
              {keyed(table.columns).map(([column], place) => {
                const cell = table.rows[at]?.[place];
                return place === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>
                    {renderCell && cell !== undefined ? renderCell(cell, at, place) : cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Two rows may say the same, two columns may be of the same day: their turn tells them apart. */
function keyed(words: readonly string[]): [key: string, word: string][] {
  const turns = new Map<string, number>();
  return words.map((word) => {
    const turn = (turns.get(word) ?? 0) + 1;
    turns.set(word, turn);
    return [`${word} ${turn}`, word];
  });
}
