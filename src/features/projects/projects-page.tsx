import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { aboutQuery, villageQueries } from '#src/api/queries.ts';
import { Snapshot } from '#src/domain/change.ts';
import type { Indicator } from '#src/domain/indicator.ts';
import { numberOf } from '#src/domain/reading.ts';
import type { ProjectRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { projectsWords } from '#src/messages/projects.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks, SourceMark } from '#src/parts/evidence-mark.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import { gradesOf } from '#src/domain/figure.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './projects.module.css';
import { benefitIndicators } from './project-measures.ts';

const route = getRouteApi('/villages/$villageId/projects');

/** The village's projects: built, money and benefit apart. */
export function ProjectsPage() {
  const t = useMessages(projectsWords);
  const { villageId } = route.useParams();
  const query = useQuery(villageQueries.projects(villageId));
  const about = useQuery(aboutQuery());
  return (
    <section className={classes.page}>
      <h2>{t.title}</h2>
      <QueryView
        query={query}
        isEmpty={(projects) => projects.length === 0}
        empty={
          <Notice tone="plain" title={t.none}>
            {t.noneNext}
          </Notice>
        }
      >
        {(projects) => (
          <QueryView query={about} isEmpty={() => false} empty={null}>
            {({ today }) => (
              <>
                <p>{t.notBenefiting}</p>
                <ul className={classes.list}>
                  {projects.map((record) => (
                    <ProjectItem key={record.project.id} record={record} today={today} />
                  ))}
                </ul>
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </section>
  );
}

function ProjectItem({ record, today }: { record: ProjectRecord; today: string }) {
  const t = useMessages(projectsWords);
  const term = useMessages(terms);
  const { text, quantity } = useFormat();
  const valueText = useValueText();
  const { project } = record;
  const now = new Snapshot(record, today);
  const level = (name: Indicator) => now.level(project.id, name);
  const stage = level('stage');
  const said = (name: Indicator) => {
    const found = level(name);
    return found ? valueText(name, found.value) : t.unknown;
  };
  const benefits = benefitIndicators.filter(
    (name) => numberOf(level(name)) !== null || targetOf(name) !== undefined,
  );
  function targetOf(name: Indicator): number | undefined {
    return project.targets.find((x) => x.indicator === name)?.value;
  }
  return (
    <li className={classes.item}>
      <div>
        <Link to="/projects/$projectId" params={{ projectId: project.id }} className={classes.name}>
          {text(project.name)}
        </Link>
        <p className={classes.small}>
          {term.measure[project.kind]} · {t.beneficiaries(project.beneficiaryIds.length)}{' '}
          <SourceMark source={project.source} />
        </p>
      </div>
      <dl className={classes.measures}>
        <div>
          <dt>{t.stage}</dt>
          <dd>{stage ? valueText('stage', stage.value) : t.unknown}</dd>
        </div>
        <div>
          <dt>{t.built}</dt>
          <dd>{said('built')}</dd>
        </div>
        <div>
          <dt>{t.money}</dt>
          <dd>
            {said('spent')}{' '}
            {project.budget === null ? null : <small>{t.budget(quantity(project.budget, 'yuan'))}</small>}
          </dd>
        </div>
        <div>
          <dt>{t.benefit}</dt>
          <dd>
            {benefits.length === 0 ? t.unknown : null}
            {benefits.map((name) => {
              const target = targetOf(name);
              return (
                <span key={name} className={classes.benefit}>
                  {term.indicator[name]}: {said(name)}{' '}
                  {target === undefined ? null : <small>{t.target(valueText(name, target))}</small>}
                </span>
              );
            })}
          </dd>
        </div>
      </dl>
      <EvidenceMarks grades={gradesOf([stage, level('built'), level('spent'), ...benefits.map(level)])} />
    </li>
  );
}
