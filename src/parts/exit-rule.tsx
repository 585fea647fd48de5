import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { JudgedBy } from '#src/domain/exit-answer.ts';
import { incomeRuleIds } from '#src/domain/income-rules.ts';
import { lineSeries } from '#src/domain/poverty-line.ts';
import type { RuleChoice } from '#src/domain/rule-choice.ts';
import type { RuleHead } from '#src/domain/rule.ts';
import { exitWords } from '#src/messages/exit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { ruleWords } from '#src/messages/rules.ts';
import classes from './exit-verdict-view.module.css';

/** At which visit it was judged. */
export function JudgedAt({ judgedBy: { on, visitId } }: { judgedBy: JudgedBy }) {
  const t = useMessages(exitWords);
  const { day } = useFormat();
  return <p className={classes.rule}>{visitId ? t.judgedAt(day(on)) : t.judgedToday}</p>;
}

/** By which rule, line and income it was judged, where each is from, and whether anybody verified it. */
export function ExitRule({ judgedBy, of }: { judgedBy: JudgedBy; of: 'household' | 'village' }) {
  const t = useMessages(exitWords);
  const rules = useMessages(ruleWords);
  const { text, quantity } = useFormat();
  const { line, householdRule, villageRule, incomeRule, series, on } = judgedBy;
  const rule = of === 'household' ? householdRule : villageRule;
  const said = ({ source, verified }: Pick<RuleHead, 'source' | 'verified'>, since = ''): string =>
    `${text(source)}${t.within(since + (verified ? rules.verified : rules.notVerified))}`;
  const yuan = line ? quantity(line.yuan, 'yuan') : '';
  return (
    <div className={classes.rule}>
      {rule ? (
        <p>
          {t.ruleHeading}
          {said(rule, `${t.rule(rule.since)}${t.list}`)}
          {villageRule && of === 'village'
            ? ` · ${t.limit(quantity(villageRule.incidenceBelow, 'percent'))}`
            : null}
        </p>
      ) : null}
      {of === 'household' ? (
        <>
          <p>
            {line
              ? `${t.line(line.approximate ? t.approximately(yuan) : yuan, rules.series[series], line.year)}${t.within(line.verified ? rules.verified : rules.notVerified)}`
              : t.noLine(on.slice(0, 4))}
          </p>
          <p>{said(incomeRule)}</p>
        </>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  asked: RuleChoice;
  onChange: (next: RuleChoice) => void;
  /** What is chosen before. */
  children?: ReactNode;
}

/** Which line and which income it is judged by; the default leaves no trace in the link. */
export function ExitChoice({ asked, onChange, children }: ChoiceProps) {
  const t = useMessages(exitWords);
  const rules = useMessages(ruleWords);
  const [firstSeries] = lineSeries;
  const [firstIncome] = incomeRuleIds;
  return (
    <section className={classes.choice} aria-label={t.choose.heading} data-no-print>
      {children}
      <NativeSelect
        label={rules.line}
        value={asked.series ?? firstSeries}
        data={lineSeries.map((value) => ({ value, label: rules.series[value] }))}
        onChange={(event) => {
          const chosen = lineSeries.find((one) => one === event.currentTarget.value);
          onChange({ series: chosen === firstSeries ? undefined : chosen });
        }}
      />
      <NativeSelect
        label={rules.income}
        value={asked.income ?? firstIncome}
        data={incomeRuleIds.map((value) => ({ value, label: rules.sets[value] }))}
        onChange={(event) => {
          const chosen = incomeRuleIds.find((one) => one === event.currentTarget.value);
          onChange({ income: chosen === firstIncome ? undefined : chosen });
        }}
      />
    </section>
  );
}
