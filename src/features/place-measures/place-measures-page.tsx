import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { placeMeasuresQuery } from '#src/api/queries.ts';
import { placeFigures, type PlaceFigure } from '#src/domain/place-figure.ts';
import type { PlaceMeasures, PlaceSum } from '#src/domain/place-measures.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measureFormulas } from '#src/messages/measure-formulas.ts';
import { measuresWords } from '#src/messages/measures.ts';
import { placeMeasuresWords } from '#src/messages/place-measures.ts';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { PlainFigure } from '#src/parts/figure-view.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { LineList } from './line-list.tsx';
import { PlaceChoice } from './place-choice.tsx';
import classes from './place-measures.module.css';
import { VillageMeasures } from './village-measures.tsx';

const route = getRouteApi('/measures');

const PlaceFigureDialog = lazy(async () => ({
  default: (await import('./place-figure-dialog.tsx')).PlaceFigureDialog,
}));

/** Many villages together: what an office asks of its township or county. */
export function PlaceMeasuresPage() {
  const t = useMessages(placeMeasuresWords);
  const { place, on, series, income, figure, of, reading } = route.useSearch();
  // Of a village beside the page it is that village's own.
  const asked = of === undefined ? placeFigures.find((code) => code === figure) : undefined;
  const query = useQuery({
    ...placeMeasuresQuery({ place, on, series, income }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.page}>
      <header>
        <h1>{t.title}</h1>
        <p className={classes.lead}>{t.lead}</p>
      </header>
      {query.data ? <PlaceChoice places={query.data.places} /> : null}
      <QueryView
        query={query}
        isEmpty={({ villages }) => villages.length === 0}
        empty={<Notice tone="plain" title={t.none} action={<Link to="/">{t.toOverview}</Link>} />}
      >
        {(measures) => (
          <>
            {on === undefined ? null : <UpTo measures={measures} />}
            <Together sum={measures.sum} measures={measures} />
            <VillageMeasures measures={measures} />
            {asked ? (
              <Suspense fallback={null}>
                <PlaceFigureDialog measures={measures} code={asked} covered={reading !== undefined} />
              </Suspense>
            ) : null}
          </>
        )}
      </QueryView>
    </div>
  );
}

/** A link of a past day shows what was there then, and leads to today. */
function UpTo({ measures }: { measures: PlaceMeasures }) {
  const t = useMessages(placeMeasuresWords);
  const { day } = useFormat();
  return (
    <Notice
      tone="plain"
      title={t.upTo(day(measures.today))}
      action={
        <Link to="." search={(now: object) => ({ ...now, on: undefined })}>
          {t.toToday}
        </Link>
      }
    />
  );
}

/** The villages added up, by persons. */
function Together({ sum, measures }: { sum: PlaceSum; measures: PlaceMeasures }) {
  const t = useMessages(placeMeasuresWords);
  const words = useMessages(measuresWords);
  const formulas = useMessages(measureFormulas);
  const { quantity, share, index } = useFormat();
  const measured = t.ofVillages(sum.measured, sum.villages);
  const persons = words.persons(sum.persons, sum.persons + sum.personsUnknown);
  const said = (value: number | null, write: (n: number) => string) =>
    value === null ? words.unknown : write(value);
  const { headcountRange: range } = sum;
  const spread =
    range && share(range.low) !== share(range.high) ? words.range(share(range.low), share(range.high)) : null;
  const left = [
    sum.poorUncounted > 0 ? t.poorUncounted(sum.poorUncounted) : null,
    sum.statusUnknown > 0 ? t.statusUnknown(sum.statusUnknown) : null,
  ].filter((one) => one !== null);
  const figure = (code: PlaceFigure, label: string, to: string, small: (string | null)[]) => (
    <PlainFigure
      code={code}
      label={label}
      from={null}
      to={to}
      small={<FigureLink code={code}>{small.filter((one) => one !== null).join(' · ')}</FigureLink>}
      evidence={sum.evidence}
    />
  );
  return (
    <section aria-label={t.together}>
      <dl className={classes.figures}>
        {figure('poorPersons', t.poorPersons, quantity(sum.poorPersons, 'person'), [
          t.ofVillages(measures.villages.filter((v) => v.visit).length, sum.villages),
          ...left,
        ])}
        {figure('poorHouseholds', t.poorHouseholds, quantity(sum.poorHouseholds, 'household'), [
          t.ofHouseholds(sum.households),
          sum.statusUnknown > 0 ? t.statusUnknown(sum.statusUnknown) : null,
        ])}
        {figure(
          'incidence',
          t.incidence,
          said(sum.incidence, (n) => quantity(n, 'percent')),
          [t.ofVillages(sum.populated, sum.villages)],
        )}
        {figure('headcount', formulas.headcount.name, said(sum.headcount, share), [
          spread,
          persons,
          measured,
        ])}
        {figure('gap', formulas.gap.name, said(sum.gap, share), [persons, measured])}
        {figure('severity', formulas.severity.name, said(sum.severity, index), [persons, measured])}
      </dl>
      <p className={classes.small}>{t.noGini}</p>
      <LineList lines={measures.lines} />
    </section>
  );
}
