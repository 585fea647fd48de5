import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { incomeRuleSets, netIncome } from '#src/domain/income-rules.ts';
import type { MeasuresBetween } from '#src/domain/measures-between.ts';
import { lineSeries, type LineSeries } from '#src/domain/poverty-line.ts';
import { cutoffs } from '#src/domain/rule-choice.ts';
import type { Visit } from '#src/domain/visit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import { terms } from '#src/messages/terms.ts';
import classes from './measures.module.css';

const route = getRouteApi('/villages/$villageId/measures');

interface Props {
  /** Oldest first, at least two. */
  visits: Visit[];
  shown: MeasuresBetween | undefined;
}

/** The two visits and the rules; all of it in the link, what is usual left out of it. */
export function MeasureChoice({ visits, shown }: Props) {
  const t = useMessages(measuresWords);
  const term = useMessages(terms);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const to = search.to ?? shown?.to.visit.id ?? visits.at(-1)?.id ?? '';
  const toAt = visits.findIndex((v) => v.id === to);
  const from = search.from ?? shown?.from.visit.id ?? visits[toAt - 1]?.id ?? '';
  const option = (v: Visit) => ({ value: v.id, label: `${v.on} · ${term.visitKind[v.kind]}` });
  return (
    <section className={classes.choice} aria-label={t.choose} data-no-print>
      <NativeSelect
        label={t.first}
        value={from}
        data={visits.slice(0, Math.max(toAt, 1)).map(option)}
        onChange={(event) => change({ from: event.currentTarget.value, to, move: undefined })}
      />
      <NativeSelect
        label={t.second}
        value={to}
        data={visits.slice(1).map(option)}
        onChange={(event) => {
          const next = visits.findIndex((v) => v.id === event.currentTarget.value);
          const kept = visits.findIndex((v) => v.id === from) < next ? from : visits[next - 1]?.id;
          change({ from: kept, to: event.currentTarget.value, move: undefined });
        }}
      />
      <NativeSelect
        label={t.line}
        value={search.series ?? 'national'}
        data={lineSeries.map((value) => ({ value, label: t.series[value] }))}
        onChange={(event) => {
          const series = event.currentTarget.value as LineSeries;
          change({ series: series === 'national' ? undefined : series });
        }}
      />
      <NativeSelect
        label={t.income}
        value={search.income ?? netIncome.id}
        data={incomeRuleSets.map(({ id }) => ({ value: id, label: t.ruleSets[id] ?? id }))}
        onChange={(event) => {
          const income = event.currentTarget.value;
          change({ income: income === netIncome.id ? undefined : income });
        }}
      />
      <NativeSelect
        label={t.cutoff}
        value={String(search.k ?? 1)}
        data={cutoffs.map((value) => ({ value, label: t.cutoffs(Number(value)) }))}
        onChange={(event) => {
          const k = Number(event.currentTarget.value);
          change({ k: k === 1 ? undefined : k });
        }}
      />
    </section>
  );
}
