import { Link } from '@tanstack/react-router';
import type { Household } from '#src/domain/household.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import classes from './household-page.module.css';

/** Who lives there. */
export function MemberTable({ household: { members } }: { household: Household }) {
  const t = useMessages(householdWords);
  const { text } = useFormat();
  return (
    <section>
      <h2>{t.members}</h2>
      {members.length === 0 ? (
        <p className={classes.calm}>{t.noMembers}</p>
      ) : (
        <div className={classes.scroll} role="region" aria-label={t.members} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                {t.memberColumns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {members.map((m) => (
                <tr key={m.id}>
                  <th scope="row">
                    {text(m.name)} <SourceMark source={m.source} />
                  </th>
                  <td>{t.relation[m.relation]}</td>
                  <td>{m.birthYear ?? t.notKnown}</td>
                  <td>{t.sex[m.sex]}</td>
                  <td>{t.health[m.health]}</td>
                  <td>{t.labour[m.labour]}</td>
                  <td>{t.student[m.student]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Who helped, from when until when. */
export function HelperHistory({ household: { pairings } }: { household: Household }) {
  const t = useMessages(householdWords);
  const { text } = useFormat();
  return (
    <section>
      <h2>{t.helpers}</h2>
      {pairings.length === 0 ? <p className={classes.calm}>{t.noHelpers}</p> : null}
      <ul className={classes.list}>
        {pairings.toReversed().map((p) => (
          <li key={`${p.from}${text(p.helper)}`} className={classes.line}>
            <strong>{text(p.helper)}</strong> {p.until ? t.between(p.from, p.until) : t.since(p.from)}{' '}
            <SourceMark source={p.source} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One plan per household, its measures and their results. */
export function MeasureList({ household: { plan, measures } }: { household: Household }) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  return (
    <section>
      <h2>{t.plan}</h2>
      <p className={plan ? undefined : classes.calm}>{plan ? text(plan) : t.noPlan}</p>
      {measures.length === 0 ? <p className={classes.calm}>{t.noMeasures}</p> : null}
      <ul className={classes.list}>
        {measures.map((m) => (
          <li key={m.id} className={classes.line}>
            <strong>{term.measure[m.kind]}</strong>: {text(m.what)} ({m.until ? t.between(m.from, m.until) : t.since(m.from)})
            <br />
            {t.result}: {m.result ? text(m.result) : t.noResult} <SourceMark source={m.source} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ProjectList({ projects }: Pick<HouseholdRecord, 'projects'>) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  return (
    <section>
      <h2>{t.projects}</h2>
      {projects.length === 0 ? <p className={classes.calm}>{t.noProjects}</p> : null}
      <ul className={classes.list}>
        {projects.map((p) => (
          <li key={p.id} className={classes.line}>
            <Link to="/projects/$projectId" params={{ projectId: p.id }}>
              {text(p.name)}
            </Link>{' '}
            · {term.measure[p.kind]} <SourceMark source={p.source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
