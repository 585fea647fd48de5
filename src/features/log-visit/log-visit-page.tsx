import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { aboutQuery, contactPointsQuery, villageQueries } from '#src/api/queries.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { useCurrentVillage, useRememberVillage } from '#src/parts/last-village.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import classes from './log-visit-page.module.css';
import { RoomNotice } from './room-notice.tsx';
import { SavedPanel } from './saved-panel.tsx';
import { StoredVisit } from './stored-visit.tsx';

const route = getRouteApi('/log');
const never = () => false;

/** Records a visit: whom and what, readings, verdicts, new commitments, then a look at it all. */
export function LogVisitPage() {
  const t = useMessages(logVisitWords);
  const { village, saved, mend } = route.useSearch();
  const current = useCurrentVillage();
  const points = useQuery(contactPointsQuery());
  const villageId = village ?? current;
  if (saved) return <SavedPanel visitId={saved} villageId={villageId} />;
  if (villageId) return <VillageSheet key={mend} villageId={villageId} />;
  return (
    <>
      <h1>{t.title}</h1>
      <QueryView query={points} isEmpty={never} empty={null}>
        {() => null}
      </QueryView>
    </>
  );
}

function VillageSheet({ villageId }: { villageId: string }) {
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const about = useQuery(aboutQuery());
  const sheet = useQuery(villageQueries.visitSheet(villageId));
  useRememberVillage(sheet.data?.village.id);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <h1>{t.title}</h1>
        {sheet.data ? (
          <Link to="/villages/$villageId" params={{ villageId }} className={classes.back}>
            {t.backToVillage(text(sheet.data.village.name))}
          </Link>
        ) : null}
      </header>
      <RoomNotice />
      <QueryView query={about} isEmpty={never} empty={null}>
        {({ today }) => (
          <QueryView query={sheet} isEmpty={never} empty={null}>
            {(data) => <StoredVisit key={villageId} sheet={data} today={today} />}
          </QueryView>
        )}
      </QueryView>
    </div>
  );
}
