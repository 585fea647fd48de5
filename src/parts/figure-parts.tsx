import { Link } from '@tanstack/react-router';
import type { Level } from '#src/domain/change.ts';
import type { FigureExplanation, FigurePart, FigureSubject } from '#src/domain/figure-explanation.ts';
import { figureWords } from '#src/messages/figures.ts';
import { UNKNOWN_SIGN, useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMark } from './evidence-mark.tsx';
import classes from './figure-answer.module.css';
import { FigureTable } from './figure-facts.tsx';
import { useFigureText } from './figure-text.ts';
import { useHouseholdName } from './household-name.ts';
import { ReadingLink } from './reading-link.tsx';
import { useValueText } from './value-text.ts';

/** Whatever is in a figure, by its name and as a way to it. */
export function SubjectLink({ subject, villageId }: { subject: FigureSubject; villageId: string }) {
  const { text } = useFormat();
  const nameOf = useHouseholdName();
  const { kind, id, name, number } = subject;
  if (kind === 'household') {
    const head = typeof name === 'string' ? { zh: name, en: name } : name;
    return (
      <Link to="/households/$householdId" params={{ householdId: id }}>
        {nameOf({ head, number: number ?? '' })}
      </Link>
    );
  }
  if (kind === 'commitment') {
    return (
      <Link to="/commitments" search={{ village: villageId }}>
        {text(name)}
      </Link>
    );
  }
  return <>{text(name)}</>;
}

/** What each thing adds to the figure, with the readings that say so. */
export function FigureParts({ explained }: { explained: FigureExplanation }) {
  const t = useMessages(figureWords);
  const { parts, partsOf, from, to, village, figure } = explained;
  const isOfCommitments = parts.some(({ subject }) => subject.kind === 'commitment');
  // A figure of both visits together has nothing at the first alone.
  const isOfBoth = figure.from === null && parts.every((part) => part.from === null);
  return (
    <section>
      <h3>{t.parts(partsOf)}</h3>
      {parts.length === 0 ? <p>{t.noParts}</p> : <p className={classes.small}>{t.partsSubtitle}</p>}
      {parts.length < partsOf ? <p>{t.shownOf(parts.length, partsOf)}</p> : null}
      {parts.length > 0 ? (
        <FigureTable label={t.parts(partsOf)}>
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              {from && !isOfBoth ? <th scope="col">{from.on}</th> : null}
              <th scope="col">{from && isOfBoth && !isOfCommitments ? t.adds : to.on}</th>
              <th scope="col">{isOfCommitments ? t.verdict : t.behind}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.subject.id}>
                <th scope="row">
                  <SubjectLink subject={part.subject} villageId={village.id} />
                </th>
                {from && !isOfBoth ? <Added part={part} end="from" explained={explained} /> : null}
                <Added part={part} end="to" explained={explained} />
                <Behind part={part} />
              </tr>
            ))}
          </tbody>
        </FigureTable>
      ) : null}
    </section>
  );
}

interface AddedProps {
  part: FigurePart;
  end: 'from' | 'to';
  explained: FigureExplanation;
}

function Added({ part, end, explained: { partUnit } }: AddedProps) {
  const t = useMessages(figureWords);
  const { added: written } = useFigureText();
  const added = part[end];
  if (part.subject.kind === 'village' && added === null) return <td>{t.divides}</td>;
  return (
    <td className={classes.added} title={added === null ? t.notThere : undefined}>
      {added === null ? UNKNOWN_SIGN : written(added, partUnit)}
    </td>
  );
}

function Behind({ part: { readings, verdict, subject } }: { part: FigurePart }) {
  const term = useMessages(terms);
  if (subject.kind === 'commitment') return <td>{verdict ? term.verdict[verdict] : UNKNOWN_SIGN}</td>;
  return (
    <td>
      <ul className={classes.readings}>
        {readings.map(({ indicator, from, to }) => (
          <li key={indicator}>
            <span>{term.indicator[indicator]}</span>{' '}
            {from && from.readingId !== to?.readingId ? (
              <>
                <Read level={from} indicator={indicator} /> →{' '}
              </>
            ) : null}
            <Read level={to} indicator={indicator} />
          </li>
        ))}
      </ul>
    </td>
  );
}

function Read({
  level,
  indicator,
}: {
  level: Level;
  indicator: FigurePart['readings'][number]['indicator'];
}) {
  const valueText = useValueText();
  if (!level) return <>{valueText(indicator, null)}</>;
  return (
    <>
      <ReadingLink readingId={level.readingId}>{valueText(indicator, level.value)}</ReadingLink>{' '}
      <EvidenceMark grade={level.evidence} />
    </>
  );
}
