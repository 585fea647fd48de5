import { IconBarrierBlock, IconBuildingCommunity, IconHome, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { VisitRecord } from '#src/domain/records.ts';
import type { Stop, StopKind } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import classes from './visits.module.css';

const icons: Record<StopKind, typeof IconHome> = {
  village: IconBuildingCommunity,
  projectSite: IconBarrierBlock,
  household: IconHome,
  seminar: IconUsersGroup,
};

/** The stops of a visit in their order: where, whom, with what outcome, what was said. */
export function StopList({ record }: { record: VisitRecord }) {
  const term = useMessages(terms);
  const { text } = useFormat();
  return (
    <ol className={classes.list}>
      {record.visit.stops.map((stop) => {
        const Icon = icons[stop.kind];
        return (
          <li key={`${stop.kind}${stop.subjectId}`} className={classes.stop}>
            <Icon aria-hidden stroke={1.6} className={classes.icon} />
            <div>
              <p>
                <strong>{term.stopKind[stop.kind]}</strong> <Subject stop={stop} record={record} /> ·{' '}
                {term.outcome[stop.outcome]}
              </p>
              {stop.said ? <blockquote className={classes.said}>{text(stop.said)}</blockquote> : null}
              <SourceMark source={stop.source} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Subject({ stop, record }: { stop: Stop; record: VisitRecord }) {
  const { text } = useFormat();
  const nameOf = useHouseholdName();
  const household = record.households.find((h) => stop.kind === 'household' && h.id === stop.subjectId);
  const project = record.projects.find((p) => stop.kind === 'projectSite' && p.id === stop.subjectId);
  if (household) {
    return (
      <Link to="/households/$householdId" params={{ householdId: household.id }}>
        {nameOf(household)}
      </Link>
    );
  }
  if (project) {
    return (
      <Link to="/projects/$projectId" params={{ projectId: project.id }}>
        {text(project.name)}
      </Link>
    );
  }
  return null;
}
