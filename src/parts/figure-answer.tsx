import { useRouter } from '@tanstack/react-router';
import { moveOf, whyOf } from '#src/domain/figure-code.ts';
import { guarantees } from '#src/domain/indicator.ts';
import type { ExplainedFigure, FigureExplanation } from '#src/domain/figure-explanation.ts';
import { moveGroups } from '#src/domain/mobility.ts';
import { figureWords } from '#src/messages/figures.ts';
import { UNKNOWN_SIGN, useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { EvidenceMarks } from './evidence-mark.tsx';
import classes from './figure-answer.module.css';
import { FigureAgain, FigureFacts } from './figure-facts.tsx';
import { FigureParts } from './figure-parts.tsx';
import { FigureRules } from './figure-rules.tsx';
import { asPrinted, useFigureText } from './figure-text.ts';
import { FigureUnknowns } from './figure-unknowns.tsx';

/** The whole explanation, in the order in which one doubts: what it says, by which rule, of whom, and what is missing. */
export function FigureAnswer({ explained: given }: { explained: FigureExplanation }) {
  const explained = asPrinted(given);
  const t = useMessages(figureWords);
  const { day, text } = useFormat();
  const { exact } = useFigureText();
  const { code, village, from, to, knownOn, figure, terms } = explained;
  const definition = t.definitions[code];
  const visits = from ? t.twoVisits(day(from.on), day(to.on)) : t.oneVisit(day(to.on));
  const known = knownOn ? t.knownOn(day(knownOn)) : t.knownToday;
  return (
    <div className={classes.answer}>
      <Value figure={figure} />
      <FigureFacts
        formula={definition.formula}
        terms={terms.map(({ term, unit, from: then, to: now }) => ({
          term,
          words: (
            <>
              {then === null ? null : <>{exact(then, unit)} → </>}
              <strong>{now === null ? UNKNOWN_SIGN : exact(now, unit)}</strong>
            </>
          ),
        }))}
        source={definition.source}
        asked={
          <>
            {definition.query} {t.queryAt(text(village.name), visits)}
            {known}
          </>
        }
        unknowns={definition.unknowns}
      >
        <FigureRules explained={explained} />
      </FigureFacts>
      <FigureParts explained={explained} />
      <FigureUnknowns explained={explained} />
      <Reproduced explained={explained} />
    </div>
  );
}

function Value({ figure: { from, to } }: Pick<FigureExplanation, 'figure'>) {
  const t = useMessages(figureWords);
  const unknown = useMessages(partsWords).unknown;
  const { quantity } = useFigureText();
  const said = ({ value, unit, range }: ExplainedFigure) => {
    if (value !== null) return quantity(value, unit);
    return range ? t.between(quantity(range.low, unit), quantity(range.high, unit)) : unknown;
  };
  const { value, range, unit } = to;
  const open =
    value !== null && range ? ([quantity(range.low, unit), quantity(range.high, unit)] as const) : null;
  return (
    <div className={classes.value}>
      <p className={classes.number}>
        {from ? (
          <>
            <span className={classes.then}>{said(from)}</span> <span aria-hidden>→</span>{' '}
          </>
        ) : null}
        <strong>{said(to)}</strong>
      </p>
      <p className={classes.small}>
        <span>{t.coverage(to.known, to.of, t.counted[to.countedIn])}</span>
        {open && open[0] !== open[1] ? <span>{t.range(...open)}</span> : null}
        <EvidenceMarks grades={to.evidence} />
      </p>
    </div>
  );
}

/** The same figure again: as a link that names its visits and its rules, and from the API. */
function Reproduced({ explained }: { explained: FigureExplanation }) {
  const router = useRouter();
  const { code, village, household } = explained;
  const { pinned, k, page } = pinnedOf(explained);
  const search = { ...pinned, ...(k && { k }), figure: code };
  const path = router.buildLocation(
    household
      ? {
          to: '/households/$householdId',
          params: { householdId: household.id },
          search: { ...search, of: village.id, whose: household.id },
        }
      : { to: page, params: { villageId: village.id }, search },
  ).href;
  const asked = new URLSearchParams({
    ...pinned,
    ...(k && { k: String(k) }),
    ...(household && { householdId: household.id }),
  });
  return <FigureAgain href={path} api={`/villages/${village.id}/figures/${code}?${asked.toString()}`} />;
}

/** Everything that makes the figure this one: visits, day of knowledge and rules, and the page that they stand on. */
function pinnedOf({ code, from, to, knownOn, rules, deprivationRule }: FigureExplanation) {
  const isMoved = moveOf(code) !== null || code === 'shorrocks' || moveGroups.some((group) => group === code);
  const first = whyOf(code) ? rules?.from : null;
  const own = rules || deprivationRule || isMoved;
  return {
    pinned: {
      ...(from && { from: from.id }),
      to: to.id,
      ...(knownOn && { knownOn }),
      ...(rules && { series: rules.to.series, income: rules.to.income.id }),
      ...(first && { seriesFrom: first.series, incomeFrom: first.income.id }),
    },
    k: deprivationRule && Math.round(deprivationRule.k * guarantees.length),
    page: whyOf(code)
      ? ('/villages/$villageId/why' as const)
      : own
        ? ('/villages/$villageId/measures' as const)
        : ('/villages/$villageId' as const),
  };
}
