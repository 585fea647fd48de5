import { csvOf, saveBlob } from '#src/charts/export-table.ts';
import { daysBetween } from '#src/domain/day.ts';
import type { Ledger, LedgerEntry } from '#src/domain/ledger.ts';
import { findingOf } from '#src/domain/ledger-list.ts';
import type { Source } from '#src/domain/source.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { useStateName } from './state-name.ts';

/** The entries on screen as a table; what was asked for stands above it, and synthetic ones say so. */
export function useSaveLedger(
  { villages, today }: Ledger,
  shown: readonly LedgerEntry[],
  about: readonly string[],
): () => void {
  const t = useMessages(commitmentsWords);
  const term = useMessages(terms);
  const parts = useMessages(partsWords);
  const nameOf = useStateName();
  const { text } = useFormat();
  const names = new Map(villages.map(({ id, name }) => [id, text(name)]));
  const sourceOf = (source: Source): string =>
    ({
      synthetic: term.evidence.synthetic,
      report: term.evidence.reportedInPress,
      import: parts.imported,
      visit: parts.recordedOnVisit,
    })[source.kind];
  return () => {
    const rows = shown.map((entry) => {
      const { commitment: c, madeOn, verdicts, open, overdue, dueOn } = entry;
      const last = verdicts.at(-1);
      return [
        names.get(c.villageId) ?? c.villageId,
        term.theme[c.theme],
        text(c.what),
        text(c.owner),
        madeOn,
        dueOn,
        nameOf(findingOf(entry)),
        last?.givenOn ?? '',
        last ? text(last.note) : '',
        open ? t.standing[overdue ? 'overdue' : 'due'] : t.closed,
        overdue ? String(daysBetween(dueOn, today)) : '',
        verdicts
          .map((v) => [v.givenOn, term.verdict[v.verdict], text(v.note)].filter(Boolean).join(' '))
          .join('; '),
        sourceOf(c.source),
      ];
    });
    saveBlob(
      csvOf({ columns: Object.values(t.columns), rows }, [t.title, ...about]),
      'text/csv;charset=utf-8',
      'commitments.csv',
    );
  };
}
