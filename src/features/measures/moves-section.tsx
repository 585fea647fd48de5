import { getRouteApi, Link } from '@tanstack/react-router';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { FlowTable } from '#src/charts/flow-table.tsx';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { Counted, MeasuresBetween } from '#src/domain/measures-between.ts';
import { householdsIn, standingStates, type Transition } from '#src/domain/mobility.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { plainly, type Says } from '#src/ui/says.ts';
import { MeasureItem } from './measure-item.tsx';
import classes from './measures.module.css';

const route = getRouteApi('/villages/$villageId/measures');

interface Props {
  measures: MeasuresBetween;
  source: string;
}

const keyOf = ({ from, to }: Transition): string => `${from}.${to}`;

/** From which state of the register to which: the same households, with who joined and who left beside them. */
export function MovesSection({ measures, source }: Props) {
  const t = useMessages(measuresWords);
  const term = useMessages(terms).standing;
  const { quantity } = useFormat();
  const { move: opened } = route.useSearch();
  const { moves } = measures.mobility;
  const most = Math.max(1, ...moves.map((m) => m.householdIds.length));
  const moved = householdsIn('moved', moves);
  const all = quantity(householdsIn('everybody', moves), 'household');
  const finding: Says<FigureCode> = (open) =>
    moved === 0
      ? t.noneMoved(open(all, 'everybody'))
      : t.moved(open(t.movers(moved), 'moved'), open(all, 'everybody'));
  const title = plainly(finding);
  return (
    <section id="moves" className={classes.section}>
      <h2>{t.moves}</h2>
      <ChartFigure
        title={title}
        heading={<FigureSentence says={finding} />}
        subtitle={t.movesSubtitle}
        marks={<EvidenceMarks grades={measures.to.evidence.status} />}
        source={source}
        fileName={`${measures.villageId}-moves`}
        isTable
        empty={moves.length === 0}
        table={{
          columns: t.moveColumns,
          rows: moves.map((m) => [
            term[m.from],
            term[m.to],
            String(m.householdIds.length),
            String(m.persons),
            String(m.personsUnknown),
          ]),
        }}
      >
        <FlowTable
          name={title}
          corner={t.corner}
          states={standingStates.map((id) => ({ id, name: term[id] }))}
          flows={moves.map((m) => ({
            from: m.from,
            to: m.to,
            weight: m.householdIds.length / most,
            count: (
              <Link
                from={route.id}
                to="."
                search={(now) => ({ ...now, move: opened === keyOf(m) ? undefined : keyOf(m) })}
                hash="moves"
                resetScroll={false}
                className={classes.open}
                aria-current={opened === keyOf(m) ? 'true' : undefined}
                aria-label={`${t.move(term[m.from], term[m.to])}: ${quantity(m.householdIds.length, 'household')}`}
              >
                {quantity(m.householdIds.length, 'household')}
              </Link>
            ),
            detail: (
              <FigureLink code={`move.${m.from}.${m.to}`}>
                {t.movePersons(m.persons, m.personsUnknown)}
              </FigureLink>
            ),
          }))}
        />
      </ChartFigure>
      <Beside measures={measures} />
      <Movers
        measures={measures}
        shown={moves.filter((m) => (opened ? keyOf(m) === opened : m.from !== m.to))}
      />
    </section>
  );
}

/** The fixed panel, entrants and leavers, and the matrix in one figure. */
function Beside({ measures: { mobility } }: { measures: MeasuresBetween }) {
  const t = useMessages(measuresWords);
  const { quantity, index } = useFormat();
  const { panel, shorrocks } = mobility;
  const counted = (group: Counted) =>
    t.counted(quantity(group.households, 'household'), t.movePersons(group.persons, group.personsUnknown));
  const said = (value: number | null) => (value === null ? t.notDefined : index(value));
  return (
    <dl className={classes.beside}>
      {(['panel', 'entrants', 'leavers'] as const).map((group) => (
        <div key={group} className={classes.measure}>
          <dt>{t[group]}</dt>
          <dd>
            <FigureLink code={group}>{counted(mobility[group])}</FigureLink>
          </dd>
        </div>
      ))}
      <MeasureItem
        name="shorrocks"
        code="shorrocks"
        value={said(shorrocks.households)}
        small={[t.knownStates(shorrocks.known, panel.households)]}
      />
    </dl>
  );
}

/** The households of the cell that the link opens, else all that moved. */
function Movers({ measures, shown }: Omit<Props, 'source'> & { shown: Transition[] }) {
  const t = useMessages(measuresWords);
  const term = useMessages(terms).standing;
  const { quantity } = useFormat();
  const nameOf = useHouseholdName();
  const names = new Map(measures.households.map((h) => [h.id, nameOf(h)]));
  if (shown.length === 0) return null;
  const pair = { from: measures.from.visit.id, to: measures.to.visit.id };
  return (
    <div>
      <h3>{t.who}</h3>
      {shown.map((m) => (
        <div key={keyOf(m)} className={classes.movers}>
          <strong>{t.move(term[m.from], term[m.to])}</strong>{' '}
          <FigureLink code={`move.${m.from}.${m.to}`}>
            {quantity(m.householdIds.length, 'household')}
          </FigureLink>
          <ul className={classes.names}>
            {m.householdIds.map((householdId) => (
              <li key={householdId}>
                <Link to="/households/$householdId" params={{ householdId }} search={pair}>
                  {names.get(householdId) ?? householdId}
                </Link>
              </li>
            ))}
          </ul>
          {m.to === 'absent' ? null : (
            <Link
              to="/villages/$villageId/households"
              params={{ villageId: measures.villageId }}
              search={{ ...pair, status: m.to }}
            >
              {t.toList}
            </Link>
          )}
        </div>
      ))}
    </div>
  );
}
