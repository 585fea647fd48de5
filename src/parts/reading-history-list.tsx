import { Button } from '@mantine/core';
import { standing, type Reading } from '#src/domain/reading.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { EvidenceMark, SourceMark } from './evidence-mark.tsx';
import classes from './reading-history-list.module.css';
import { useValueText } from './value-text.ts';

interface Props {
  /** Of one indicator of one subject, the last recorded first. */
  readings: readonly Reading[];
  /** The one that was asked for. */
  openedId?: string;
  /** Offered on each reading that stands. */
  onCorrect?: (reading: Reading) => void;
}

/** Every reading with its days, its recorder and its evidence; what was corrected stays to be seen. */
export function ReadingHistoryList({ readings, openedId, onCorrect }: Props) {
  const t = useMessages(partsWords);
  const { text } = useFormat();
  const valueText = useValueText();
  const stands = new Set(standing(readings).map((r) => r.id));
  return (
    <ol className={classes.list}>
      {readings.map((r) => (
        <li
          key={r.id}
          className={classes.item}
          data-superseded={!stands.has(r.id)}
          aria-current={r.id === openedId || undefined}
        >
          <p className={classes.value}>
            {stands.has(r.id) ? (
              <strong>{valueText(r.indicator, r.value)}</strong>
            ) : (
              <>
                <s>{valueText(r.indicator, r.value)}</s> <span className={classes.tag}>{t.superseded}</span>
              </>
            )}
          </p>
          <dl className={classes.facts}>
            <dt>{t.trueOn}</dt>
            <dd>{r.trueOn}</dd>
            <dt>{t.recordedOn}</dt>
            <dd>
              {r.recordedOn} · {text(r.recordedBy)}
            </dd>
            <dt>{t.evidence}</dt>
            <dd>
              <EvidenceMark grade={r.evidence} /> <SourceOf reading={r} />
            </dd>
          </dl>
          {r.note ? <p className={classes.note}>{text(r.note)}</p> : null}
          {r.supersedes ? (
            <p className={classes.note}>{t.supersededBecause(text(r.supersedes.reason))}</p>
          ) : null}
          {onCorrect && stands.has(r.id) ? (
            <Button variant="default" className={classes.correct} onClick={() => onCorrect(r)} data-no-print>
              {t.correct}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** Not where it would say the same as the evidence. */
function SourceOf({ reading: { source } }: { reading: Reading }) {
  return source.kind === 'synthetic' ? null : <SourceMark source={source} />;
}
