import type { VisitSheet } from '#src/domain/records.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { terms } from '#src/messages/terms.ts';
import { useValueText } from '#src/parts/value-text.ts';
import classes from './log-visit.module.css';
import { stopName } from './stop-name.ts';
import type { VisitForm } from './visit-form.ts';

/** Exactly what will be recorded, nothing else. */
export function ReviewView({ form, sheet, draft }: { form: VisitForm; sheet: VisitSheet; draft: VisitDraft }) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { text, day } = useFormat();
  const valueText = useValueText();
  const readingsOf = (subjectId: string | null) =>
    draft.readings.filter((r) => r.subject.id === (subjectId ?? form.villageId));
  const commitments = new Map(sheet.commitments.map((c) => [c.commitment.id, c.commitment]));
  return (
    <section className={classes.review}>
      <h2>{t.reviewTitle}</h2>
      <p>
        <strong>
          {term.visitKind[draft.kind]}, {day(draft.on)}
        </strong>
        <br />
        {text(sheet.village.name)} · {draft.present.length > 0 ? draft.present.join(', ') : t.nobody}
      </p>
      <ul className={classes.reviewList}>
        {form.stops.map((stop) => {
          const readings = stop.kind === 'seminar' ? [] : readingsOf(stop.subjectId);
          return (
            <li key={stop.id}>
              <strong>{stopName(stop, sheet, text, t)}</strong> · {term.outcome[stop.outcome]}
              {stop.said ? <blockquote className={classes.said}>{stop.said}</blockquote> : null}
              {readings.length > 0 ? (
                <ul>
                  {readings.map((r) => (
                    <li key={r.id}>
                      {term.indicator[r.indicator]}: {valueText(r.indicator, r.value)} ({term.evidence[r.evidence]})
                    </li>
                  ))}
                </ul>
              ) : (
                <p className={classes.quiet}>{t.noReadings}</p>
              )}
            </li>
          );
        })}
        {draft.verdicts.map((v) => (
          <li key={v.commitmentId}>
            {term.verdict[v.verdict]}: {text(commitments.get(v.commitmentId)?.what ?? v.commitmentId)}
            {v.note ? ` (${v.note})` : ''}
          </li>
        ))}
        {draft.commitments.map((c) => (
          <li key={c.id}>
            {t.commitments}: <strong>{c.what}</strong> · {c.owner} · {t.due(c.dueOn)}
          </li>
        ))}
        <li>
          {t.note}: {draft.note || t.noNote}
        </li>
      </ul>
    </section>
  );
}
