import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { projectQuery } from '#src/api/queries.ts';
import { Snapshot } from '#src/domain/change.ts';
import { indicatorsOf } from '#src/domain/indicator.ts';
import type { Project } from '#src/domain/project.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMark, SourceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import type { SectionProps } from './section-props.ts';
import report from './household-report.module.css';
import classes from './project-section.module.css';

/** The projects that are meant to benefit the household, with how each stood at the two visits. */
export function ProjectSection({ view }: SectionProps) {
  const t = useMessages(householdWords).projects;
  return (
    <section className={report.section}>
      <h2>{t.heading}</h2>
      {view.projects.length === 0 ? <p className={report.quiet}>{t.none}</p> : null}
      <ul className={report.list}>
        {view.projects.map((project) => (
          <ProjectItem key={project.id} project={project} view={view} />
        ))}
      </ul>
    </section>
  );
}

function ProjectItem({ project, view }: { project: Project; view: SectionProps['view'] }) {
  const term = useMessages(terms);
  const { text } = useFormat();
  return (
    <li className={report.item}>
      <span>{term.measure[project.kind]}</span>
      <div className={report.body}>
        <p className={report.name}>
          <Link to="/projects/$projectId" params={{ projectId: project.id }}>
            {text(project.name)}
          </Link>
        </p>
        <ProjectFigures projectId={project.id} view={view} />
        {project.note ? <p className={report.quiet}>{text(project.note)}</p> : null}
        <p className={report.small}>
          <SourceMark source={project.source} />
        </p>
      </div>
    </li>
  );
}

/** The project's own readings, then → now. They load by themselves: the household's page does not wait for them. */
function ProjectFigures({ projectId, view }: { projectId: string; view: SectionProps['view'] }) {
  const t = useMessages(householdWords).projects;
  const term = useMessages(terms);
  const valueText = useValueText();
  const { data, isError } = useQuery(projectQuery(projectId));
  if (isError) return <p className={report.quiet}>{t.failed}</p>;
  if (!data) return null;
  const known = { visits: view.visits, readings: data.readings.filter((r) => r.recordedOn <= view.on) };
  const then = view.from && new Snapshot(known, view.from);
  const now = new Snapshot(known, view.to ?? view.on);
  const read = indicatorsOf('project').flatMap((name) => {
    const to = now.level(projectId, name);
    return to ? [{ name, from: then?.level(projectId, name) ?? null, to }] : [];
  });
  return (
    <dl className={classes.figures}>
      {read.map(({ name, from, to }) => (
        <div key={name}>
          <dt>{term.indicator[name]}</dt>
          <dd>
            {from && from.id !== to.id && from.value !== to.value ? (
              <span className={report.quiet}>{valueText(name, from.value)} → </span>
            ) : null}
            <ReadingLink readingId={to.id}>{valueText(name, to.value)}</ReadingLink>{' '}
            <EvidenceMark grade={to.evidence} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
