import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { villageQueries } from '#src/api/queries.ts';
import type { HouseholdRow } from '#src/domain/household-list.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { LogVisitLink } from '#src/parts/log-visit-link.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { useFilterChoices } from './filter-choices.ts';
import { HouseholdFilters } from './household-filters.tsx';
import { HouseholdTable } from './household-table.tsx';
import classes from './households-page.module.css';
import { ListState } from './list-state.tsx';
import { useHouseholdsShown } from './use-households-shown.ts';
import { useSearchAhead } from './use-search-ahead.ts';

const route = getRouteApi('/villages/$villageId/households');

/** Every household of the village, found by any of its facts. */
export function HouseholdsPage() {
  const t = useMessages(householdsWords);
  const { villageId } = route.useParams();
  const { from, to } = route.useSearch();
  const village = useQuery(villageQueries.page(villageId));
  const query = useQuery(villageQueries.households(villageId, { from, to }));
  return (
    <section className={classes.page}>
      <h2>{t.title}</h2>
      <QueryView
        query={query}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <Notice
            tone="plain"
            title={t.none}
            action={<LogVisitLink village={village.data?.village}>{t.logVisit}</LogVisitLink>}
          />
        }
      >
        {(data) => <FoundHouseholds {...data} villageId={villageId} />}
      </QueryView>
    </section>
  );
}

interface Found {
  rows: HouseholdRow[];
  from: string | null;
  to: string | null;
  villageId: string;
}

function FoundHouseholds({ rows, from, to, villageId }: Found) {
  const t = useMessages(householdsWords);
  const { day } = useFormat();
  const asked = useSearchAhead();
  const { shown, setTyped } = useHouseholdsShown(rows, asked);
  const choices = useFilterChoices(rows, villageId);
  const asAt = to === null ? t.asAtNone : from === null ? t.asAtOne(day(to)) : t.asAt(day(to), day(from));
  return (
    <>
      <p className={classes.asAt}>{asAt}</p>
      <HouseholdFilters choices={choices} asked={asked} onType={setTyped} />
      <ListState choices={choices} asked={asked} shown={shown} of={rows.length} asAt={asAt} />
      <HouseholdTable rows={shown} asked={asked} />
    </>
  );
}
