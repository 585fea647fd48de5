import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { villageQueries } from '#src/api/queries.ts';
import { guarantees } from '#src/domain/indicator.ts';
import type { MeasuresBetween } from '#src/domain/measures-between.ts';
import type { VillagePage } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import { BadPair, isBadPair, TooFewVisits } from '#src/parts/pair-notices.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { GuaranteeMeasures } from './guarantee-measures.tsx';
import { IncomeMeasures } from './income-measures.tsx';
import { MeasureChoice } from './measure-choice.tsx';
import { MovesSection } from './moves-section.tsx';
import { RulesUsed, useLineWords } from './rules-used.tsx';
import classes from './measures.module.css';

const route = getRouteApi('/villages/$villageId/measures');

/** Poverty in a village at two visits, measured by rules that one chooses. */
export function MeasuresPage() {
  const { villageId } = route.useParams();
  const { from, to, knownOn, series, income, k } = route.useSearch();
  const village = useQuery(villageQueries.page(villageId));
  const measures = useQuery({
    ...villageQueries.measures(villageId, {
      from,
      to,
      knownOn,
      series,
      income,
      k: k === undefined ? undefined : String(k),
    }),
    enabled: (village.data?.visits.length ?? 0) >= 2,
  });
  return (
    <QueryView
      query={village}
      isEmpty={(page) => page.visits.length < 2}
      empty={<TooFewVisits villageId={villageId} village={village.data?.village} />}
    >
      {(page) => (
        <div className={classes.page}>
          <MeasureChoice visits={page.visits} shown={measures.data} />
          {isBadPair(measures) ? (
            <BadPair />
          ) : (
            <QueryView query={measures} isEmpty={() => false} empty={null}>
              {(data) => <Report measures={data} page={page} />}
            </QueryView>
          )}
        </div>
      )}
    </QueryView>
  );
}

function Report({ measures, page }: { measures: MeasuresBetween; page: VillagePage }) {
  const t = useMessages(measuresWords);
  const { text, day } = useFormat();
  const lineWords = useLineWords();
  const { from, to, knownOn, incomeRule, deprivationRule } = measures;
  const rules = [...new Set([lineWords(from), lineWords(to)]), t.ruleSets[incomeRule.id] ?? incomeRule.id];
  const source = (by?: string) => t.source(text(page.village.name), from.visit.on, to.visit.on, by);
  const cutoff = t.cutoffs(Math.round(deprivationRule.k * guarantees.length));
  const known = knownOn ? (
    <Notice
      tone="done"
      action={
        <Link from={route.id} to="." search={(now) => ({ ...now, knownOn: undefined })}>
          {t.knownToday}
        </Link>
      }
    >
      {t.knownNotice(day(knownOn))}
    </Notice>
  ) : null;
  return (
    <>
      {known}
      <header>
        <h2>{t.title}</h2>
        <p className={classes.lead}>{t.lead}</p>
      </header>
      <RulesUsed measures={measures} village={page.village} />
      {from.households + to.households === 0 ? (
        <Notice tone="plain" title={t.nobody} />
      ) : (
        <>
          <IncomeMeasures measures={measures} source={source(t.listed(rules))} />
          <GuaranteeMeasures measures={measures} source={source(cutoff)} />
          <MovesSection measures={measures} source={source()} />
        </>
      )}
    </>
  );
}
