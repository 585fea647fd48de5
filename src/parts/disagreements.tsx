import { Link } from '@tanstack/react-router';
import { disagreementsIn } from '#src/domain/disagreement.ts';
import type { Reading } from '#src/domain/reading.ts';
import { disagreementWords } from '#src/messages/disagreements.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import classes from './disagreements.module.css';
import { EvidenceMark } from './evidence-mark.tsx';
import { ReadingLink } from './reading-link.tsx';
import { useValueText } from './value-text.ts';

interface Props {
  readings: readonly Reading[];
  /** Where the page is of more than one subject. */
  nameOf?: (reading: Reading) => string;
}

/** What visits of one day read differently, beside each other, each a way to where it is corrected; nothing where they agree. */
export function Disagreements({ readings, nameOf }: Props) {
  const t = useMessages(disagreementWords);
  const term = useMessages(terms);
  const found = disagreementsIn(readings);
  if (found.length === 0) return null;
  return (
    <section className={classes.section} id="disagreements">
      <h2>{t.heading}</h2>
      <p>{t.explained(found.length)}</p>
      <ul className={classes.list}>
        {found.map(({ readings: of }) => {
          const [first] = of;
          if (!first) return null;
          return (
            <li key={first.id}>
              <h3>
                {nameOf ? `${nameOf(first)} · ` : null}
                {term.indicator[first.indicator]}, {first.trueOn}
              </h3>
              <div className={classes.both}>
                {of.map((r, at) => (
                  <One key={r.id} reading={r} counts={at === of.length - 1} />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function One({ reading: r, counts }: { reading: Reading; counts: boolean }) {
  const t = useMessages(disagreementWords);
  const { text } = useFormat();
  const valueText = useValueText();
  return (
    <div className={classes.one}>
      <p className={classes.value}>
        <ReadingLink readingId={r.id}>{valueText(r.indicator, r.value)}</ReadingLink>
        {counts ? <span>{t.counts}</span> : null}
      </p>
      <p className={classes.small}>
        {t.recorded(r.recordedOn, text(r.recordedBy))} <EvidenceMark grade={r.evidence} />
      </p>
      {r.source.kind === 'visit' ? (
        <Link to="/visits/$visitId" params={{ visitId: r.source.visitId }} className={classes.link}>
          {t.toVisit}
        </Link>
      ) : null}
    </div>
  );
}
