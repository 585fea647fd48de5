import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { FlowTable } from '#src/charts/flow-table.tsx';
import { ShowMore } from '#src/charts/show-more.tsx';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { HouseholdsProgress, Progress } from '#src/domain/progress.ts';
import { householdsIn, standingStates, type Transition } from '#src/domain/mobility.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { terms } from '#src/messages/terms.ts';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { WhyLink } from '#src/parts/why-link.tsx';
import { plainly, type Says } from '#src/ui/says.ts';
import type { DrawnProps } from './drawn-props.ts';
import { pairOf } from './findings.ts';
import classes from './status-section.module.css';

/** Who moved from where to where. */
export function StatusSection({ progress, each, source }: DrawnProps) {
  const t = useMessages(progressWords).status;
  const page = useMessages(progressWords);
  const term = useMessages(terms).standing;
  const { quantity } = useFormat();
  const moved = householdsIn('moved', progress.transitions);
  const all = quantity(householdsIn('everybody', progress.transitions), 'household');
  const finding: Says<FigureCode> = (open) =>
    moved === 0
      ? t.noneMoved(open(all, 'everybody'))
      : t.title(open(t.moved(moved), 'moved'), open(all, 'everybody'));
  const [opened, setOpened] = useState<string | null>(null);
  const states = standingStates.map((id) => ({ id, name: term[id] }));
  return (
    <section id="status" className={classes.section}>
      <h2>{page.sections.status}</h2>
      <ChartFigure
        title={plainly(finding)}
        heading={<FigureSentence says={finding} />}
        subtitle={t.subtitle}
        marks={<EvidenceMarks grades={progress.incidence.to.figure.evidence} />}
        more={
          <WhyLink
            villageId={progress.villageId}
            pair={pairOf(progress)}
            what="incidence"
            figure={page.figures.incidence}
          />
        }
        source={source}
        fileName={`${progress.villageId}-status`}
        isTable
        table={{
          columns: [...t.columns],
          rows: progress.transitions.map((tr) => [
            term[tr.from],
            term[tr.to],
            String(tr.householdIds.length),
            String(tr.persons),
            String(tr.personsUnknown),
          ]),
        }}
      >
        <FlowTable
          name={plainly(finding)}
          corner={t.corner}
          states={states}
          flows={progress.transitions.map((tr) => ({
            from: tr.from,
            to: tr.to,
            count: (
              <button
                type="button"
                className={classes.open}
                aria-expanded={opened === keyOf(tr)}
                aria-label={`${t.move(term[tr.from], term[tr.to])}: ${quantity(tr.householdIds.length, 'household')}`}
                onClick={() => setOpened(opened === keyOf(tr) ? null : keyOf(tr))}
              >
                {quantity(tr.householdIds.length, 'household')}
              </button>
            ),
            detail: t.persons(tr.persons, tr.personsUnknown),
          }))}
        />
      </ChartFigure>
      {each ? (
        <Movers
          progress={progress}
          each={each}
          shown={progress.transitions.filter((tr) => (opened ? keyOf(tr) === opened : tr.from !== tr.to))}
        />
      ) : null}
    </section>
  );
}

const keyOf = ({ from, to }: Transition): string => `${from}>${to}`;

interface MoversProps {
  progress: Progress;
  each: HouseholdsProgress;
  shown: Transition[];
}

/** The households of the cell that was opened, else all that moved. */
function Movers({ progress, each, shown }: MoversProps) {
  const t = useMessages(progressWords).status;
  const term = useMessages(terms).standing;
  const nameOf = useHouseholdName();
  const names = new Map(each.households.map(({ household: h }) => [h.id, nameOf(h)]));
  if (shown.length === 0) return null;
  return (
    <>
      <h3>{t.who}</h3>
      <dl className={classes.movers}>
        {shown.map((tr) => (
          <div key={keyOf(tr)} className={classes.move}>
            <dt>{t.move(term[tr.from], term[tr.to])}</dt>
            <dd>
              <MoverNames
                ids={tr.householdIds}
                names={names}
                pair={{ from: progress.from.id, to: progress.to.id }}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** So many names stand there at once: in a large village thousands move. */
const NAMES = 24;

interface MoverNamesProps {
  ids: string[];
  names: Map<string, string>;
  pair: { from: string; to: string };
}

function MoverNames({ ids, names, pair }: MoverNamesProps) {
  const [shown, setShown] = useState(NAMES);
  return (
    <>
      {ids.slice(0, shown).map((householdId) => (
        <Link key={householdId} to="/households/$householdId" params={{ householdId }} search={pair}>
          {names.get(householdId) ?? householdId}
        </Link>
      ))}
      <ShowMore shown={shown} all={ids.length} least={NAMES} onShow={setShown} />
    </>
  );
}
