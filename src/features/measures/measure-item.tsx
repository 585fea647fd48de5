import type { FigureCode } from '#src/domain/figure-code.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measureFormulas, type MeasureName } from '#src/messages/measure-formulas.ts';
import { measuresWords } from '#src/messages/measures.ts';
import { FigureLink } from '#src/parts/figure-link.tsx';
import classes from './measures.module.css';

interface Props {
  name: MeasureName;
  /** How it came to be. */
  code: FigureCode;
  /** Then and now; `value` for what is one figure of both. */
  from?: string;
  to?: string;
  value?: string;
  /** Coverage and marks, each a line. */
  small: readonly string[];
}

/** One measure then → now, with what it means on demand. */
export function MeasureItem({ name, code, from, to, value, small }: Props) {
  const formulas = useMessages(measureFormulas);
  const { name: title } = formulas[name];
  const figure = value ?? (
    <>
      <span className={classes.then}>{from}</span> <span aria-hidden>→</span> <span>{to}</span>
    </>
  );
  return (
    <div className={classes.measure}>
      <dt>{title}</dt>
      <dd className={classes.value}>
        <FigureLink code={code}>{figure}</FigureLink>
      </dd>
      {small.map((line) => (
        <dd key={line} className={classes.small}>
          {line}
        </dd>
      ))}
      <dd>
        <Formula name={name} />
      </dd>
    </div>
  );
}

/** What the measure says, its formula and its source, unfolded when asked for. */
export function Formula({ name, named = false }: { name: MeasureName; named?: boolean }) {
  const t = useMessages(measuresWords);
  const formulas = useMessages(measureFormulas);
  const { name: title, says, formula, source } = formulas[name];
  return (
    <details className={classes.formula} data-no-print>
      <summary aria-label={`${t.formula}: ${title}`}>{named ? title : t.formula}</summary>
      <p>{says}</p>
      <p>
        <code>{formula}</code>
      </p>
      <p>{source}</p>
    </details>
  );
}
