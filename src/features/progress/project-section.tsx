import { Link } from '@tanstack/react-router';
import { BulletChart, type BulletItem } from '#src/charts/bullet-chart.tsx';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { indicatorSpec, type Indicator, type ReadingValue } from '#src/domain/indicator.ts';
import type { Progress, ProjectProgress } from '#src/domain/progress.ts';
import { evidenceGrades } from '#src/domain/source.ts';
import { chartWords } from '#src/messages/chart-words.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { progressWords } from '#src/messages/progress.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks, SourceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import { codeIn, numberIn } from './findings.ts';
import classes from './status-section.module.css';

interface Props {
  progress: Progress;
  source: string;
}

/** Built, money and benefit apart: what is under construction benefits nobody yet (DOMAIN §3.9). */
export function ProjectSection({ progress, source }: Props) {
  const t = useMessages(progressWords);
  const building = progress.projects.some(
    (p) => stageOf(p)?.to && codeIn(stageOf(p)?.to ?? null) === 'underConstruction',
  );
  return (
    <section id="projects" className={classes.section}>
      <h2>{t.sections.projects}</h2>
      {progress.projects.length === 0 ? <p>{t.projects.none}</p> : null}
      {building ? <p>{t.projects.notBenefiting}</p> : null}
      <div className={classes.projects}>
        {progress.projects.map((p) => (
          <ProjectFigure
            key={p.project.id}
            item={p}
            source={source}
            ends={[progress.from.on, progress.to.on]}
          />
        ))}
      </div>
    </section>
  );
}

const stageOf = ({ changes }: ProjectProgress) => changes.find((c) => c.indicator === 'stage');

function ProjectFigure({
  item,
  source,
  ends,
}: {
  item: ProjectProgress;
  source: string;
  ends: [string, string];
}) {
  const t = useMessages(progressWords).projects;
  const words = useMessages(chartWords);
  const unknown = useMessages(partsWords).unknown;
  const term = useMessages(terms);
  const { text, quantity } = useFormat();
  const valueText = useValueText();
  const { project, changes } = item;
  const targetOf = (name: Indicator): number | null =>
    name === 'spent' ? project.budget : (project.targets.find((x) => x.indicator === name)?.value ?? null);
  const measured = changes.filter(
    (c) => indicatorSpec(c.indicator).form === 'number' && (c.from || c.to || targetOf(c.indicator) !== null),
  );
  const readingOf = new Map(measured.map((c) => [c.indicator as string, (c.to ?? c.from)?.readingId]));
  const bullets: BulletItem[] = measured.map((c) => ({
    id: c.indicator,
    name: term.indicator[c.indicator],
    from: numberIn(c.from),
    to: numberIn(c.to),
    target: targetOf(c.indicator),
    format: (value) => quantity(value, indicatorSpec(c.indicator).unit),
  }));
  const built = numberIn(changes.find((c) => c.indicator === 'built')?.to ?? null);
  const stage = stageOf(item);
  const said = (value: ReadingValue | undefined) =>
    value === undefined ? unknown : valueText('stage', value);
  const found = new Set(changes.flatMap((c) => (c.to ? [c.to.evidence] : [])));
  const name = text(project.name);
  return (
    <ChartFigure
      title={built === null ? name : t.building(name, quantity(built, 'percent'))}
      marks={<EvidenceMarks grades={evidenceGrades.filter((grade) => found.has(grade))} />}
      source={source}
      fileName={project.id}
      empty={bullets.every((b) => b.from === null && b.to === null)}
      table={{
        columns: [...t.columns],
        rows: bullets.map((b) => [
          b.name,
          b.from === null ? unknown : b.format(b.from),
          b.to === null ? unknown : b.format(b.to),
          b.target === null ? unknown : b.format(b.target),
        ]),
      }}
    >
      <p className={classes.stages}>
        <span>
          {t.stage}: {said(stage?.from?.value)} →{' '}
          {stage?.to ? (
            <ReadingLink readingId={stage.to.readingId}>
              <strong>{said(stage.to.value)}</strong>
            </ReadingLink>
          ) : (
            <strong>{unknown}</strong>
          )}
        </span>
        <SourceMark source={project.source} />
        <Link to="/projects/$projectId" params={{ projectId: project.id }}>
          {name}
        </Link>
      </p>
      <BulletChart
        items={bullets}
        ends={ends}
        unknownWord={unknown}
        targetWord={words.target}
        renderLink={(id, mark, label) => {
          const readingId = readingOf.get(id);
          return readingId ? (
            <ReadingLink readingId={readingId} label={label}>
              {mark}
            </ReadingLink>
          ) : (
            mark
          );
        }}
      />
    </ChartFigure>
  );
}
