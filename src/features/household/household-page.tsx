import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { aboutQuery, householdQuery } from '#src/api/queries.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { HouseholdRecordView } from './household-record-view.tsx';

const route = getRouteApi('/households/$householdId');

/** All that is known of one household, and what is not. */
export function HouseholdPage() {
  const { householdId } = route.useParams();
  const query = useQuery(householdQuery(householdId));
  const about = useQuery(aboutQuery());
  return (
    <QueryView query={query} isEmpty={() => false} empty={null}>
      {(record) => (
        <QueryView query={about} isEmpty={() => false} empty={null}>
          {({ today }) => <HouseholdRecordView record={record} today={today} />}
        </QueryView>
      )}
    </QueryView>
  );
}
