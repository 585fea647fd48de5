import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { RangeBars } from '#src/charts/range-bars.tsx';
import { ShowMore } from '#src/charts/show-more.tsx';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { arePoorPersonsKnown } from '#src/domain/place-figure.ts';
import { belowRange, type PlaceMeasures, type VillageInPlace } from '#src/domain/place-measures.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measureFormulas } from '#src/messages/measure-formulas.ts';
import { measuresWords } from '#src/messages/measures.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { placeMeasuresWords } from '#src/messages/place-measures.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import classes from './place-measures.module.css';

const route = getRouteApi('/measures');
/** This many villages are drawn at once. */
const SHOWN = 30;

/** Each village as a bar, and all its figures in the table. */
export function VillageMeasures({ measures }: { measures: PlaceMeasures }) {
  const t = useMessages(placeMeasuresWords);
  const words = useMessages(measuresWords);
  const formulas = useMessages(measureFormulas);
  const { howMade } = useMessages(partsWords);
  const { text, share, index, number } = useFormat();
  const { sort = 'place', series, income } = route.useSearch();
  const [shown, setShown] = useState(SHOWN);
  const villages = inOrder(measures.villages, sort);
  const { sum, today } = measures;
  const said = (value: number | null, write: (n: number) => string) =>
    value === null ? words.unknown : write(value);
  const persons = (n: number) => number(n, 'person');
  const { incomeRuleId } = measures;
  const rules = words.listed([
    words.series[series ?? 'national'],
    words.ruleSets[incomeRuleId] ?? incomeRuleId,
  ]);
  const bar = (village: VillageInPlace) => {
    const range = belowRange(village);
    if (!range) return null;
    const known = said(village.headcount, share);
    const [low, high] = [share(range.low), share(range.high)];
    return {
      ...range,
      value: village.headcount,
      text: low === high ? known : `${known} (${words.range(low, high)})`,
    };
  };
  return (
    <section className={classes.villages}>
      <h2>{t.allVillages}</h2>
      <ChartFigure
        title={sum.headcount === null ? t.findingNone : t.finding(share(sum.headcount), sum.measured)}
        subtitle={t.subtitle}
        coverage={words.persons(sum.persons, sum.persons + sum.personsUnknown)}
        more={sum.headcount === null ? null : <FigureLink code="headcount">{howMade}</FigureLink>}
        marks={<EvidenceMarks grades={sum.evidence} />}
        source={t.source(today, rules)}
        fileName="measures-by-village"
        table={{
          columns: [
            t.columns.village,
            t.columns.township,
            t.columns.visit,
            t.columns.poor,
            t.columns.population,
            t.columns.known,
            t.columns.unknown,
            formulas.headcount.name,
            words.least,
            words.most,
            formulas.gap.name,
            formulas.severity.name,
            formulas.gini.name,
          ],
          rows: villages.map((v) => {
            const range = belowRange(v);
            return [
              text(v.name),
              text(v.township),
              v.visit?.on ?? t.noVisit,
              said(arePoorPersonsKnown(v) ? v.poorPersons : null, persons),
              said(v.population, persons),
              said(v.visit && v.persons, persons),
              said(v.visit && v.personsUnknown, persons),
              said(v.headcount, share),
              said(range && range.low, share),
              said(range && range.high, share),
              said(v.gap, share),
              said(v.severity, index),
              said(v.gini, index),
            ];
          }),
        }}
        renderCell={(cell, row, column) => explained(villages[row], columns[column - 3], cell)}
      >
        <RangeBars
          rows={villages.slice(0, shown).map((v) => ({
            id: v.villageId,
            name: text(v.name),
            on: v.visit?.on ?? t.noVisit,
            to: bar(v),
          }))}
          ends={['', today]}
          words={{ sure: words.sure, open: words.open, value: words.value, nothing: words.unknown }}
          renderText={(villageId, words) =>
            explained(
              villages.find((v) => v.villageId === villageId),
              'headcount',
              words,
            )
          }
          renderName={(villageId, name) => (
            <Link to="/villages/$villageId/measures" params={{ villageId }} search={{ series, income }}>
              {name}
            </Link>
          )}
        />
      </ChartFigure>
      <ShowMore shown={shown} all={villages.length} least={SHOWN} onShow={setShown} />
    </section>
  );
}

/** Of which figure each column of the table is, from the fourth on. */
const columns: readonly FigureCode[] = [
  'poorPersons',
  'incidence',
  'headcount',
  'headcount',
  'headcount',
  'headcount',
  'headcount',
  'gap',
  'severity',
  'gini',
];

/** A village that nobody visited has no figure that could be asked for. */
function explained(village: VillageInPlace | undefined, code: FigureCode | undefined, words: string) {
  if (!village?.visit || !code) return words;
  return (
    <FigureLink code={code} villageId={village.villageId} at={village.visit.id}>
      {words}
    </FigureLink>
  );
}

/** In the order asked for; what is not known stands last. */
function inOrder(villages: readonly VillageInPlace[], sort: 'place' | 'poor' | 'below'): VillageInPlace[] {
  if (sort === 'place') return [...villages];
  const key = (v: VillageInPlace) => (sort === 'poor' ? v.poorPersons : (v.headcount ?? -1));
  return villages.toSorted((a, b) => key(b) - key(a));
}
