import type { Indicator } from '#src/domain/indicator.ts';
import type { Reading } from '#src/domain/reading.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { ReadingHistoryList } from './reading-history-list.tsx';
import classes from './reading-history-groups.module.css';
import { ReadingLink } from './reading-link.tsx';
import { useMayAnywhere } from './use-may.ts';
import { useValueText } from './value-text.ts';

interface Props {
  readings: readonly Reading[];
  /** In the order to show them. */
  indicators: readonly Indicator[];
}

/** All readings of one subject, folded by indicator, the last recorded first. */
export function ReadingHistoryGroups({ readings, indicators }: Props) {
  const t = useMessages(terms);
  const words = useMessages(partsWords);
  const valueText = useValueText();
  const mayCorrect = useMayAnywhere('correctReading');
  return (
    <div>
      {indicators.map((name) => {
        const found = readings
          .filter((r) => r.indicator === name)
          .toSorted((a, b) => b.sequence - a.sequence);
        const [latest] = found;
        if (!latest) return null;
        return (
          <details key={name} className={classes.group}>
            <summary>
              <span>{t.indicator[name]}</span>
              <strong>{valueText(name, latest.value)}</strong>
              <span className={classes.count}>{words.readings(found.length)}</span>
            </summary>
            <ReadingLink readingId={latest.id}>
              {mayCorrect ? words.openToCorrect : words.history}
            </ReadingLink>
            <ReadingHistoryList readings={found} />
          </details>
        );
      })}
    </div>
  );
}
