import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Source } from '#src/domain/source.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import type { SectionProps } from './section-props.ts';
import classes from './reported-facts.module.css';

interface Fact {
  key: string;
  about: ReactNode;
  said: ReactNode;
}

type Report = Extract<Source, { kind: 'report' }>;

/** All that was published about the household, each article by itself: nothing invented stands among it. */
export function ReportedFacts({ view }: SectionProps) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const valueText = useValueText();
  const articles = new Map<string, { source: Report; facts: Fact[] }>();
  const add = (source: Source, fact: Fact) => {
    if (source.kind !== 'report' || source.publishedOn > view.on) return;
    const key = `${source.publishedOn} ${source.publisher.zh}`;
    const article = articles.get(key) ?? { source, facts: [] };
    article.facts.push(fact);
    articles.set(key, article);
  };
  for (const { visit, stop } of view.calls) {
    add(stop.source, {
      key: visit.id,
      about: (
        <Link to="/visits/$visitId" params={{ visitId: visit.id }}>
          {visit.on}
        </Link>
      ),
      said: stop.said ? text(stop.said) : term.outcome[stop.outcome],
    });
  }
  for (const m of view.measures) {
    add(m.source, {
      key: m.id,
      about: term.measure[m.kind],
      said: `${text(m.what)}${m.result ? ` · ${text(m.result)}` : ''}`,
    });
  }
  for (const r of view.readings) {
    add(r.source, {
      key: r.id,
      about: term.indicator[r.indicator],
      said: <ReadingLink readingId={r.id}>{valueText(r.indicator, r.value)}</ReadingLink>,
    });
  }
  return [...articles].map(([key, { source, facts }]) => (
    <section key={key} className={classes.reported} aria-labelledby={`reported-${source.publishedOn}`}>
      <h2 id={`reported-${source.publishedOn}`}>{t.reported}</h2>
      <SourceMark source={source} />
      <dl className={classes.facts}>
        {facts.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.about}</dt>
            <dd>{fact.said}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
