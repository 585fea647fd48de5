import type { ChartTable } from './export-table.ts';
import classes from './table-twin.module.css';

/** The chart's numbers as a table, for those who read or hear rather than look. */
export function TableTwin({ table, caption }: { table: ChartTable; caption: string }) {
  return (
    <div className={classes.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={table.columns[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[column]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
