import { getRouteApi, Link } from '@tanstack/react-router';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { WaterfallChart } from '#src/charts/waterfall-chart.tsx';
import type { Explanation } from '#src/domain/why-answer.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { whyWords } from '#src/messages/why.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { plainly } from '#src/ui/says.ts';
import type { SectionProps } from './section-props.ts';
import { PartHouseholds } from './part-households.tsx';
import { isByIncome, isMoved, isReason, useFinding, type ShownPart } from './use-finding.ts';
import classes from './why.module.css';

const route = getRouteApi('/villages/$villageId/why');

interface Props extends SectionProps {
  explanation: Explanation;
}

/** One figure: the finding, the bars, and the households of the bar that is open. */
export function ExplanationSection({ explanation: e, ...shared }: Props) {
  return (
    <section id={`why-${e.what}`} className={classes.section}>
      {e.parts.length === 0 ? <Unknown explanation={e} answer={shared.answer} /> : null}
      {e.parts.length > 0 && !e.parts.some(isMoved) ? <Unmoved explanation={e} {...shared} /> : null}
      {e.parts.some(isMoved) ? <Drawn explanation={e} {...shared} /> : null}
    </section>
  );
}

/** Nothing is drawn where an end is not known: which, why, and where to look. */
function Unknown({ explanation: e, answer }: Pick<Props, 'explanation' | 'answer'>) {
  const t = useMessages(whyWords);
  const { day } = useFormat();
  const { sentence } = useFinding(answer);
  const ends = [
    { visit: answer.from, end: e.ends.from },
    { visit: answer.to, end: e.ends.to },
  ].filter(({ end }) => end.missing !== null);
  return (
    <div className={classes.unknown}>
      <h3>
        <FigureSentence says={sentence(e)} />
      </h3>
      <p>
        {ends.map(({ visit }) => (
          <Link key={visit.id} to="/visits/$visitId" params={{ visitId: visit.id }}>
            {t.toVisit(day(visit.on))}
          </Link>
        ))}
      </p>
    </div>
  );
}

/** Two equal bars would say less than the sentence. */
function Unmoved({ explanation: e, answer, source }: Props) {
  const t = useMessages(whyWords);
  const { sentence } = useFinding(answer);
  return (
    <div>
      <h3>
        <FigureSentence says={sentence(e)} />
      </h3>
      <p className={classes.note}>
        {t.measured[e.what]} · {t.known(knownIn(e.ends.from), knownIn(e.ends.to))} · {source}
      </p>
      <EvidenceMarks grades={e.evidence} />
    </div>
  );
}

const knownIn = ({ known, of }: Explanation['ends']['from']): [number, number] => [known, of];

function Drawn({ explanation: e, answer, rulesText, source }: Props) {
  const t = useMessages(whyWords);
  const { howMade } = useMessages(partsWords);
  const search = route.useSearch();
  const { by, level, shownOf, sentence, corrected } = useFinding(answer);
  const shown = shownOf(e);
  if (!shown) return null;
  const { from, to } = answer;
  const mended = corrected(e);
  const start = { id: from.id, name: mended ? t.asTold(from.on) : from.on, value: shown.told };
  const end = { id: to.id, name: to.on, value: shown.to };
  const behind = (p: ShownPart) => {
    const words = p.households > 0 ? t.households(p.households, p.raised, p.lowered) : '';
    return p.village ? t.withVillage(words) : words;
  };
  const moved = shown.parts.filter(isMoved);
  const still = shown.parts.filter((p) => !isMoved(p));
  const open = search.what === e.what ? moved.find((p) => p.why === search.part) : undefined;
  const measured = [t.measured[e.what], e.unit === 'percent' ? t.pointsUnit : t.yuanUnit].join(' · ');
  return (
    <>
      <ChartFigure
        title={plainly(sentence(e))}
        heading={<FigureSentence says={sentence(e)} />}
        subtitle={measured}
        coverage={t.known(knownIn(e.ends.from), knownIn(e.ends.to))}
        filters={isByIncome(e.what) ? rulesText : undefined}
        marks={<EvidenceMarks grades={e.evidence} />}
        source={source}
        fileName={`${answer.villageId}-why-${e.what}`}
        more={<FigureLink code={`why.${e.what}`}>{howMade}</FigureLink>}
        table={{
          columns: [...t.tableColumns],
          rows: [
            [start.name, level(start.value, e.unit), ''],
            ...shown.parts.map((p) => [t.reasons[p.why], by(p.printed, e.unit), behind(p)]),
            [end.name, level(end.value, e.unit), ''],
          ],
        }}
        renderCell={(cell, row, column) => {
          const why = shown.parts[row - 1]?.why;
          if (column !== 1) return cell;
          return <FigureLink code={why ? `why.${e.what}.${why}` : `why.${e.what}`}>{cell}</FigureLink>;
        }}
      >
        <WaterfallChart
          start={start}
          end={end}
          steps={moved.map((p) => ({
            id: p.why,
            name: t.reasons[p.why],
            detail: behind(p),
            value: p.printed,
            unsure: p.why === 'known',
          }))}
          format={(value) => level(value, e.unit)}
          formatChange={(value) => by(value, e.unit)}
          unsureWord={t.reasons.known}
          renderLink={(id, mark, label) =>
            isReason(id, e.parts) ? (
              <Link
                to="."
                search={(now: object) => ({
                  ...now,
                  ...(open?.why === id ? { what: undefined, part: undefined } : { what: e.what, part: id }),
                })}
                resetScroll={false}
                aria-label={label}
                aria-expanded={open?.why === id}
              >
                {mark}
              </Link>
            ) : (
              <Link to="/visits/$visitId" params={{ visitId: id }} aria-label={label}>
                {mark}
              </Link>
            )
          }
        />
      </ChartFigure>
      {mended ? (
        <p className={classes.note}>
          <FigureSentence says={mended} />
        </p>
      ) : null}
      {still.length > 0 ? (
        <p className={classes.note}>{t.notDrawn(still.map((p) => t.reasons[p.why]))}</p>
      ) : null}
      {open ? (
        <PartHouseholds
          key={open.why}
          explanation={e}
          part={open.why}
          by={by(open.printed, e.unit)}
          answer={answer}
          rulesText={rulesText}
          source={source}
        />
      ) : null}
    </>
  );
}
