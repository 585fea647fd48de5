import type { FigureExplanation, FigureUnknown } from '#src/domain/figure-explanation.ts';
import { figureWords } from '#src/messages/figures.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import classes from './figure-answer.module.css';
import { SubjectLink } from './figure-parts.tsx';

/** What a figure leaves out because nobody knows it, so that it can be asked for. */
export function FigureUnknowns({ explained }: { explained: FigureExplanation }) {
  const t = useMessages(figureWords);
  const { unknown, unknownOf, village } = explained;
  return (
    <section>
      <h3>{t.unknown(unknownOf)}</h3>
      {unknownOf === 0 ? <p>{t.nothingUnknown}</p> : null}
      {unknown.length < unknownOf ? <p>{t.shownOf(unknown.length, unknownOf)}</p> : null}
      <ul className={classes.unknowns}>
        {unknown.map((one) => (
          <li key={one.subject.id}>
            <SubjectLink subject={one.subject} villageId={village.id} />{' '}
            <Missing one={one} explained={explained} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Missing({ one, explained: { from, to } }: { one: FigureUnknown; explained: FigureExplanation }) {
  const t = useMessages(figureWords);
  const term = useMessages(terms).indicator;
  const said = (names: FigureUnknown['from'], on: string | undefined) =>
    names.length > 0 && on ? `${names.map((name) => term[name]).join(', ')} ${t.unknownAt(on)}` : null;
  return (
    <span className={classes.missing}>
      {[said(one.from, from?.on), said(one.to, to.on)].filter(Boolean).join('; ')}
    </span>
  );
}
