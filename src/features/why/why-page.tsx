import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { villageQueries } from '#src/api/queries.ts';
import { BadPair, isBadPair, TooFewVisits } from '#src/parts/pair-notices.tsx';
import { PairPicker } from '#src/parts/pair-picker.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { RulePicker } from '#src/parts/rule-picker.tsx';
import { useAsked } from './use-asked.ts';
import { WhyLead } from './why-lead.tsx';
import { WhyReport } from './why-report.tsx';

const route = getRouteApi('/villages/$villageId/why');

/** Why each figure of a village changed between two visits, down to the households. */
export function WhyPage() {
  const { villageId } = route.useParams();
  const asked = useAsked();
  const search = route.useSearch();
  // As the link came: bars that are opened after it move nothing above them.
  const [what] = useState(search.what ?? 'incidence');
  const navigate = route.useNavigate();
  const village = useQuery(villageQueries.page(villageId));
  const why = useQuery(villageQueries.why(villageId, asked));
  const choose = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false });
  return (
    <QueryView
      query={village}
      isEmpty={(page) => page.visits.length < 2}
      empty={<TooFewVisits villageId={villageId} village={village.data?.village} />}
    >
      {(page) => (
        <>
          {why.data ? <WhyLead answer={why.data} what={what} /> : null}
          <PairPicker visits={page.visits} chosen={asked} shown={why.data} onChoose={choose}>
            <RulePicker chosen={asked} onChoose={choose} />
          </PairPicker>
          {isBadPair(why) ? (
            <BadPair />
          ) : (
            <QueryView query={why} isEmpty={() => false} empty={null}>
              {(answer) => <WhyReport answer={answer} village={page.village} />}
            </QueryView>
          )}
        </>
      )}
    </QueryView>
  );
}
