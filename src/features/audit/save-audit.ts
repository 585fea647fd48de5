import { csvOf, saveBlob } from '#src/charts/export-table.ts';
import type { AuditEntry } from '#src/domain/audit.ts';
import { minuteInChina } from '#src/domain/day.ts';
import { auditWords } from '#src/messages/audit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { factText, useFactLines } from './fact-lines.ts';
import type { PlaceNames } from './place-names.ts';

/** The entries on screen as a table, with their whole hashes; what was asked for stands above it. */
export function useSaveAudit(
  entries: readonly AuditEntry[],
  places: PlaceNames,
  about: readonly string[],
): () => void {
  const t = useMessages(auditWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const linesOf = useFactLines(places);
  return () => {
    const rows = entries.map((e) => [
      minuteInChina(e.at),
      t.action[e.action],
      e.actor ? text(e.actor.name) : t.nobody,
      e.actor ? term.role[e.actor.role] : '',
      places.whereOf(e),
      `${e.subject.kind} ${e.subject.id}`,
      linesOf(e)
        .map((line) => factText(line, t.was, t.nothing, e.before !== null && e.after !== null))
        .join('; '),
      e.reason ?? '',
      e.chain,
      String(e.number),
      e.hash,
      e.prevHash,
    ]);
    saveBlob(
      csvOf({ columns: Object.values(t.columns), rows }, [t.title, ...about]),
      'text/csv;charset=utf-8',
      'audit.csv',
    );
  };
}
