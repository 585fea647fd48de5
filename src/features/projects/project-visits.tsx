import { Link } from '@tanstack/react-router';
import type { ProjectRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { projectsWords } from '#src/messages/projects.ts';
import { terms } from '#src/messages/terms.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import classes from './projects.module.css';

/** The visits that saw the project, the last first. */
export function ProjectVisits({ record: { project, visits } }: { record: ProjectRecord }) {
  const t = useMessages(projectsWords);
  const term = useMessages(terms);
  const { text, day } = useFormat();
  return (
    <section>
      <h2>{t.seenOn}</h2>
      {visits.length === 0 ? <p className={classes.calm}>{t.notSeen}</p> : null}
      <ol className={classes.list}>
        {visits.toReversed().map((visit) => {
          const stop = visit.stops.find((s) => s.subjectId === project.id);
          return (
            <li key={visit.id} className={classes.visit}>
              <p>
                <Link to="/visits/$visitId" params={{ visitId: visit.id }}>
                  <strong>{day(visit.on)}</strong>
                </Link>{' '}
                · {term.visitKind[visit.kind]}
              </p>
              {stop?.said ? <p>{text(stop.said)}</p> : null}
              <SourceMark source={stop?.source ?? visit.source} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
