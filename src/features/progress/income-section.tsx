import { Link } from '@tanstack/react-router';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { DumbbellChart } from '#src/charts/dumbbell-chart.tsx';
import type { RenderLink } from '#src/charts/link.ts';
import { SlopeChart } from '#src/charts/slope-chart.tsx';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { HouseholdsProgress, Progress } from '#src/domain/progress.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { progressWords } from '#src/messages/progress.ts';
import { terms } from '#src/messages/terms.ts';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { useCoverage } from '#src/parts/figure-view.tsx';
import { WhyLink } from '#src/parts/why-link.tsx';
import { plainly, type Says } from '#src/ui/says.ts';
import { incomeDirections, netIncome, netIncomeChange, pairOf } from './findings.ts';
import type { DrawnProps } from './drawn-props.ts';
import classes from './status-section.module.css';

/** Income by source over the same households, and net income of each. */
export function IncomeSection({ progress, each, source }: DrawnProps) {
  const page = useMessages(progressWords);
  return (
    <section id="income" className={classes.section}>
      <h2>{page.sections.income}</h2>
      <BySource progress={progress} source={source} />
      {each ? <EachHousehold progress={progress} each={each} source={source} /> : null}
    </section>
  );
}

function BySource({ progress, source }: { progress: Progress; source: string }) {
  const t = useMessages(progressWords).income;
  const term = useMessages(terms);
  const unknown = useMessages(partsWords).unknown;
  const { quantity, difference } = useFormat();
  const coverage = useCoverage();
  const net = netIncome(progress)?.panel;
  const rows = progress.income.map(({ source: name, panel }) => ({
    id: name ?? 'net',
    source: name,
    name: name ? term.indicator[name] : term.netIncome,
    from: panel.from.value,
    to: panel.to.value,
    panel,
  }));
  const yuan = (value: number) => quantity(value, 'yuan');
  const change = netIncomeChange(progress);
  const finding: Says<FigureCode> = (open) => {
    if (!change) return t.unknown;
    const households = open(quantity(change.households, 'household'), 'meanIncome');
    if (Math.round(change.by) === 0) return t.same(households);
    return t[change.by > 0 ? 'rose' : 'fell'](open(yuan(Math.abs(change.by)), 'meanIncome'), households);
  };
  const title = plainly(finding);
  return (
    <ChartFigure
      title={title}
      heading={<FigureSentence says={finding} />}
      subtitle={t.subtitle}
      coverage={net && t.same_households(net.to.known, net.to.of)}
      marks={<EvidenceMarks grades={net?.to.evidence ?? []} />}
      more={
        <WhyLink villageId={progress.villageId} pair={pairOf(progress)} what="meanIncome" figure={title} />
      }
      source={source}
      fileName={`${progress.villageId}-income`}
      empty={rows.every((row) => row.from === null && row.to === null)}
      table={{
        columns: [...t.columns],
        rows: rows.map((row) => [
          row.name,
          row.from === null ? unknown : yuan(row.from),
          row.to === null ? unknown : yuan(row.to),
          row.from === null || row.to === null ? unknown : difference(row.to - row.from, 'yuan'),
          coverage(row.panel.to),
        ]),
      }}
      renderCell={(cell, row, column) => {
        const asked = rows[row];
        if (!asked || (column !== 1 && column !== 2)) return cell;
        return <FigureLink code={asked.source ?? 'meanIncome'}>{cell}</FigureLink>;
      }}
    >
      <SlopeChart
        items={rows}
        ends={[progress.from.on, progress.to.on]}
        format={yuan}
        unknownWord={unknown}
        renderLink={(_id, mark, label) => (
          <Link
            to="/villages/$villageId/households"
            params={{ villageId: progress.villageId }}
            search={{ from: progress.from.id, to: progress.to.id, sort: 'income' }}
            aria-label={label}
          >
            {mark}
          </Link>
        )}
      />
    </ChartFigure>
  );
}

function EachHousehold({ progress, each, source }: DrawnProps & { each: HouseholdsProgress }) {
  const t = useMessages(progressWords).income;
  const unknown = useMessages(partsWords).unknown;
  const { quantity, difference } = useFormat();
  const nameOf = useHouseholdName();
  const names = new Map(each.households.map(({ household: h }) => [h.id, nameOf(h)]));
  const items = each.householdIncomes
    .map((h) => ({
      id: h.householdId,
      name: names.get(h.householdId) ?? h.householdId,
      from: h.from,
      to: h.to,
    }))
    .toSorted((a, b) => (a.to ?? Infinity) - (b.to ?? Infinity));
  const { up, down, unknown: unclear } = incomeDirections(each);
  const yuan = (value: number | null) => (value === null ? unknown : quantity(value, 'yuan'));
  const toHousehold: RenderLink = (householdId, mark, label) => (
    <Link
      to="/households/$householdId"
      params={{ householdId }}
      search={{ from: progress.from.id, to: progress.to.id }}
      aria-label={label}
    >
      {mark}
    </Link>
  );
  return (
    <ChartFigure
      title={t.each(up, down, unclear)}
      subtitle={t.eachSubtitle}
      coverage={t.same_households(items.length - unclear, items.length)}
      marks={<EvidenceMarks grades={netIncome(progress)?.to.evidence ?? []} />}
      source={source}
      fileName={`${progress.villageId}-household-incomes`}
      empty={items.every((item) => item.from === null && item.to === null)}
      table={{
        columns: [...t.eachColumns],
        rows: items.map((item) => [
          item.name,
          yuan(item.from),
          yuan(item.to),
          item.from === null || item.to === null ? unknown : difference(item.to - item.from, 'yuan'),
        ]),
      }}
    >
      <DumbbellChart
        items={items}
        ends={[progress.from.on, progress.to.on]}
        format={yuan}
        unknownWord={unknown}
        renderLink={toHousehold}
      />
    </ChartFigure>
  );
}
