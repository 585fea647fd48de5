import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { DumbbellChart } from '#src/charts/dumbbell-chart.tsx';
import type { Snapshot } from '#src/domain/change.ts';
import { gradesOf } from '#src/domain/figure.ts';
import { householdIncome, type HouseholdIncome as Income } from '#src/domain/income.ts';
import { incomeSources } from '#src/domain/indicator.ts';
import { numberOf } from '#src/domain/reading.ts';
import type { Bilingual } from '#src/domain/text.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import classes from './household-page.module.css';

interface Props {
  householdId: string;
  head: Bilingual;
  from: Snapshot;
  to: Snapshot;
}

/** Income of one household, source by source, then → now. */
export function HouseholdIncome({ householdId, head, from, to }: Props) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const unknown = useMessages(partsWords).unknown;
  const { quantity, difference, text } = useFormat();
  const then = householdIncome(from, householdId);
  const now = householdIncome(to, householdId);
  const yuan = (value: number | null) => (value === null ? unknown : quantity(value, 'yuan'));
  const rows = incomeSources.map((name) => ({
    id: name,
    name: term.indicator[name],
    from: numberOf(then.bySource[name]),
    to: numberOf(now.bySource[name]),
    readingId: (now.bySource[name] ?? then.bySource[name])?.id,
  }));
  const nothing = rows.every((row) => row.from === null && row.to === null);
  if (nothing) return <p className={classes.calm}>{t.noIncome}</p>;
  const grades = gradesOf([...Object.values(then.bySource), ...Object.values(now.bySource)]);
  const byId = new Map(rows.map((row) => [row.id as string, row.readingId]));
  return (
    <ChartFigure
      title={findingOf(then, now, t, quantity)}
      subtitle={t.incomeSubtitle}
      marks={<EvidenceMarks grades={grades} />}
      source={`${t.source(text(head))}, ${from.on} → ${to.on}`}
      fileName={`${householdId}-income`}
      table={{
        columns: [...t.incomeColumns],
        rows: [
          ...rows.map((row) => [row.name, yuan(row.from), yuan(row.to), change(row.from, row.to)]),
          [t.perPerson, yuan(then.perPerson), yuan(now.perPerson), change(then.perPerson, now.perPerson)],
        ],
      }}
    >
      <p className={classes.calm}>
        {t.perPerson}: {yuan(then.perPerson)} → <strong>{yuan(now.perPerson)}</strong>
      </p>
      <DumbbellChart
        items={rows}
        format={yuan}
        unknownWord={unknown}
        renderLink={(id, mark, label) => {
          const readingId = byId.get(id);
          return readingId ? (
            <ReadingLink readingId={readingId} label={label}>
              {mark}
            </ReadingLink>
          ) : (
            mark
          );
        }}
      />
    </ChartFigure>
  );

  function change(a: number | null, b: number | null): string {
    return a === null || b === null ? unknown : difference(b - a, 'yuan');
  }
}

function findingOf(
  then: Income,
  now: Income,
  t: typeof householdWords.en,
  quantity: ReturnType<typeof useFormat>['quantity'],
): string {
  if (then.perPerson === null || now.perPerson === null) return t.incomeFinding.unknown;
  const by = now.perPerson - then.perPerson;
  if (Math.round(by) === 0) return t.incomeFinding.same;
  const words = quantity(Math.abs(by), 'yuan');
  return by > 0 ? t.incomeFinding.rose(words) : t.incomeFinding.fell(words);
}
