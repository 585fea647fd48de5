import { Link } from '@tanstack/react-router';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import type { Explanation } from '#src/domain/why-answer.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { whyWords } from '#src/messages/why.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { evidenceGrades } from '#src/domain/source.ts';
import type { SectionProps } from './section-props.ts';
import { useFinding } from './use-finding.ts';
import classes from './why.module.css';

/** Every figure then → now, its change and what most of it comes of; each leads to its reasons. */
export function AllFigures({ answer, rulesText, source }: SectionProps) {
  const t = useMessages(whyWords);
  const unknown = useMessages(partsWords).unknown;
  const { by, level, shownOf, largest } = useFinding(answer);
  const found = new Set(answer.explanations.flatMap((e) => e.evidence));
  const said = (value: number | null, e: Explanation) => (value === null ? unknown : level(value, e.unit));
  const rows = answer.explanations.map((e) => {
    const shown = shownOf(e);
    const [most] = shown ? largest(shown.parts) : [];
    const change = shown && Number((shown.to - shown.told).toFixed(6));
    return {
      what: e.what,
      name: t.figures[e.what],
      levels: `${said(e.told, e)} → ${said(e.to, e)}`,
      change: change === null ? unknown : change === 0 ? t.unchanged : by(change, e.unit),
      because: most?.why,
      most: most ? `${t.reasons[most.why]} ${by(most.printed, e.unit)}` : '',
    };
  });
  return (
    <section id="all-figures" className={classes.section}>
      <ChartFigure
        title={t.changedOf(
          rows.filter(({ change }) => change !== t.unchanged && change !== unknown).length,
          rows.length,
          rows.filter(({ change }) => change === unknown).length,
        )}
        filters={rulesText}
        marks={<EvidenceMarks grades={evidenceGrades.filter((grade) => found.has(grade))} />}
        source={source}
        fileName={`${answer.villageId}-why`}
        isTable
        table={{
          columns: [...t.columns],
          rows: rows.map(({ name, levels, change, most }) => [name, levels, change, most]),
        }}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              {t.columns.map((column, at) => (
                <th key={column} scope="col" className={at === 3 ? classes.roomy : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, name, levels, change, most, because }) => (
              <tr key={what}>
                <th scope="row">
                  <Link
                    to="."
                    search={(now: object) => ({ ...now, what, part: undefined })}
                    resetScroll={false}
                  >
                    {name}
                  </Link>
                </th>
                <td className={classes.figures}>
                  <FigureLink code={`why.${what}`}>{levels}</FigureLink>
                </td>
                <td className={classes.figures}>{change}</td>
                <td className={classes.roomy}>
                  {because ? <FigureLink code={`why.${what}.${because}`}>{most}</FigureLink> : most}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ChartFigure>
    </section>
  );
}
