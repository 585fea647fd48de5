import { isElsewhere, mayPass } from '#src/offline/answers.ts';
import { wentOnAs, type OutboxItem } from '#src/offline/outbox-item.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { problemMessage, problems } from '#src/messages/problems.ts';
import { useMoment } from './moment.ts';

/** What is to be said of an item: how it stands, and why it stands so. */
export function useItemWords(): (item: OutboxItem) => { state: string; reasons: string[] } {
  const t = useMessages(outboxWords);
  const words = useMessages(problems);
  const { moment } = useMoment();

  const why = ({ lastProblem }: OutboxItem): string[] => {
    if (!lastProblem) return [];
    const { code, fields } = lastProblem;
    if (code in t.obstacle) return [t.obstacle[code as keyof typeof t.obstacle]];
    if (isElsewhere(lastProblem)) return [t.elsewhere, t.handOver];
    const own = problemMessage(code);
    const named = fields.map((field) => problemMessage(field.code));
    return [...new Set([own, ...named])]
      .filter((m, _at, all) => m !== 'other' || all.length === 1)
      .map((m) => words[m])
      .concat(code === 'FORBIDDEN' ? [t.handOver] : []);
  };

  return (item) => {
    switch (item.state) {
      case 'received':
        return {
          state: item.receipt ? t.receivedAt(moment(item.receipt.receivedAt)) : t.state.received,
          reasons: [],
        };
      case 'removed':
        return {
          state: item.removed
            ? t.removedBecause(
                wentOnAs(item) === null ? item.removed.reason : t.savedAsAnother,
                moment(item.removed.at),
              )
            : t.state.removed,
          reasons: [],
        };
      case 'needsAttention': {
        const again = item.nextTryAt !== null && item.lastProblem && mayPass(item.lastProblem);
        return { state: t.refused, reasons: [...why(item), ...(again ? [t.asksAgain] : [])] };
      }
      case 'sending':
        return { state: t.isBeingSent, reasons: [] };
      case 'saved':
        return {
          state: item.receipt ? t.offeredAgain : t.willBeSent,
          reasons: why(item),
        };
    }
  };
}
