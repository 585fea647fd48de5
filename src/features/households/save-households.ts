import { csvOf, saveBlob } from '#src/charts/export-table.ts';
import { incomeChangeOf, type HouseholdRow } from '#src/domain/household-list.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';

/**
 * The rows on screen as a table: nothing more sensitive than what is shown,
 * what was asked for above it, and synthetic rows say so.
 */
export function useSaveHouseholds(rows: readonly HouseholdRow[], about: readonly string[]): () => void {
  const t = useMessages(householdsWords);
  const term = useMessages(terms);
  const parts = useMessages(partsWords);
  const { text } = useFormat();
  const number = (value: number | null) => (value === null ? t.unknown : String(Math.round(value)));
  const evidence: Record<HouseholdRow['source']['kind'], string> = {
    synthetic: term.evidence.synthetic,
    report: term.evidence.reportedInPress,
    import: parts.imported,
    visit: parts.recordedOnVisit,
  };
  return () => {
    const income = `${t.columns.income} (${t.perYear})`;
    const columns = [
      t.columns.number,
      t.columns.household,
      t.columns.status,
      t.columns.persons,
      `${income} · ${t.earlier}`,
      income,
      t.sorts.change,
      ...guarantees.map((name) => term.indicator[name]),
      t.called,
      t.columns.lastVisit,
      t.columns.helper,
      t.evidence,
    ];
    const lines = rows.map((row) => [
      row.number,
      text(row.head),
      term.status[row.status],
      row.persons === null ? t.unknown : String(row.persons),
      number(row.income.from),
      number(row.income.to),
      number(incomeChangeOf(row)),
      ...guarantees.map((name) => term.guarantee[row.guarantees[name]]),
      term.call[row.called],
      row.lastVisitedOn ?? t.never,
      row.helper ? text(row.helper) : t.noHelper,
      evidence[row.source.kind],
    ]);
    saveBlob(
      csvOf({ columns, rows: lines }, [t.title, ...about]),
      'text/csv;charset=utf-8',
      'households.csv',
    );
  };
}
