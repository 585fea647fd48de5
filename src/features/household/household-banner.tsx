import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { pairingOn } from '#src/domain/household.ts';
import { lastMetOn } from '#src/domain/household-view.ts';
import { statusAt } from '#src/domain/incidence.ts';
import { numberOf } from '#src/domain/reading.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMark, SourceMark } from '#src/parts/evidence-mark.tsx';
import { LogVisitLink } from '#src/parts/log-visit-link.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { successionFacts } from './succession-facts.tsx';
import { StatusBadge } from '#src/parts/status-badge.tsx';
import action from '#src/ui/action-link.module.css';
import classes from './household-banner.module.css';
import type { SectionProps } from './section-props.ts';

/** Who they are and how they stand; a fact that is not known is not in it, but in the sentence below it. */
export function HouseholdBanner({ record, view }: SectionProps) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { text, quantity } = useFormat();
  const { household: h, village } = record;
  const status = view.latest.level(h.id, 'status');
  const persons = view.latest.level(h.id, 'persons');
  const helper = pairingOn(h, view.on);
  const met = lastMetOn(view.calls);
  const [last] = view.calls;
  const shut = last?.stop.outcome === 'nobodyHome' ? last : null;
  const badge = <StatusBadge status={statusAt(view.latest, h.id)} />;
  const facts: [string, ReactNode][] = [];
  if (persons && numberOf(persons) !== null) {
    facts.push([
      t.facts.persons,
      <>
        <ReadingLink readingId={persons.id}>{quantity(numberOf(persons), 'person')}</ReadingLink>{' '}
        <EvidenceMark grade={persons.evidence} />
      </>,
    ]);
  }
  if (h.mainCause !== 'unknown') {
    const others = h.otherCauses.map((cause) => term.cause[cause]);
    facts.push([t.facts.cause, t.mainCause(term.cause[h.mainCause], others)]);
  }
  if (helper) {
    facts.push([t.facts.helper, `${text(helper.helper)} (${t.since(helper.from)})`]);
  }
  facts.push([
    t.facts.lastVisit,
    <>
      {met ?? t.never}
      {shut ? <small> · {t.nobodyHomeOn(shut.visit.on)}</small> : null}
    </>,
  ]);
  if (h.registeredOn) facts.push([t.facts.registered, h.registeredOn]);
  if (h.leftOn) facts.push([t.facts.left, h.leftOn]);
  facts.push(...successionFacts(record, t.facts));
  return (
    <header className={classes.banner}>
      <nav className={classes.path} aria-label={t.place} data-no-print>
        <Link to="/villages/$villageId" params={{ villageId: village.id }}>
          {text(village.name)}
        </Link>
        <span aria-hidden>›</span>
        <Link to="/villages/$villageId/households" params={{ villageId: village.id }}>
          {t.households}
        </Link>
      </nav>
      <div className={classes.heading}>
        <h1>{text(h.head)}</h1>
        <span className={classes.number}>{t.number(h.number)}</span>
        <SourceMark source={h.source} />
      </div>
      <p className={classes.status}>
        {status ? (
          <ReadingLink readingId={status.id} className={classes.badge}>
            {badge}
          </ReadingLink>
        ) : (
          badge
        )}
        {status ? <span className={classes.since}>{t.readOn(status.trueOn)}</span> : null}
        {status ? <EvidenceMark grade={status.evidence} /> : null}
      </p>
      <dl className={classes.facts}>
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <LogVisitLink village={village} householdId={h.id} className={`${classes.log} ${action.link}`}>
        {t.logVisit}
      </LogVisitLink>
    </header>
  );
}
