import { Link } from '@tanstack/react-router';
import type { Reading } from '#src/domain/reading.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { EvidenceMark, SourceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import classes from './reading-section.module.css';

interface Props {
  reading: Reading;
  /** The one that it corrected, and the one that corrected it. */
  replaced: Reading | null;
  replacedBy: Reading | null;
}

/** One reading: value, days, by whom, how well it is known, and what it has to do with another. */
export function ReadingRow({ reading: r, replaced, replacedBy }: Props) {
  const t = useMessages(householdWords).readings;
  const parts = useMessages(partsWords);
  const { text } = useFormat();
  const valueText = useValueText();
  const value = <ReadingLink readingId={r.id}>{valueText(r.indicator, r.value)}</ReadingLink>;
  return (
    <tr className={classes.row} data-superseded={replacedBy !== null}>
      <td>
        {replacedBy ? (
          <>
            <s>{value}</s> <span className={classes.tag}>{parts.superseded}</span>
          </>
        ) : (
          <strong>{value}</strong>
        )}
      </td>
      <td data-label={t.columns.trueOn}>{r.trueOn}</td>
      <td data-label={t.columns.recorded}>
        {r.recordedOn} · {text(r.recordedBy)}
      </td>
      <td data-label={t.columns.evidence}>
        <EvidenceMark grade={r.evidence} /> <SourceOf reading={r} />
      </td>
      <td className={classes.note}>
        {r.note ? <p>{text(r.note)}</p> : null}
        {r.supersedes && replaced ? (
          <p>{t.corrects(valueText(replaced.indicator, replaced.value), text(r.supersedes.reason))}</p>
        ) : null}
        {replacedBy ? <p>{t.correctedOn(replacedBy.recordedOn)}</p> : null}
      </td>
    </tr>
  );
}

/** The visit it was taken on, or the article; nothing where it would say the same as the evidence. */
function SourceOf({ reading: { source } }: { reading: Reading }) {
  if (source.kind === 'synthetic') return null;
  if (source.kind !== 'visit') return <SourceMark source={source} />;
  return (
    <Link to="/visits/$visitId" params={{ visitId: source.visitId }} className={classes.source}>
      <SourceMark source={source} />
    </Link>
  );
}
