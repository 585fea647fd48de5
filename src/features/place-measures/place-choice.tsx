import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { incomeRuleSets, netIncome } from '#src/domain/income-rules.ts';
import type { PlaceNode } from '#src/domain/place.ts';
import { lineSeries, type LineSeries } from '#src/domain/poverty-line.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import { placeMeasuresWords } from '#src/messages/place-measures.ts';
import classes from './place-measures.module.css';

const route = getRouteApi('/measures');
const sorts = ['place', 'poor', 'below'] as const;

/** Which place, which line, which income, in which order; all of it in the link. */
export function PlaceChoice({ places }: { places: readonly PlaceNode[] }) {
  const t = useMessages(placeMeasuresWords);
  const rules = useMessages(measuresWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const options = useOptions(places);
  return (
    <section className={classes.choice} aria-label={t.choose} data-no-print>
      <NativeSelect
        label={t.place}
        value={search.place ?? ''}
        data={[{ value: '', label: t.everything }, ...options]}
        onChange={(event) => change({ place: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={rules.line}
        value={search.series ?? 'national'}
        data={lineSeries.map((value) => ({ value, label: rules.series[value] }))}
        onChange={(event) => {
          const series = event.currentTarget.value as LineSeries;
          change({ series: series === 'national' ? undefined : series });
        }}
      />
      <NativeSelect
        label={rules.income}
        value={search.income ?? netIncome.id}
        data={incomeRuleSets.map(({ id }) => ({ value: id, label: rules.ruleSets[id] ?? id }))}
        onChange={(event) => {
          const income = event.currentTarget.value;
          change({ income: income === netIncome.id ? undefined : income });
        }}
      />
      <NativeSelect
        label={t.sort}
        value={search.sort ?? 'place'}
        data={sorts.map((value) => ({ value, label: t.sorts[value] }))}
        onChange={(event) => {
          const sort = sorts.find((one) => one === event.currentTarget.value);
          change({ sort: sort === 'place' ? undefined : sort });
        }}
      />
    </section>
  );
}

/** Counties, each with its townships. */
function useOptions(places: readonly PlaceNode[]): { value: string; label: string }[] {
  const { text } = useFormat();
  const nameOf = new Map(places.map(({ path, name }) => [path, text(name)]));
  return places.map(({ path, kind, name }) => {
    const county = nameOf.get(path.slice(0, path.lastIndexOf('/')));
    return { value: path, label: kind === 'township' && county ? `${county} › ${text(name)}` : text(name) };
  });
}
