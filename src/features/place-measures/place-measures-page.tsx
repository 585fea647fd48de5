import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { placeMeasuresQuery } from '#src/api/queries.ts';
import type { PlaceMeasures, PlaceSum } from '#src/domain/place-measures.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measureFormulas } from '#src/messages/measure-formulas.ts';
import { measuresWords } from '#src/messages/measures.ts';
import { placeMeasuresWords } from '#src/messages/place-measures.ts';
import { PlainFigure } from '#src/parts/figure-view.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PlaceChoice } from './place-choice.tsx';
import classes from './place-measures.module.css';
import { VillageMeasures } from './village-measures.tsx';

const route = getRouteApi('/measures');

/** Many villages together: what an office asks of its township or county. */
export function PlaceMeasuresPage() {
  const t = useMessages(placeMeasuresWords);
  const { place, series, income } = route.useSearch();
  const query = useQuery({
    ...placeMeasuresQuery({ place, series, income }),
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
            <Together sum={measures.sum} measures={measures} />
            <VillageMeasures measures={measures} />
          </>
        )}
      </QueryView>
    </div>
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
  const figure = (label: string, to: string, small: (string | null)[]) => (
    <PlainFigure
      label={label}
      from={null}
      to={to}
      small={small.filter((one) => one !== null).join(' · ')}
      evidence={sum.evidence}
    />
  );
  return (
    <section aria-label={t.together}>
      <dl className={classes.figures}>
        {figure(t.poorPersons, quantity(sum.poorPersons, 'person'), [
          quantity(sum.poorHouseholds, 'household'),
          ...left,
        ])}
        {figure(
          t.incidence,
          said(sum.incidence, (n) => quantity(n, 'percent')),
          [t.ofVillages(sum.populated, sum.villages)],
        )}
        {figure(formulas.headcount.name, said(sum.headcount, share), [spread, persons, measured])}
        {figure(formulas.gap.name, said(sum.gap, share), [persons, measured])}
        {figure(formulas.severity.name, said(sum.severity, index), [persons, measured])}
      </dl>
      <p className={classes.small}>{t.noGini}</p>
      <ul className={classes.small}>
        {measures.lines.map((line) => (
          <li key={line.id}>
            {words.lineOf(
              `${line.approximate ? `${words.approximate} ` : ''}${quantity(line.yuan, 'yuan')}`,
              line.year,
            )}{' '}
            · {line.verified ? words.verified : words.notVerified}
          </li>
        ))}
      </ul>
    </section>
  );
}
