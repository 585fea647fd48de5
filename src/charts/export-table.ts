import type { ReactNode } from 'react';

/** A chart's numbers, already in the reader's words. The first column names the row. */
export interface ChartTable {
  columns: string[];
  rows: string[][];
}

/** Makes a figure on screen a way to how it came to be; `row` and `column` count from 0. */
export type RenderCell = (cell: string, row: number, column: number) => ReactNode;

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A cell that a spreadsheet would take for a formula is made text again
 * (OWASP, CSV injection); a negative number stays one.
 */
const harmless = (cell: string): string =>
  /^[=+@\t\r]/.test(cell) || /^-(?![\d.¥])/.test(cell) ? `'${cell}` : cell;

/** CSV with the title and source above the table, and the mark by which Excel knows Chinese. */
export function csvOf(table: ChartTable, about: readonly string[]): string {
  const lines = [...about.map((line) => [line]), [], table.columns, ...table.rows];
  return `\uFEFF${lines.map((cells) => cells.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n')}\r\n`;
}

/** Hands a file to the person. */
export function saveBlob(content: string | Blob, type: string, name: string): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
