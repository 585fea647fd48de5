import type { Figure } from '#src/domain/figure.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { EvidenceMarks } from './evidence-mark.tsx';
import classes from './figure-view.module.css';

/** "16 of 18 households": no figure is shown without it. */
export function useCoverage(): (figure: Pick<Figure, 'known' | 'of' | 'countedIn'>) => string {
  const t = useMessages(partsWords);
  return ({ known, of, countedIn }) => t.coverage(known, of, t.countedIn[countedIn]);
}

/** A figure then → now, with its unit, n of N and evidence. */
export function FigureView({ label, from, to }: { label: string; from: Figure | null; to: Figure }) {
  const { quantity } = useFormat();
  const t = useMessages(partsWords);
  const coverage = useCoverage();
  const said = (figure: Figure) => (figure.value === null ? t.unknown : quantity(figure.value, figure.unit));
  return (
    <div className={classes.figure}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        {from ? (
          <>
            <span className={classes.then}>{said(from)}</span> <span aria-hidden>→</span>{' '}
          </>
        ) : null}
        <span className={classes.now}>{said(to)}</span>
      </dd>
      <dd className={classes.small}>
        {coverage(to)} <EvidenceMarks grades={to.evidence} />
      </dd>
    </div>
  );
}
