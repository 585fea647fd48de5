import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { JudgedBy } from '#src/domain/exit-answer.ts';
import type { Criterion, ExitVerdict, Turning } from '#src/domain/exit-verdict.ts';
import { gradesOf } from '#src/domain/figure.ts';
import type { Incidence } from '#src/domain/incidence.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks } from './evidence-mark.tsx';
import classes from './exit-verdict-view.module.css';
import { FigureLink } from './figure-link.tsx';
import { ReadingLink } from './reading-link.tsx';
import { useExitWords } from './use-exit-words.ts';

const glyphs: Record<Criterion['state'], string> = { met: '✓', notMet: '✕', unknown: '?' };
interface Props {
  verdict: ExitVerdict;
  judgedBy: JudgedBy;
  villageId: string;
  /** Of a village: what its incidence is, and what a household is called where the verdict names some. */
  incidence?: Incidence;
  householdName?: (householdId: string) => string;
}

/** Each criterion of a verdict, the open ones first: how it stands, on which readings, what is missing and what would turn it. */
export function ExitCriteria({ verdict, ...given }: Props) {
  const { t } = useExitWords();
  const isReady = verdict.verdict === 'ready';
  const isOpen = (c: Criterion): boolean => c.required && c.state !== 'met';
  const inOrder = verdict.criteria.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  return (
    <>
      {inOrder.filter(isOpen).length > 1 ? <p>{t.openFirst}</p> : null}
      {isReady ? <p>{t.anyUndoes}</p> : null}
      <ul className={classes.criteria}>
        {inOrder.map((criterion) => (
          <CriterionItem
            key={criterion.code}
            criterion={criterion}
            subjectId={verdict.subjectId}
            turns={criterion.required && isReady === (criterion.state === 'met')}
            {...given}
          />
        ))}
      </ul>
    </>
  );
}

interface ItemProps extends Omit<Props, 'verdict'> {
  criterion: Criterion;
  /** Whether its turning would turn the verdict. */
  turns: boolean;
  /** Of whom the verdict is. */
  subjectId: string;
}

function CriterionItem({
  criterion: c,
  turns,
  judgedBy,
  villageId,
  subjectId,
  incidence,
  householdName,
}: ItemProps) {
  const { t, nameOf, missingText, turningText, figureText } = useExitWords();
  const ofMany = householdName !== undefined;
  const applies = c.state !== 'met' || c.turning !== null || c.code === 'income';
  // What it is called says already what is missing of it.
  const misses = c.missing.some((one) => one.indicator !== c.code);
  const isPlain = c.turning?.kind === 'reading' || (c.turning?.kind === 'guarantee' && c.state === 'met');
  const figure = figureText(c, judgedBy, incidence);
  return (
    <li className={classes.criterion}>
      <span className={classes.glyph} data-state={c.state} aria-hidden>
        {glyphs[c.state]}
      </span>
      <div className={classes.body}>
        <p>
          <strong>{t.stands(nameOf(c.code), t.state[c.state], applies || ofMany)}</strong>
          {c.required ? null : <span className={classes.calm}> · {t.alongside}</span>}
        </p>
        {figure ? (
          <p>
            {c.code === 'incidence' ? (
              <FigureLink code="incidence">{figure}</FigureLink>
            ) : (
              <FigureLink code="householdIncome" villageId={villageId} householdId={subjectId}>
                {figure}
              </FigureLink>
            )}
          </p>
        ) : null}
        {misses ? <p>{t.missing(missingText(c.missing, ofMany))}</p> : null}
        {turns && c.turning && !isPlain ? (
          <p>
            {(c.state === 'met' ? t.wouldUndo : t.wouldDo)(turningText(c.turning, ofMany))}{' '}
            <NamedHouseholds turning={c.turning} householdName={householdName} />
          </p>
        ) : null}
        <Readings criterion={c} />
      </div>
    </li>
  );
}

function NamedHouseholds({
  turning,
  householdName,
}: {
  turning: Turning;
  householdName: Props['householdName'];
}) {
  if (turning.kind !== 'persons' || !householdName) return null;
  return turning.householdIds.map((householdId) => (
    <Link
      key={householdId}
      to="/households/$householdId"
      params={{ householdId }}
      hash="exit"
      className={classes.household}
    >
      {householdName(householdId)}
    </Link>
  ));
}

/** The readings that it rests on; a day that all of them share stands once, and so does how well they are known. */
function Readings({ criterion: { code, readings } }: { criterion: Criterion }): ReactNode {
  const { t } = useExitWords();
  const term = useMessages(terms);
  if (readings.length === 0) return <p className={classes.calm}>{t.nothingRead}</p>;
  // An incidence rests on every poor household's readings: the list of households leads to those.
  const shown = code === 'incidence' ? readings.filter((r) => r.indicator === 'ruralPopulation') : readings;
  const [first] = readings;
  const isOneDay = readings.every((r) => r.trueOn === first?.trueOn);
  return (
    <p className={classes.readings}>
      {shown.map((r) => (
        <ReadingLink key={r.readingId} readingId={r.readingId}>
          {isOneDay ? term.indicator[r.indicator] : `${term.indicator[r.indicator]} ${r.trueOn}`}
        </ReadingLink>
      ))}
      {shown.length < readings.length ? <span>{t.householdsBelow}</span> : null}
      {isOneDay ? <span>{first?.trueOn}</span> : null}
      <EvidenceMarks grades={gradesOf(readings)} />
    </p>
  );
}
