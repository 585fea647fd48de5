import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import type { SectionProps } from './section-props.ts';
import classes from './household-report.module.css';

/** One plan per household, and what was done of it with what result. */
export function SupportSection({ record: { household: h }, view: { measures } }: SectionProps) {
  const t = useMessages(householdWords).support;
  const term = useMessages(terms);
  const { text } = useFormat();
  return (
    <section className={classes.section}>
      <h2>{t.heading}</h2>
      {h.plan ? (
        <p>
          <strong>{t.plan}</strong> {text(h.plan)} <SourceMark source={h.source} />
        </p>
      ) : null}
      {measures.length === 0 ? <p className={classes.quiet}>{t.noMeasure}</p> : null}
      <ul className={classes.list}>
        {measures.map((m) => (
          <li key={m.id} className={classes.item}>
            <span>{term.measure[m.kind]}</span>
            <div className={classes.body}>
              <p className={classes.name}>{text(m.what)}</p>
              <p className={m.result ? undefined : classes.quiet}>
                {t.result}: {m.result ? text(m.result) : t.noResult}
              </p>
              <p className={classes.small}>
                <span>{t.period(m.from, m.until)}</span>
                <SourceMark source={m.source} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who was designated to help, from and until; the last one first. */
export function HelperSection({ view: { pairings } }: SectionProps) {
  const t = useMessages(householdWords).helpers;
  const { text } = useFormat();
  return (
    <section className={classes.section}>
      <h2>{t.heading}</h2>
      {pairings.length === 0 ? <p className={classes.quiet}>{t.none}</p> : null}
      <ul className={classes.list}>
        {pairings.map((p) => (
          <li key={`${p.from} ${text(p.helper)}`} className={classes.body}>
            <p className={classes.name}>{text(p.helper)}</p>
            <p className={classes.small}>
              <span>
                {p.from} – {p.until ?? t.now}
              </span>
              <SourceMark source={p.source} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
