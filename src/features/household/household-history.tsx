import { indicatorsOf } from '#src/domain/indicator.ts';
import type { Reading } from '#src/domain/reading.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { ReadingHistoryGroups } from '#src/parts/reading-history-groups.tsx';
import classes from './household-page.module.css';

/** Every reading of the household, by what was read. */
export function HouseholdHistory({ readings }: { readings: Reading[] }) {
  const t = useMessages(householdWords);
  return (
    <section>
      <h2>{t.history}</h2>
      <p className={classes.calm}>{readings.length === 0 ? t.noHistory : t.historyHint}</p>
      <ReadingHistoryGroups readings={readings} indicators={indicatorsOf('household')} />
    </section>
  );
}
