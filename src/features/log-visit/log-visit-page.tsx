import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { aboutQuery, contactPointsQuery, villageQueries } from '#src/api/queries.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './log-visit.module.css';
import { VisitFormView } from './visit-form-view.tsx';

const route = getRouteApi('/log');

/** Logs a visit once; every figure, record and report is made from it. */
export function LogVisitPage() {
  const t = useMessages(logVisitWords);
  const query = useQuery(contactPointsQuery());
  return (
    <div className={classes.page}>
      <h1>{t.title}</h1>
      <QueryView
        query={query}
        isEmpty={(points) => points.length === 0}
        empty={<Notice tone="plain" title={t.noVillage} />}
      >
        {(points) => <ChosenVillage villages={points.map((p) => p.village)} />}
      </QueryView>
    </div>
  );
}

function ChosenVillage({ villages }: { villages: { id: string; name: { zh: string; en: string } }[] }) {
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const villageId = search.village ?? villages[0]?.id ?? '';
  const sheet = useQuery(villageQueries.visitSheet(villageId));
  const about = useQuery(aboutQuery());
  return (
    <>
      <NativeSelect
        label={t.village}
        value={villageId}
        data={villages.map((v) => ({ value: v.id, label: text(v.name) }))}
        onChange={(event) => void navigate({ search: { village: event.currentTarget.value } })}
        className={classes.narrow}
      />
      <QueryView query={sheet} isEmpty={() => false} empty={null}>
        {(data) => (
          <QueryView query={about} isEmpty={() => false} empty={null}>
            {({ today }) => (
              <VisitFormView key={villageId} sheet={data} today={today} householdId={search.household} />
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}
