import type { Indicator } from '#src/domain/indicator.ts';
import { standing, byTruth, type Reading } from '#src/domain/reading.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { useValueText } from '#src/parts/value-text.ts';
import { ReadingRow } from './reading-row.tsx';
import classes from './reading-section.module.css';

interface Props {
  name: Indicator;
  /** Those of this indicator that pass the filter, the last true first. */
  shown: readonly Reading[];
  /** All of the household. */
  all: readonly Reading[];
  /** Asked for by name, or worth seeing at once. */
  open: boolean;
}

/** One indicator: how it stands in a line, and every reading of it when unfolded. */
export function ReadingGroup({ name, shown, all, open }: Props) {
  const t = useMessages(householdWords).readings;
  const term = useMessages(terms);
  const valueText = useValueText();
  const level = standing(all.filter((r) => r.indicator === name))
    .toSorted(byTruth)
    .at(-1);
  return (
    <details className={classes.group} open={open}>
      <summary className={classes.summary}>
        <span className={classes.name}>{term.indicator[name]}</span>
        <span>{level ? valueText(name, level.value) : null}</span>
        <span className={classes.count}>{t.readings(shown.length)}</span>
      </summary>
      <table className={classes.table} aria-label={term.indicator[name]}>
        <thead>
          <tr>
            {Object.entries(t.columns).map(([key, column]) => (
              <th key={key} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((r) => (
            <ReadingRow
              key={r.id}
              reading={r}
              replaced={all.find((old) => old.id === r.supersedes?.readingId) ?? null}
              replacedBy={all.find((later) => later.supersedes?.readingId === r.id) ?? null}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}
