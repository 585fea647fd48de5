import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { aboutQuery, projectQuery } from '#src/api/queries.ts';
import { Snapshot } from '#src/domain/change.ts';
import { indicatorsOf } from '#src/domain/indicator.ts';
import type { ProjectRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { projectsWords } from '#src/messages/projects.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { terms } from '#src/messages/terms.ts';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { CommitmentList } from '#src/parts/commitment-list.tsx';
import { EvidenceMark, SourceMark } from '#src/parts/evidence-mark.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { ReadingHistoryGroups } from '#src/parts/reading-history-groups.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import { Waiting } from '#src/ui/waiting.tsx';
import { MilestoneList } from './milestone-list.tsx';
import { ProjectVisits } from './project-visits.tsx';
import classes from './projects.module.css';

const route = getRouteApi('/projects/$projectId');

const ProjectCharts = lazy(async () => ({
  default: (await import('./project-charts.tsx')).ProjectCharts,
}));

/** One project: what was built, what it cost and whom it serves are three different things. */
export function ProjectPage() {
  const { projectId } = route.useParams();
  const query = useQuery(projectQuery(projectId));
  const about = useQuery(aboutQuery());
  return (
    <QueryView query={query} isEmpty={() => false} empty={null}>
      {(record) => (
        <QueryView query={about} isEmpty={() => false} empty={null}>
          {({ today }) => <ProjectView record={record} today={today} />}
        </QueryView>
      )}
    </QueryView>
  );
}

function ProjectView({ record, today }: { record: ProjectRecord; today: string }) {
  const t = useMessages(projectsWords);
  const loading = useMessages(queryWords).loading;
  const nameOf = useHouseholdName();
  const { project, commitments, beneficiaries } = record;
  return (
    <article className={classes.record}>
      <ProjectBanner record={record} today={today} />
      <Suspense fallback={<Waiting label={loading} />}>
        <ProjectCharts record={record} />
      </Suspense>
      <MilestoneList milestones={project.milestones} today={today} />
      <section>
        <h2>{t.beneficiaryTitle}</h2>
        {beneficiaries.length === 0 ? <p className={classes.calm}>{t.noBeneficiaries}</p> : null}
        <ul className={classes.names}>
          {beneficiaries.map((h) => (
            <li key={h.id}>
              <Link to="/households/$householdId" params={{ householdId: h.id }}>
                {nameOf(h)}
              </Link>{' '}
              <SourceMark source={h.source} />
            </li>
          ))}
        </ul>
      </section>
      <ProjectVisits record={record} />
      {commitments.length > 0 ? (
        <section>
          <h2>{t.commitments}</h2>
          <CommitmentList records={commitments} />
        </section>
      ) : null}
      <section>
        <h2>{t.history}</h2>
        <ReadingHistoryGroups readings={record.readings} indicators={indicatorsOf('project')} />
      </section>
    </article>
  );
}

function ProjectBanner({ record, today }: { record: ProjectRecord; today: string }) {
  const t = useMessages(projectsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const valueText = useValueText();
  const { project, village } = record;
  const stage = new Snapshot(record, today).level(project.id, 'stage');
  return (
    <header className={classes.banner}>
      <p className={classes.small}>
        <Link to="/villages/$villageId/projects" params={{ villageId: village.id }}>
          {text(village.name)}
        </Link>{' '}
        › {term.measure[project.kind]}
      </p>
      <h1>{text(project.name)}</h1>
      <p className={classes.stage}>
        {t.stage}:{' '}
        {stage ? (
          <>
            <ReadingLink readingId={stage.id}>
              <strong>{valueText('stage', stage.value)}</strong>
            </ReadingLink>{' '}
            <EvidenceMark grade={stage.evidence} />
          </>
        ) : (
          t.unknown
        )}
      </p>
      {project.note ? <p className={classes.calm}>{text(project.note)}</p> : null}
      <SourceMark source={project.source} />
    </header>
  );
}
