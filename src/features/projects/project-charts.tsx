import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { TimeLine } from '#src/charts/time-line.tsx';
import { gradesOf } from '#src/domain/figure.ts';
import { indicatorSpec } from '#src/domain/indicator.ts';
import { byTruth, numberOf, standing } from '#src/domain/reading.ts';
import type { ProjectRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { projectsWords } from '#src/messages/projects.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { measuredIndicators, type MeasuredIndicator } from './project-measures.ts';
import classes from './projects.module.css';

/** Each measure over time against what was planned. */
export function ProjectCharts({ record }: { record: ProjectRecord }) {
  const { project, readings } = record;
  const read = new Set<string>(readings.map((r) => r.indicator));
  const planned = new Set<string>(project.targets.map((x) => x.indicator));
  const shown = measuredIndicators.filter((name) => read.has(name) || planned.has(name));
  const t = useMessages(projectsWords);
  return (
    <section>
      <h2>{t.overTime}</h2>
      <div className={classes.charts}>
        {shown.map((name) => (
          <MeasureChart key={name} record={record} name={name} />
        ))}
      </div>
    </section>
  );
}

function MeasureChart({ record, name }: { record: ProjectRecord; name: MeasuredIndicator }) {
  const t = useMessages(projectsWords);
  const term = useMessages(terms);
  const { quantity, text } = useFormat();
  const { project } = record;
  const { unit } = indicatorSpec(name);
  const format = (value: number) => quantity(value, unit);
  const found = standing(record.readings)
    .filter((r) => r.indicator === name && numberOf(r) !== null)
    .toSorted(byTruth);
  const points = found.map((r) => ({ id: r.id, on: r.trueOn, value: numberOf(r) ?? 0 }));
  const last = points.at(-1);
  const target = name === 'spent' ? project.budget : project.targets.find((x) => x.indicator === name)?.value;
  return (
    <ChartFigure
      title={last ? t.chart[name](format(last.value), last.on) : `${term.indicator[name]}: ${t.noReading}`}
      subtitle={term.indicator[name]}
      marks={<EvidenceMarks grades={gradesOf(found)} />}
      source={t.source(text(project.name))}
      fileName={`${project.id}-${name}`}
      empty={points.length === 0}
      table={{
        columns: [...t.columns],
        rows: found.map((r) => [r.trueOn, format(numberOf(r) ?? 0), term.evidence[r.evidence]]),
      }}
    >
      <TimeLine
        points={points}
        format={format}
        target={
          target === null || target === undefined
            ? undefined
            : { value: target, name: `${t.targetWord} ${format(target)}` }
        }
        renderLink={(id, mark, label) => (
          <ReadingLink readingId={id} label={label}>
            {mark}
          </ReadingLink>
        )}
      />
    </ChartFigure>
  );
}
