import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { HeatTable, type CellLook } from '#src/charts/heat-table.tsx';
import { StackedCounts } from '#src/charts/stacked-counts.tsx';
import type { Level } from '#src/domain/change.ts';
import { guarantees, guaranteeStates, type Guarantee, type GuaranteeState } from '#src/domain/indicator.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { HouseholdProgress, Progress } from '#src/domain/progress.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { terms } from '#src/messages/terms.ts';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { WhyLink } from '#src/parts/why-link.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { plainly, type Says } from '#src/ui/says.ts';
import { codeIn, guaranteeCounts, pairOf, widestGap } from './findings.ts';
import type { DrawnProps } from './drawn-props.ts';
import classes from './status-section.module.css';

const looks: Record<GuaranteeState, CellLook> = {
  met: 'good',
  notMet: 'gap',
  unknown: 'unknown',
  notApplicable: 'none',
};
const partLooks = { met: 'first', notMet: 'second', unknown: 'unknown', notApplicable: 'none' } as const;

/** Food, clothing, education, medical services, housing, water: by count and by household. */
export function GuaranteeSection({ progress, each, source }: DrawnProps) {
  const page = useMessages(progressWords);
  const marks = <EvidenceMarks grades={progress.guaranteeEvidence} />;
  return (
    <section id="guarantees" className={classes.section}>
      <h2>{page.sections.guarantees}</h2>
      <Totals progress={progress} source={source} marks={marks} />
      {each ? (
        <EachHousehold progress={progress} households={each.households} source={source} marks={marks} />
      ) : null}
    </section>
  );
}

interface MarkedProps {
  progress: Progress;
  source: string;
  marks: ReactNode;
}

function Totals({ progress, source, marks }: MarkedProps) {
  const t = useMessages(progressWords);
  const term = useMessages(terms);
  const gap = widestGap(progress);
  const { quantity } = useFormat();
  const finding: Says<FigureCode> = (open) =>
    gap
      ? t.guarantees.title(
          term.indicator[gap.guarantee],
          open(quantity(gap.households, 'household'), gap.guarantee),
        )
      : t.guarantees.allMet;
  const counts = guaranteeCounts(progress, 'to');
  const rows = guarantees.map((name) => {
    const { from, to } = progress.guaranteeTotals[name];
    const listed = (end: typeof from) => guaranteeStates.map((state) => end[state] ?? 0);
    return { id: name, name: term.indicator[name], from: listed(from), to: listed(to) };
  });
  return (
    <ChartFigure
      title={plainly(finding)}
      heading={<FigureSentence says={finding} />}
      subtitle={t.guarantees.subtitle}
      coverage={t.figures.ofCells(counts.known, counts.all)}
      marks={marks}
      more={
        gap ? (
          <WhyLink
            villageId={progress.villageId}
            pair={pairOf(progress)}
            what={gap.guarantee}
            figure={term.indicator[gap.guarantee]}
          />
        ) : null
      }
      source={source}
      fileName={`${progress.villageId}-guarantees`}
      table={{
        columns: [
          t.sections.guarantees,
          ...[progress.from.on, progress.to.on].flatMap((on) =>
            guaranteeStates.map((state) => `${term.guarantee[state]} ${on}`),
          ),
        ],
        rows: rows.map((row) => [row.name, ...[...row.from, ...row.to].map(String)]),
      }}
      renderCell={(cell, row, column) => {
        const asked = rows[row];
        const state = guaranteeStates[(column - 1) % guaranteeStates.length];
        return asked && column > 0 && state === 'notMet' ? (
          <FigureLink code={asked.id}>{cell}</FigureLink>
        ) : (
          cell
        );
      }}
    >
      <StackedCounts
        rows={rows}
        parts={guaranteeStates.map((state) => ({ name: term.guarantee[state], look: partLooks[state] }))}
        ends={[progress.from.on, progress.to.on]}
        renderLink={(name, mark, label) => (
          <Link
            to="/villages/$villageId/households"
            params={{ villageId: progress.villageId }}
            search={{ from: progress.from.id, to: progress.to.id, guarantee: name as Guarantee }}
            aria-label={label}
          >
            {mark}
          </Link>
        )}
      />
    </ChartFigure>
  );
}

interface EachProps extends MarkedProps {
  households: readonly HouseholdProgress[];
}

function EachHousehold({ progress, households: each, source, marks }: EachProps) {
  const t = useMessages(progressWords).guarantees;
  const term = useMessages(terms);
  const page = useMessages(progressWords);
  const nameOf = useHouseholdName();
  const { quantity } = useFormat();
  const said = (level: Level) =>
    level === null ? t.neverRead : term.guarantee[codeIn(level) as GuaranteeState];
  const counts = guaranteeCounts(progress, 'to');
  const unsure = each.filter((h) => guarantees.some((name) => codeIn(h.guarantees[name].to) === 'unknown'));
  const byId = new Map(each.map((h) => [h.household.id, h]));
  const households = quantity(unsure.filter((h) => !h.left).length, 'household');
  const code = 'guaranteesUnknown';
  const finding: Says<FigureCode> = (open) =>
    counts.unknown === 0
      ? t.allKnown
      : t.heatTitle(open(t.states(counts.unknown), code), open(households, code));
  const title = plainly(finding);
  const pair = { from: progress.from.id, to: progress.to.id };
  return (
    <ChartFigure
      title={title}
      heading={<FigureSentence says={finding} />}
      subtitle={t.heatSubtitle}
      coverage={page.figures.ofCells(counts.known, counts.all)}
      marks={marks}
      source={source}
      fileName={`${progress.villageId}-household-guarantees`}
      isTable
      table={{
        columns: [page.household, ...guarantees.map((name) => term.indicator[name])],
        rows: each.map((h) => [
          nameOf(h.household),
          ...guarantees.map((name) => `${said(h.guarantees[name].from)} → ${said(h.guarantees[name].to)}`),
        ]),
      }}
    >
      <HeatTable
        name={title}
        rowHeading={page.household}
        columns={guarantees.map((id) => ({ id, name: term.indicator[id] }))}
        legend={guaranteeStates.map((state) => ({ look: looks[state], name: term.guarantee[state] }))}
        carriedWord={t.carried}
        ends={[progress.from.on, progress.to.on]}
        rows={each.map(({ household, guarantees: changes }) => ({
          id: household.id,
          name: (
            <Link to="/households/$householdId" params={{ householdId: household.id }} search={pair}>
              {nameOf(household)}
            </Link>
          ),
          cells: guarantees.map((name) => ({
            from: looks[codeIn(changes[name].from) as GuaranteeState],
            to: looks[codeIn(changes[name].to) as GuaranteeState],
            carried: changes[name].carried,
            label: t.cell(
              nameOf(household),
              term.indicator[name],
              said(changes[name].from),
              said(changes[name].to),
            ),
          })),
        }))}
        renderCell={(householdId, name, cell, label) => {
          const changed = byId.get(householdId);
          const reading =
            changed?.guarantees[name as Guarantee].to ?? changed?.guarantees[name as Guarantee].from;
          return reading ? (
            <ReadingLink readingId={reading.readingId} label={label} className={classes.cell}>
              {cell}
            </ReadingLink>
          ) : (
            <Link
              to="/households/$householdId"
              params={{ householdId }}
              search={pair}
              aria-label={label}
              className={classes.cell}
            >
              {cell}
            </Link>
          );
        }}
      />
    </ChartFigure>
  );
}
