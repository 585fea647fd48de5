import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { villageQueries } from '#src/api/queries.ts';
import { csvOf, saveBlob } from '#src/charts/export-table.ts';
import type { LeftBehindAnswer, LeftBehindEntry } from '#src/domain/left-behind-answer.ts';
import type { LeftBehindKind } from '#src/domain/left-behind-kinds.ts';
import { useFormat } from '#src/messages/format.ts';
import { leftBehindWords } from '#src/messages/left-behind.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { usePairText } from '#src/parts/left-behind-summary.tsx';
import { useReasonLines } from '#src/parts/use-reason-lines.ts';

/** More pages than any village has. */
const ALL = 1000;

interface Given {
  answer: LeftBehindAnswer;
  reason: LeftBehindKind | undefined;
}

/** The list to its end as a table, with what it speaks of above it; synthetic rows say so. */
export function useSaveList({ answer, reason }: Given) {
  const t = useMessages(leftBehindWords);
  const term = useMessages(terms);
  const parts = useMessages(partsWords);
  const { text, day } = useFormat();
  const queries = useQueryClient();
  const linesOf = useReasonLines();
  const pairText = usePairText();
  const [hasFailed, setFailed] = useState(false);
  const evidence: Record<LeftBehindEntry['household']['source']['kind'], string> = {
    synthetic: term.evidence.synthetic,
    report: term.evidence.reportedInPress,
    import: parts.imported,
    visit: parts.recordedOnVisit,
  };
  const rowOf = (entry: LeftBehindEntry): string[] => {
    const lines = linesOf(entry);
    return [
      entry.household.number,
      text(entry.household.head),
      t.persons(entry.persons),
      [...new Set(lines.map(({ kind }) => t.kinds[kind]))].join(t.and),
      lines.map(({ why }) => why).join(' '),
      lines.map(({ ask }) => ask).join(' '),
      entry.lastVisitedOn ?? t.why.neverVisited,
      entry.helper === null ? '' : text(entry.helper),
      evidence[entry.household.source.kind],
    ];
  };
  const save = async (): Promise<void> => {
    setFailed(false);
    try {
      const { villageId, from, to, knownOn, today } = answer;
      const { pages } = await queries.fetchInfiniteQuery({
        ...villageQueries.leftBehind(villageId, {
          from: from?.id,
          to: to.id,
          knownOn: knownOn ?? undefined,
          reason,
        }),
        pages: ALL,
      });
      const rows = pages.flatMap((page) => page.entries).map((entry) => rowOf(entry));
      const about = [t.title, t.agendaAbout(day(today)), pairText(answer), reason ? t.kinds[reason] : ''];
      saveBlob(
        csvOf({ columns: t.columns, rows }, about.filter(Boolean)),
        'text/csv;charset=utf-8',
        `${villageId}-left-behind.csv`,
      );
    } catch {
      setFailed(true);
    }
  };
  return { save, hasFailed };
}
