import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { Snapshot } from '#src/domain/change.ts';
import { gradesOf } from '#src/domain/figure.ts';
import { guarantees, type Guarantee, type GuaranteeState } from '#src/domain/indicator.ts';
import { codeOf, type Reading } from '#src/domain/reading.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import classes from './guarantee-section.module.css';
import type { SectionProps } from './section-props.ts';
import report from './household-report.module.css';

const glyphs: Record<GuaranteeState, string> = { met: '✓', notMet: '✕', unknown: '?', notApplicable: '–' };
const stateOf = (reading: Reading | null) => codeOf(reading) as GuaranteeState;

/** Where not all visits fit, the latest are in sight. */
function toLatest(region: HTMLDivElement | null): void {
  if (region) region.scrollLeft = region.scrollWidth;
}

interface Column {
  id: string;
  on: string;
  of: (name: Guarantee) => Reading | null;
}

/** Each guarantee at each visit to the village. Where none was ever read, the page says so elsewhere, once. */
export function GuaranteeSection({ record, view }: SectionProps) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { household: h, village } = record;
  const columns = view.visits.map((visit): Column => {
    const at = new Snapshot(view, visit);
    return { id: visit.id, on: visit.on, of: (name) => at.level(h.id, name) };
  });
  const last = columns.at(-1);
  const read = columns.flatMap((column) => guarantees.map((name) => column.of(name)));
  if (!last || read.every((reading) => reading === null)) return null;

  const states = guarantees.map((name) => stateOf(last.of(name)));
  const apply = states.filter((state) => state !== 'notApplicable').length;
  const met = states.filter((state) => state === 'met').length;
  const said = (reading: Reading | null) =>
    reading ? term.guarantee[stateOf(reading)] : t.guarantees.neverRead;
  const title = apply === 0 ? t.guarantees.none(last.on) : t.guarantees.title(met, apply, last.on);
  const carried = columns.some((c) => guarantees.some((name) => (c.of(name)?.trueOn ?? c.on) < c.on));
  return (
    <section className={report.section}>
      <h2>{t.guarantees.heading}</h2>
      <ChartFigure
        title={title}
        subtitle={t.guarantees.subtitle}
        marks={<EvidenceMarks grades={gradesOf(read)} />}
        source={t.saveSource(text(h.head), text(village.name))}
        fileName={`${h.id}-guarantees`}
        isTable
        table={{
          columns: [t.guarantees.guarantee, ...columns.map((column) => column.on)],
          rows: guarantees.map((name) => [term.indicator[name], ...columns.map((c) => said(c.of(name)))]),
        }}
      >
        <div ref={toLatest} className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t.guarantees.guarantee}</th>
                {columns.map((column) => (
                  <th key={column.id} scope="col">
                    {column.on}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {guarantees.map((name) => (
                <tr key={name}>
                  <th scope="row">{term.indicator[name]}</th>
                  {columns.map((column) => (
                    <td key={column.id}>
                      <Cell column={column} name={name} words={said(column.of(name))} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {carried ? <p className={classes.legend}>{t.guarantees.carriedLegend}</p> : null}
      </ChartFigure>
    </section>
  );
}

function Cell({ column, name, words }: { column: Column; name: Guarantee; words: string }) {
  const t = useMessages(householdWords).guarantees;
  const term = useMessages(terms);
  const reading = column.of(name);
  if (!reading) return <span className={classes.never}>{words}</span>;
  const state = stateOf(reading);
  const carried = reading.trueOn < column.on;
  const label = t.cell(
    term.indicator[name],
    column.on,
    carried ? `${words} (${t.carried(reading.trueOn)})` : words,
  );
  return (
    <ReadingLink readingId={reading.id} label={label} className={classes.cell}>
      <span className={classes.glyph} data-state={state} data-carried={carried || undefined} aria-hidden>
        {glyphs[state]}
      </span>
      <span className={classes.words}>
        {words}
        {carried ? <small>{t.carried(reading.trueOn)}</small> : null}
      </span>
    </ReadingLink>
  );
}
