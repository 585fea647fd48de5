import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { visitQuery } from '#src/api/queries.ts';
import type { VisitRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { visitsWords } from '#src/messages/visits.ts';
import { CommitmentList } from '#src/parts/commitment-list.tsx';
import { Disagreements } from '#src/parts/disagreements.tsx';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { PhotoSection } from './photo-section.tsx';
import { ReviewSection } from './review-section.tsx';
import { StopList } from './stop-list.tsx';
import { useSubjectName, VisitReadings } from './visit-readings.tsx';
import classes from './visits.module.css';

const route = getRouteApi('/visits/$visitId');

/** One visit, as a one-page report. */
export function VisitPage() {
  const { visitId } = route.useParams();
  const query = useQuery(visitQuery(visitId));
  return (
    <QueryView query={query} isEmpty={() => false} empty={null}>
      {(record) => <VisitView record={record} />}
    </QueryView>
  );
}

function VisitView({ record }: { record: VisitRecord }) {
  const t = useMessages(visitsWords);
  const { text } = useFormat();
  const nameOf = useSubjectName(record);
  const { visit, made, verified } = record;
  return (
    <article className={classes.record}>
      <VisitBanner record={record} />
      <ReviewSection record={record} />
      <Disagreements readings={[...record.readings, ...record.otherwise]} nameOf={nameOf} />
      <section>
        <h2>{t.stops}</h2>
        <StopList record={record} />
      </section>
      {visit.note ? (
        <section>
          <h2>{t.note}</h2>
          <p className={classes.note}>{text(visit.note)}</p>
        </section>
      ) : null}
      <PhotoSection record={record} />
      <section>
        <h2>{t.verified}</h2>
        {verified.length === 0 ? <p className={classes.calm}>{t.noneVerified}</p> : null}
        <CommitmentList records={verified} atVisit={visit.id} />
      </section>
      <section>
        <h2>{t.made}</h2>
        {made.length === 0 ? <p className={classes.calm}>{t.noneMade}</p> : null}
        <CommitmentList records={made} />
      </section>
      <section id="readings">
        <h2>{t.readings}</h2>
        <VisitReadings record={record} />
      </section>
    </article>
  );
}

function VisitBanner({ record }: { record: VisitRecord }) {
  const t = useMessages(visitsWords);
  const term = useMessages(terms);
  const { text, day } = useFormat();
  const { visit, village, previousId, nextId } = record;
  return (
    <header className={classes.banner}>
      <p className={classes.calm}>
        <Link to="/villages/$villageId/visits" params={{ villageId: village.id }}>
          {text(village.name)}
        </Link>
      </p>
      <h1>
        {term.visitKind[visit.kind]}, {day(visit.on)}
      </h1>
      <p>
        {t.present}: {visit.present.length > 0 ? visit.present.map(text).join(', ') : t.presentUnknown}
      </p>
      <p className={classes.links}>
        <SourceMark source={visit.source} />
        <span className={classes.calm}>{t.recorded(visit.recordedOn, text(visit.recordedBy))}</span>
      </p>
      <nav className={classes.links} aria-label={t.title} data-no-print>
        {previousId ? (
          <>
            <Link to="/visits/$visitId" params={{ visitId: previousId }}>
              ← {t.previous}
            </Link>
            <Link
              to="/villages/$villageId"
              params={{ villageId: village.id }}
              search={{ from: previousId, to: visit.id }}
            >
              {t.compare}
            </Link>
          </>
        ) : null}
        {nextId ? (
          <Link to="/visits/$visitId" params={{ visitId: nextId }}>
            {t.next} →
          </Link>
        ) : null}
      </nav>
    </header>
  );
}
