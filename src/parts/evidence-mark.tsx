import type { Evidence, Source } from '#src/domain/source.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import classes from './evidence-mark.module.css';

/** Shape says it too, so that it survives black-and-white print. */
const signs: Record<Evidence, string> = {
  seenOnSite: '●',
  document: '■',
  toldByHousehold: '◆',
  toldByCadre: '◇',
  reportedInPress: '▣',
  synthetic: '◌',
};

/** How well what stands beside it is known. Synthetic always wears this same quiet mark. */
export function EvidenceMark({ grade }: { grade: Evidence }) {
  const t = useMessages(terms);
  const words = useMessages(partsWords);
  return (
    <span
      className={classes.mark}
      data-grade={grade}
      title={grade === 'synthetic' ? words.syntheticExplained : undefined}
    >
      <span aria-hidden>{signs[grade]}</span> {t.evidence[grade]}
    </span>
  );
}

/** Each grade behind a figure. */
export function EvidenceMarks({ grades }: { grades: readonly Evidence[] }) {
  return (
    <span className={classes.marks}>
      {grades.map((grade) => (
        <EvidenceMark key={grade} grade={grade} />
      ))}
    </span>
  );
}

/** Where a fact that is not a reading comes from. */
export function SourceMark({ source }: { source: Source }) {
  const t = useMessages(partsWords);
  const { text } = useFormat();
  if (source.kind === 'synthetic') return <EvidenceMark grade="synthetic" />;
  if (source.kind === 'report') {
    return (
      <span className={classes.mark} data-grade="reportedInPress">
        <span aria-hidden>{signs.reportedInPress}</span>{' '}
        {t.reportedBy(text(source.publisher), source.publishedOn)}
      </span>
    );
  }
  return <span className={classes.mark}>{source.kind === 'visit' ? t.recordedOnVisit : t.imported}</span>;
}
