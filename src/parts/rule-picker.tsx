import { NativeSelect } from '@mantine/core';
import { incomeRuleIds } from '#src/domain/income-rules.ts';
import { lineSeries } from '#src/domain/poverty-line.ts';
import type { RuleChoice } from '#src/domain/rule-choice.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { ruleWords } from '#src/messages/rules.ts';
import classes from './rule-picker.module.css';

/** What a link says of the rules; what it does not say is the national line and net income, at both visits. */
export interface ChosenRules extends RuleChoice {
  /** Of the first visit, where it is not that of the second. */
  seriesFrom?: RuleChoice['series'];
  incomeFrom?: RuleChoice['income'];
}

interface Props {
  chosen: ChosenRules;
  onChoose: (next: ChosenRules) => void;
}

/** By which poverty line and which income a page measures: all of it in the link. */
export function RulePicker({ chosen, onChoose }: Props) {
  const t = useMessages(ruleWords);
  const lines = lineSeries.map((value) => ({ value, label: t.series[value] }));
  const sets = incomeRuleIds.map((value) => ({ value, label: t.sets[value] }));
  const same = { value: '', label: t.same };
  const setIn = (value: string) => incomeRuleIds.find((known) => known === value);
  const lineIn = (value: string) => lineSeries.find((known) => known === value);
  const { series, income, seriesFrom, incomeFrom } = chosen;
  return (
    <details className={classes.rules} open={[series, income, seriesFrom, incomeFrom].some(Boolean)}>
      <summary>{t.choose}</summary>
      <div className={classes.fields}>
        <NativeSelect
          label={t.line}
          value={series ?? 'national'}
          data={lines}
          onChange={(event) => onChoose({ series: lineIn(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t.lineFrom}
          value={seriesFrom ?? ''}
          data={[same, ...lines]}
          onChange={(event) => onChoose({ seriesFrom: lineIn(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t.income}
          value={income ?? 'net-income'}
          data={sets}
          onChange={(event) => onChoose({ income: setIn(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t.incomeFrom}
          value={incomeFrom ?? ''}
          data={[same, ...sets]}
          onChange={(event) => onChoose({ incomeFrom: setIn(event.currentTarget.value) })}
        />
      </div>
    </details>
  );
}
