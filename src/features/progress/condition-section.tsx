import type { ReactNode } from 'react';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import type { Level } from '#src/domain/change.ts';
import type { Indicator } from '#src/domain/indicator.ts';
import type { Progress } from '#src/domain/progress.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { progressWords } from '#src/messages/progress.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import { improvedConditions } from './findings.ts';
import classes from './status-section.module.css';

/** Road, cleanliness, trees, satisfaction, population: as read at each visit. */
export function ConditionSection({ progress, source }: { progress: Progress; source: string }) {
  const t = useMessages(progressWords);
  const term = useMessages(terms);
  const parts = useMessages(partsWords);
  const valueText = useValueText();
  const said = (name: Indicator, level: Level) => valueText(name, level?.value ?? null);
  const cell = (name: Indicator, level: Level, carried: boolean): ReactNode =>
    level ? (
      <>
        <ReadingLink readingId={level.readingId}>{said(name, level)}</ReadingLink>
        <span className={classes.mark}>
          <EvidenceMark grade={level.evidence} />
        </span>
        {carried ? <small>{`${parts.carried} ${level.trueOn}`}</small> : null}
      </>
    ) : (
      parts.notRead
    );
  return (
    <section id="conditions" className={classes.section}>
      <h2>{t.sections.conditions}</h2>
      <ChartFigure
        title={t.conditions.title(improvedConditions(progress.conditions))}
        subtitle={t.conditions.subtitle}
        source={source}
        fileName={`${progress.villageId}-conditions`}
        isTable
        table={{
          columns: [...t.conditions.columns],
          rows: progress.conditions.map((c) => [
            term.indicator[c.indicator],
            said(c.indicator, c.from),
            said(c.indicator, c.to),
          ]),
        }}
      >
        <table className={classes.conditions}>
          <thead>
            <tr>
              <th scope="col">{t.conditions.columns[0]}</th>
              <th scope="col">{progress.from.on}</th>
              <th scope="col">{progress.to.on}</th>
            </tr>
          </thead>
          <tbody>
            {progress.conditions.map((c) => (
              <tr key={c.indicator}>
                <th scope="row">{term.indicator[c.indicator]}</th>
                <td>{cell(c.indicator, c.from, false)}</td>
                <td>{cell(c.indicator, c.to, c.carried)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ChartFigure>
    </section>
  );
}
