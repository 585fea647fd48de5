import { Link } from '@tanstack/react-router';
import type { HouseholdRecord } from '#src/domain/records.ts';
import type { Visit } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import classes from './household-page.module.css';

/** Each call on this household, the last first, with what was said. */
export function HouseholdVisits({ record, visits }: { record: HouseholdRecord; visits: Visit[] }) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { text, day } = useFormat();
  const calls = visits
    .toReversed()
    .flatMap((visit) =>
      visit.stops
        .filter((s) => s.kind === 'household' && s.subjectId === record.household.id)
        .map((stop) => ({ visit, stop })),
    );
  return (
    <section>
      <h2>{t.visits}</h2>
      {calls.length === 0 ? <p className={classes.calm}>{t.noVisits}</p> : null}
      <ol className={classes.list}>
        {calls.map(({ visit, stop }) => (
          <li key={visit.id} className={classes.call}>
            <p>
              <Link to="/visits/$visitId" params={{ visitId: visit.id }}>
                <strong>{day(visit.on)}</strong>
              </Link>{' '}
              · {term.visitKind[visit.kind]} · {term.outcome[stop.outcome]}
            </p>
            {stop.said ? <blockquote className={classes.said}>{text(stop.said)}</blockquote> : null}
            <SourceMark source={stop.source} />
          </li>
        ))}
      </ol>
    </section>
  );
}
