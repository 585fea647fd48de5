import { Link } from '@tanstack/react-router';
import { ACCOUNTS_CHAIN, type AuditEntry } from '#src/domain/audit.ts';
import { minuteInChina } from '#src/domain/day.ts';
import { auditWords } from '#src/messages/audit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import classes from './audit.module.css';
import type { FactLine } from './fact-lines.ts';

/** So much of a hash is enough to find it again. */
const HASH_START = 8;

interface Props {
  entry: AuditEntry;
  where: string;
  lines: FactLine[];
}

/** One act: when and under which number, what and where, who in which role, what it changed, why. */
export function AuditItem({ entry, where, lines }: Props) {
  const t = useMessages(auditWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { actor } = entry;
  return (
    <li className={classes.item}>
      <div className={classes.when}>
        <time dateTime={entry.at}>{minuteInChina(entry.at)}</time>
        <span className={classes.chain} title={entry.hash}>
          {t.numbered(entry.number, entry.hash.slice(0, HASH_START))}
        </span>
      </div>
      <div className={classes.body}>
        <p>
          <strong>{t.action[entry.action]}</strong> ·{' '}
          {entry.chain === ACCOUNTS_CHAIN ? (
            where
          ) : (
            <Link to="/villages/$villageId" params={{ villageId: entry.chain }}>
              {where}
            </Link>
          )}
        </p>
        <p className={classes.who}>
          {actor ? (
            <>
              <Link
                to="/audit"
                search={(now) => ({ ...now, person: actor.id })}
                aria-label={t.onlyThis(text(actor.name))}
                className={classes.person}
              >
                {text(actor.name)}
              </Link>{' '}
              · {term.role[actor.role]}
              {actor.via === 'token' ? ` · ${t.byToken}` : null}
            </>
          ) : (
            t.nobody
          )}
        </p>
        {lines.length > 0 ? (
          <ul className={classes.facts}>
            {lines.map((line) => (
              <Fact key={line.label} line={line} isChange={entry.before !== null && entry.after !== null} />
            ))}
          </ul>
        ) : null}
        {entry.reason ? (
          <p className={classes.reason}>
            <span className={classes.calm}>{t.reason}:</span> {entry.reason}
          </p>
        ) : null}
        <About entry={entry} />
      </div>
    </li>
  );
}

function Fact({ line: { label, before, after }, isChange }: { line: FactLine; isChange: boolean }) {
  const t = useMessages(auditWords);
  return (
    <li>
      <span className={classes.calm}>{label}:</span>{' '}
      {isChange ? (
        <>
          {before ?? t.nothing} <span aria-hidden>→</span> <strong>{after ?? t.nothing}</strong>
        </>
      ) : (
        (after ?? `${before ?? t.nothing} (${t.was})`)
      )}
    </li>
  );
}

/** The way to what the act was about. */
function About({ entry: { subject, householdId, chain } }: { entry: AuditEntry }) {
  const t = useMessages(auditWords);
  const links = [
    subject.kind === 'visit' ? (
      <Link key="visit" to="/visits/$visitId" params={{ visitId: subject.id }}>
        {t.toVisit}
      </Link>
    ) : null,
    subject.kind === 'reading' ? (
      <Link
        key="reading"
        to="/villages/$villageId"
        params={{ villageId: chain }}
        search={{ reading: subject.id }}
      >
        {t.toReading}
      </Link>
    ) : null,
    householdId ? (
      <Link key="household" to="/households/$householdId" params={{ householdId }}>
        {t.toHousehold}
      </Link>
    ) : null,
  ].filter((link) => link !== null);
  return links.length > 0 ? (
    <p className={classes.links} data-no-print>
      {links}
    </p>
  ) : null;
}
