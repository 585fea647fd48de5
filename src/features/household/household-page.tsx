import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { aboutQuery, householdQuery } from '#src/api/queries.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { BegunOfContext } from '#src/parts/begun-of.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { HouseholdReport } from './household-report.tsx';

const route = getRouteApi('/households/$householdId');

/** All that is recorded of one household. */
export function HouseholdPage() {
  const t = useMessages(householdWords);
  const { householdId } = route.useParams();
  const about = useQuery(aboutQuery());
  const record = useQuery(householdQuery(householdId));
  return (
    <>
      {about.data && record.data ? null : <VisuallyHidden component="h1">{t.title}</VisuallyHidden>}
      <QueryView query={about} isEmpty={() => false} empty={null}>
        {({ today }) => (
          <QueryView query={record} isEmpty={() => false} empty={null}>
            {(data) => (
              <BegunOfContext value={{ name: data.household.head, village: data.village.name }}>
                <HouseholdReport record={data} today={today} />
              </BegunOfContext>
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}
