import type { LeftBehindEntry } from '#src/domain/left-behind-answer.ts';
import { kindOf, type LeftBehindKind } from '#src/domain/left-behind-kinds.ts';
import type { LeftBehindReason } from '#src/domain/left-behind.ts';
import type { Source } from '#src/domain/source.ts';
import { useFormat } from '#src/messages/format.ts';
import { leftBehindWords } from '#src/messages/left-behind.ts';
import { useLocale, useMessages } from '#src/messages/locale.tsx';
import { questionWords } from '#src/messages/questions.ts';
import { terms } from '#src/messages/terms.ts';

/** One thing that is open: why, and what the next visit should ask. */
export interface ReasonLine {
  key: string;
  kind: LeftBehindKind;
  why: string;
  ask: string;
  /** Of a promise, which may be reported where the household is not. */
  source?: Source;
}

/** The reasons of a household in words; its guarantees of one kind stand together. */
export function useReasonLines(): (
  entry: Pick<LeftBehindEntry, 'reasons' | 'lastVisitedOn'>,
) => ReasonLine[] {
  const t = useMessages(leftBehindWords);
  const term = useMessages(terms);
  const questions = useMessages(questionWords);
  const { text, day, quantity } = useFormat();
  const comma = useLocale().locale === 'zh-CN' ? '、' : ', ';

  return ({ reasons, lastVisitedOn }) => {
    const guaranteesOf = (kind: LeftBehindKind): string =>
      reasons
        .flatMap((r) => ('guarantee' in r && kindOf(r) === kind ? [term.indicator[r.guarantee]] : []))
        .join(comma);
    const lineOf = (r: LeftBehindReason): Omit<ReasonLine, 'kind' | 'key'> & { key?: string } => {
      const kind = kindOf(r);
      switch (r.code) {
        case 'returned':
          return { why: t.why.returned, ask: t.ask.returned };
        case 'sinking': {
          const [from, to] = [quantity(r.perPerson.from, 'yuan'), quantity(r.perPerson.to, 'yuan')];
          const how = r.how.map((one) => t.why.how[one](from, to)).join(t.and);
          return { why: t.why.sinking(how), ask: t.ask.sinking };
        }
        case 'guaranteeNotMet':
          return kind === 'aboveLineGap'
            ? { why: t.why.aboveLineGap(guaranteesOf(kind)), ask: t.ask.aboveLineGap }
            : { why: t.why.guaranteeNotMet(guaranteesOf(kind)), ask: t.ask.guaranteeNotMet };
        case 'overdueCommitment':
          return {
            key: r.commitmentId,
            why: t.why.overdue(text(r.what), r.dueOn, text(r.owner)),
            ask: t.ask.overdueCommitment,
            source: r.source,
          };
        case 'notVisited':
          return {
            why: lastVisitedOn ? t.why.notVisitedSince(day(lastVisitedOn)) : t.why.neverVisited,
            ask: t.ask.notVisited,
          };
        case 'nobodyHome':
          return { why: t.why.nobodyHome, ask: t.ask.nobodyHome };
        case 'guaranteeUnknown':
          return { why: t.why.guaranteeUnknown(guaranteesOf(kind)), ask: t.ask.guaranteeUnknown };
        case 'dataQuestion':
          return { key: r.key, why: `${questions.title[r.question]}.`, ask: questions.ask[r.question] };
      }
    };
    const lines = new Map<string, ReasonLine>();
    for (const r of reasons) {
      const kind = kindOf(r);
      const { key = kind, ...line } = lineOf(r);
      if (!lines.has(key)) lines.set(key, { ...line, key, kind });
    }
    return [...lines.values()];
  };
}
