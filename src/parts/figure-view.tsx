import type { ReactNode } from 'react';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { Figure } from '#src/domain/figure.ts';
import type { Evidence, Source } from '#src/domain/source.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { EvidenceMarks, SourceMark } from './evidence-mark.tsx';
import { FigureLink } from './figure-link.tsx';
import classes from './figure-view.module.css';

/** "16 of 18 households": no figure is shown without it. */
export function useCoverage(): (figure: Pick<Figure, 'known' | 'of' | 'countedIn'>) => string {
  const t = useMessages(partsWords);
  return ({ known, of, countedIn }) => t.coverage(known, of, t.countedIn[countedIn]);
}

interface FigureProps {
  label: ReactNode;
  /** Null where there is no earlier visit. */
  from: Figure | null;
  to: Figure;
  /** Period, rule or what else the unit alone does not say. */
  note?: string;
  /** A way on, such as to what its change comes of. */
  more?: ReactNode;
  /** Makes the figure a way to how it came to be. */
  code?: FigureCode;
}

/** A computed figure then → now, with its unit, n of N and evidence. */
export function FigureView({ label, from, to, note, more, code }: FigureProps) {
  const { quantity } = useFormat();
  const t = useMessages(partsWords);
  const coverage = useCoverage();
  const said = (figure: Figure) => (figure.value === null ? t.unknown : quantity(figure.value, figure.unit));
  return (
    <PlainFigure
      label={label}
      from={from && said(from)}
      to={said(to)}
      small={note ? `${coverage(to)} · ${note}` : coverage(to)}
      evidence={to.evidence}
      more={more}
      code={code}
    />
  );
}

interface PlainProps {
  label: ReactNode;
  from: string | null;
  to: string;
  small: ReactNode;
  evidence: readonly Evidence[];
  source?: Source | undefined;
  more?: ReactNode;
  code?: FigureCode | undefined;
}

/** The same look for a count that is no figure over readings. */
export function PlainFigure({ label, from, to, small, evidence, source, more, code }: PlainProps) {
  const figure = (
    <>
      {from === null ? null : (
        <>
          <span className={classes.then}>{from}</span> <span aria-hidden>→</span>{' '}
        </>
      )}
      <span className={classes.now}>{to}</span>
    </>
  );
  return (
    <div className={classes.figure}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{code ? <FigureLink code={code}>{figure}</FigureLink> : figure}</dd>
      <dd className={classes.small}>
        <span>{small}</span>
        <EvidenceMarks grades={evidence} />
        {source ? <SourceMark source={source} /> : null}
      </dd>
      {more ? (
        <dd className={classes.more} data-no-print>
          {more}
        </dd>
      ) : null}
    </div>
  );
}
