import { csvOf, saveBlob } from '#src/charts/export-table.ts';
import { incomeChangeOf, type HouseholdRow } from '#src/domain/household-list.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';

/** The rows on screen as a table: nothing more sensitive than what is shown, and synthetic rows say so. */
export function useSaveHouseholds(rows: readonly HouseholdRow[]): () => void {
  const t = useMessages(householdsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const number = (value: number | null) => (value === null ? t.unknown : String(Math.round(value)));
  return () => {
    const columns = [
      t.columns.number,
      t.columns.household,
      t.columns.status,
      t.columns.persons,
      `${t.columns.income} (${t.perYear})`,
      t.sorts.change,
      ...guarantees.map((name) => term.indicator[name]),
      t.columns.lastVisit,
      t.columns.helper,
      term.evidence.synthetic,
    ];
    const lines = rows.map((row) => [
      row.number,
      text(row.head),
      term.status[row.status],
      row.persons === null ? t.unknown : String(row.persons),
      number(row.income.to),
      number(incomeChangeOf(row)),
      ...guarantees.map((name) => term.guarantee[row.guarantees[name]]),
      row.lastVisitedOn ?? t.never,
      row.helper ? text(row.helper) : t.noHelper,
      row.source.kind === 'synthetic' ? '✓' : '',
    ]);
    saveBlob(csvOf({ columns, rows: lines }, [t.title]), 'text/csv;charset=utf-8', 'households.csv');
  };
}
