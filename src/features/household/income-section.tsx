import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { DumbbellChart } from '#src/charts/dumbbell-chart.tsx';
import type { ChartTable, RenderCell } from '#src/charts/export-table.ts';
import { TableTwin } from '#src/charts/table-twin.tsx';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { gradesOf } from '#src/domain/figure.ts';
import { householdIncome, type HouseholdIncome } from '#src/domain/income.ts';
import { incomeSources, type IncomeSource } from '#src/domain/indicator.ts';
import { numberOf } from '#src/domain/reading.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { plainly, type Says } from '#src/ui/says.ts';
import type { SectionProps } from './section-props.ts';
import classes from './household-report.module.css';

/** Of the whole household, yuan over twelve months; null where a part is missing. */
const netOf = ({ perPerson, persons }: HouseholdIncome): number | null =>
  perPerson === null || persons === null ? null : perPerson * persons;

const anyKnown = (income: HouseholdIncome | null): boolean =>
  income !== null && income.missing.length < incomeSources.length;

/** Income by source at the two visits. Where nothing of it is known, the page says so elsewhere, once. */
export function IncomeSection({ record, view }: SectionProps) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const { unknown, howMade } = useMessages(partsWords);
  const { quantity, difference, text } = useFormat();
  const { household: h, village } = record;
  const then = view.before && householdIncome(view.before, h.id);
  const now = householdIncome(view.after, h.id);
  const finding = useFinding(then, now);
  const title = plainly(finding);
  if (!anyKnown(then) && !anyKnown(now)) return null;

  const nameOf = (name: IncomeSource) => (name === 'businessCost' ? t.income.cost : term.indicator[name]);
  const parts = incomeSources.map((name) => ({
    id: name as string,
    name: nameOf(name),
    from: numberOf(then?.bySource[name]),
    to: numberOf(now.bySource[name]),
  }));
  const net = { id: 'net', name: t.income.net, from: then && netOf(then), to: netOf(now) };
  const each = { id: 'each', name: t.income.perPerson, from: then?.perPerson ?? null, to: now.perPerson };
  const drawn = [...parts, net];
  const yuan = (value: number | null) => (value === null ? unknown : quantity(value, 'yuan'));
  const change = (from: number | null, to: number | null) =>
    from === null || to === null ? unknown : difference(to - from, 'yuan');
  const on = view.to?.on ?? view.on;
  const table: ChartTable = view.from
    ? {
        columns: [t.income.columns.part, view.from.on, on, t.income.columns.change],
        rows: [...drawn, each].map((row) => [
          row.name,
          yuan(row.from),
          yuan(row.to),
          change(row.from, row.to),
        ]),
      }
    : { columns: [t.income.columns.part, on], rows: [...drawn, each].map((row) => [row.name, yuan(row.to)]) };
  const ofNet = (words: string) => (
    <FigureLink code="householdIncome" villageId={village.id} householdId={h.id}>
      {words}
    </FigureLink>
  );
  /** A part is a reading; what is made of them says how. */
  const renderCell: RenderCell = (cell, row, column) => {
    const source = incomeSources[row];
    if (!source) return ofNet(cell);
    const end = view.from && column === 1 ? then : column === (view.from ? 2 : 1) ? now : null;
    const reading = end?.bySource[source];
    return reading ? <ReadingLink readingId={reading.id}>{cell}</ReadingLink> : cell;
  };
  return (
    <section className={classes.section}>
      <h2>{t.income.heading}</h2>
      <ChartFigure
        title={title}
        heading={<FigureSentence says={finding} villageId={village.id} householdId={h.id} />}
        subtitle={t.income.subtitle}
        coverage={t.income.coverage(incomeSources.length - now.missing.length, incomeSources.length)}
        marks={
          <EvidenceMarks
            grades={gradesOf([...Object.values(now.bySource), ...Object.values(then?.bySource ?? {})])}
          />
        }
        source={`${t.saveSource(text(h.head), text(village.name))} · ${t.income.note}`}
        fileName={`${h.id}-income`}
        isTable={view.from === null}
        table={table}
        renderCell={renderCell}
        more={ofNet(howMade)}
      >
        {view.from ? (
          <DumbbellChart
            items={drawn}
            ends={[view.from.on, on]}
            format={yuan}
            unknownWord={unknown}
            renderLink={(name, mark, label) => {
              const source = incomeSources.find((s) => s === name);
              const reading = source && (now.bySource[source] ?? then?.bySource[source]);
              return reading ? (
                <ReadingLink readingId={reading.id} label={label}>
                  {mark}
                </ReadingLink>
              ) : (
                mark
              );
            }}
          />
        ) : (
          <TableTwin table={table} caption={title} renderCell={renderCell} />
        )}
      </ChartFigure>
    </section>
  );
}

/** The change of net income per person, as a sentence. */
function useFinding(then: HouseholdIncome | null, now: HouseholdIncome): Says<FigureCode> {
  const t = useMessages(householdWords).income;
  const term = useMessages(terms);
  const { quantity } = useFormat();
  const yuan = (value: number) => quantity(value, 'yuan');
  const names = now.missing.map((name) => term.indicator[name]);
  const missing = (names.length > 0 ? names : [term.indicator.persons]).join(t.comma);
  const [from, to] = [then?.perPerson ?? null, now.perPerson];
  const code = 'householdIncome';
  if (to === null) {
    return (open) => (from === null ? t.unknown(missing) : t.unknownNow(open(yuan(from), code), missing));
  }
  if (then === null) return (open) => t.now(open(yuan(to), code));
  if (from === null) return (open) => t.unknownThen(open(yuan(to), code));
  const readings = [
    ...incomeSources.map((name) => now.bySource[name]),
    ...incomeSources.map((name) => then.bySource[name]),
  ];
  if (new Set(readings.map((r) => r?.id)).size === incomeSources.length) {
    const last = readings.reduce((day, r) => (r && r.trueOn > day ? r.trueOn : day), '');
    return (open) => t.notReadAgain(open(yuan(to), code), last);
  }
  if (Math.round(from) === Math.round(to)) return (open) => t.same(open(yuan(to), code));
  return (open) => t[to > from ? 'rose' : 'fell'](open(yuan(from), code), open(yuan(to), code));
}
