import { Link } from '@tanstack/react-router';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import type { SectionProps } from './section-props.ts';
import classes from './household-report.module.css';

/** Each time somebody called here, with what was said; a shut door is one of them. */
export function VisitSection({ view: { calls, visits } }: SectionProps) {
  const t = useMessages(householdWords).visits;
  const term = useMessages(terms);
  const { text } = useFormat();
  return (
    <section className={classes.section}>
      <h2>{t.heading}</h2>
      <p className={classes.quiet}>
        {calls.length === 0 ? t.none(visits.length) : t.title(calls.length, visits.length)}
      </p>
      <ol className={classes.list}>
        {calls.map(({ visit, stop }) => (
          <li key={visit.id} className={classes.item}>
            <Link to="/visits/$visitId" params={{ visitId: visit.id }}>
              {visit.on}
            </Link>
            <div className={classes.body}>
              <p className={classes.name}>
                {term.visitKind[visit.kind]} · {term.outcome[stop.outcome]}
              </p>
              {stop.outcome === 'nobodyHome' ? null : (
                <p className={stop.said ? undefined : classes.quiet}>
                  {stop.said ? text(stop.said) : t.saidNothing}
                </p>
              )}
              <p className={classes.small}>
                {visit.present.length > 0 ? <span>{visit.present.map(text).join(t.comma)}</span> : null}
                <SourceMark source={stop.source} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
