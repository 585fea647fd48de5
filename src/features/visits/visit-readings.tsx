import type { Reading } from '#src/domain/reading.ts';
import type { VisitRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { visitsWords } from '#src/messages/visits.ts';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { EvidenceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import classes from './visits.module.css';

/** Whose a reading is. */
export function useSubjectName(record: VisitRecord): (reading: Reading) => string {
  const { text } = useFormat();
  const nameOfHousehold = useHouseholdName();
  return ({ subject }) => {
    const household = record.households.find((h) => h.id === subject.id);
    const project = record.projects.find((p) => p.id === subject.id);
    return household ? nameOfHousehold(household) : text(project?.name ?? record.village.name);
  };
}

/** What was read on the visit; each value opens its history. */
export function VisitReadings({ record }: { record: VisitRecord }) {
  const t = useMessages(visitsWords);
  const term = useMessages(terms);
  const valueText = useValueText();
  const nameOf = useSubjectName(record);
  if (record.readings.length === 0) return <p className={classes.calm}>{t.noReadings}</p>;
  return (
    <div className={classes.scroll} role="region" aria-label={t.readings} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t.subject}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {record.readings.map((r) => (
            <tr key={r.id}>
              <th scope="row">{nameOf(r)}</th>
              <td>{term.indicator[r.indicator]}</td>
              <td>
                <ReadingLink readingId={r.id}>{valueText(r.indicator, r.value)}</ReadingLink>
              </td>
              <td>
                <EvidenceMark grade={r.evidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
