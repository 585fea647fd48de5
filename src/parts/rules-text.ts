import type { Day } from '#src/domain/day.ts';
import { incomeRuleIds, type IncomeRuleSet } from '#src/domain/income-rules.ts';
import type { LineSeries, PovertyLine } from '#src/domain/poverty-line.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { ruleWords } from '#src/messages/rules.ts';

/** What the incomes of a visit are measured by. */
interface Measured {
  on: Day;
  series: LineSeries;
  line: PovertyLine | null;
  income: IncomeRuleSet;
}

interface RulesText {
  /** Each with its year and amount, and whether anybody checked it. */
  full: string;
  /** For where the rest is said elsewhere on the page. */
  short: string;
}

/** Names the rules of two visits in words. */
export function useRulesText(): (from: Measured, to: Measured) => RulesText {
  const t = useMessages(ruleWords);
  const { quantity } = useFormat();
  const noted = (rule: { verified: boolean }, words: string) =>
    t.noted(words, rule.verified ? t.verified : t.notVerified);
  const lineText = ({ on, series, line }: Measured) =>
    line
      ? t.lineIs(t.series[series], String(line.year), quantity(line.yuan, 'yuan'), line.approximate)
      : t.noLine(t.series[series], on.slice(0, 4));
  const nameOf = (id: string) => t.sets[incomeRuleIds.find((known) => known === id) ?? 'net-income'];
  const incomeText = ({ income }: Measured) => nameOf(income.id);
  return (from, to) => {
    const said = (one: (visit: Measured) => string) => {
      const [then, now] = [one(from), one(to)];
      return then === now ? t.atBoth(now) : t.atEach(then, now);
    };
    return {
      full: t.rules(
        said((visit) => (visit.line ? noted(visit.line, lineText(visit)) : lineText(visit))),
        said((visit) => noted(visit.income, incomeText(visit))),
      ),
      short: t.rules(said(lineText), said(incomeText)),
    };
  };
}
