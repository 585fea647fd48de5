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

/** Names the rules of two visits in words: year, series, amount, and whether anybody checked them. */
export function useRulesText(): (from: Measured, to: Measured) => string {
  const t = useMessages(ruleWords);
  const { quantity } = useFormat();
  const checked = (rule: { verified: boolean }) => (rule.verified ? t.verified : t.notVerified);
  const lineText = ({ on, series, line }: Measured) =>
    line
      ? t.noted(
          t.lineIs(t.series[series], String(line.year), quantity(line.yuan, 'yuan'), line.approximate),
          checked(line),
        )
      : t.noLine(t.series[series], on.slice(0, 4));
  const nameOf = (id: string) => t.sets[incomeRuleIds.find((known) => known === id) ?? 'net-income'];
  const incomeText = ({ income }: Measured) => t.noted(nameOf(income.id), checked(income));
  return (from, to) => {
    const [lines, incomes] = [lineText, incomeText].map((said) => [said(from), said(to)] as const);
    const at = (both: readonly [string, string] | undefined) =>
      !both ? '' : both[0] === both[1] ? t.atBoth(both[0]) : t.atEach(...both);
    return t.rules(at(lines), at(incomes));
  };
}
