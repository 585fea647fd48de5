import { Link } from '@tanstack/react-router';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { RangeBars, type RangeEnd } from '#src/charts/range-bars.tsx';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { MeasuresAt, MeasuresBetween } from '#src/domain/measures-between.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measureFormulas, type MeasureName } from '#src/messages/measure-formulas.ts';
import { measuresWords } from '#src/messages/measures.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { plainly, type Says } from '#src/ui/says.ts';
import { MeasureItem } from './measure-item.tsx';
import { useMeasureText, type Write } from './measure-text.ts';
import classes from './measures.module.css';

interface Props {
  measures: MeasuresBetween;
  source: string;
}

/** Who is below the line, and by how much. */
export function IncomeMeasures({ measures, source }: Props) {
  const t = useMessages(measuresWords);
  return (
    <section id="income" className={classes.section}>
      <h2>{t.byIncome}</h2>
      <Below measures={measures} source={source} />
      <Others measures={measures} />
    </section>
  );
}

/** The share below the line as a bar from what is sure to what is possible. */
function Below({ measures: { villageId, from, to }, source }: Props) {
  const t = useMessages(measuresWords);
  const formulas = useMessages(measureFormulas);
  const { share, range, byIncome } = useMeasureText();
  const name = formulas.headcount.name;
  const finding = useBelowFinding(from, to);
  const ends = [from, to] as const;
  const all = ({ income }: MeasuresAt) => income.persons + income.personsUnknown;
  const text = (end: MeasuresAt): string => {
    const spread = range(end.income.headcountRange, share);
    const known = byIncome(end, end.income.headcount, share);
    return spread ? `${known} (${spread})` : known;
  };
  const bar = (end: MeasuresAt): RangeEnd | null =>
    end.income.headcountRange && {
      ...end.income.headcountRange,
      value: end.income.headcount,
      text: text(end),
    };
  return (
    <ChartFigure
      title={plainly(finding)}
      heading={<FigureSentence says={finding} />}
      subtitle={t.subtitle}
      coverage={ends.map((end) => t.persons(end.income.persons, all(end))).join(' → ')}
      filters={useLeftOut(to)}
      marks={<EvidenceMarks grades={to.evidence.income} />}
      source={source}
      fileName={`${villageId}-below-the-line`}
      empty={ends.every((end) => end.income.headcountRange === null)}
      table={{
        columns: [
          t.measure,
          ...ends.flatMap(({ visit }) => [t.value, t.least, t.most].map((w) => `${visit.on} ${w}`)),
        ],
        rows: [
          [
            name,
            ...ends.flatMap((end) => [
              byIncome(end, end.income.headcount, share),
              ...(['low', 'high'] as const).map((side) =>
                end.income.headcountRange ? share(end.income.headcountRange[side]) : t.unknown,
              ),
            ]),
          ],
        ],
      }}
    >
      <RangeBars
        rows={[{ id: 'headcount', name, from: bar(from), to: bar(to) }]}
        ends={[from.visit.on, to.visit.on]}
        words={{ sure: t.sure, open: t.open, value: t.value, nothing: t.unknown }}
        renderText={(_id, words) => <FigureLink code="headcount">{words}</FigureLink>}
        renderName={(_id, words) => (
          <Link
            to="/villages/$villageId/households"
            params={{ villageId }}
            search={{ from: from.visit.id, to: to.visit.id, sort: 'income' }}
          >
            {words}
          </Link>
        )}
      />
    </ChartFigure>
  );
}

/** What happened to the share below the line, and whether that is certain. */
function useBelowFinding(from: MeasuresAt, to: MeasuresAt): Says<FigureCode> {
  const t = useMessages(measuresWords);
  const { share } = useMeasureText();
  const [{ income: before }, { income: after }] = [from, to];
  const [then, now] = [before.headcount, after.headcount];
  if (then === null || now === null) return () => t.incomeUnknown;
  const [a, b] = [share(then), share(now)];
  if (a === b) return (open) => t.same(open(a, 'headcount'));
  const fell = now < then;
  const [upper, lower] = fell
    ? [before.headcountRange, after.headcountRange]
    : [after.headcountRange, before.headcountRange];
  const isSure = upper && lower && lower.high < upper.low;
  const isKnown = isSure || before.personsUnknown + after.personsUnknown === 0;
  return (open) => {
    const said = t[fell ? 'fell' : 'rose'](open(a, 'headcount'), open(b, 'headcount'));
    return isKnown ? said : t.unsure(said);
  };
}

/** Households that are in no figure, in words. */
function useLeftOut({ income }: MeasuresAt): string | undefined {
  const t = useMessages(measuresWords);
  return income.uncountedIds.length > 0 ? t.uncounted(income.uncountedIds.length) : undefined;
}

type Figure = Exclude<MeasureName, 'headcount' | 'wattsBottomCoded' | 'shorrocks'> &
  keyof MeasuresAt['income'];

/** The measures that look at how poor the poor are. */
function Others({ measures: { from, to } }: { measures: MeasuresBetween }) {
  const t = useMessages(measuresWords);
  const { share, index, byIncome } = useMeasureText();
  const coverage = t.persons(to.income.persons, to.income.persons + to.income.personsUnknown);
  const item = (name: Figure, write: Write, notes: string[] = []) => (
    <MeasureItem
      key={name}
      name={name}
      code={name}
      from={byIncome(from, numberIn(from, name), write)}
      to={byIncome(to, numberIn(to, name), write)}
      small={[coverage, ...notes]}
    />
  );
  const isCoded = [from, to].some((end) => end.income.wattsBottomCoded.raised > 0);
  const none = to.income.withoutIncome > 0 ? [t.withoutIncome(to.income.withoutIncome)] : [];
  return (
    <>
      <dl className={classes.measures}>
        {item('gap', share, none)}
        {item('severity', index, none)}
        {item('watts', index, none)}
        {isCoded ? (
          <MeasureItem
            name="wattsBottomCoded"
            code="wattsBottomCoded"
            from={byIncome(from, from.income.wattsBottomCoded.value, index)}
            to={byIncome(to, to.income.wattsBottomCoded.value, index)}
            small={[
              coverage,
              ...[from, to].flatMap(({ visit, income: { wattsBottomCoded: coded } }) =>
                coded.raised > 0 ? [`${visit.on}: ${t.raised(coded.raised)}`] : [],
              ),
            ]}
          />
        ) : null}
        {item('senHandbook', index)}
        {item('sen1976', index)}
        {item('gini', index)}
      </dl>
      {to.income.personsUnknown + from.income.personsUnknown > 0 ? (
        <p className={classes.small}>
          {t.noRange} <EvidenceMarks grades={to.evidence.income} />
        </p>
      ) : null}
    </>
  );
}

function numberIn({ income }: MeasuresAt, name: Figure): number | null {
  const value = income[name];
  return typeof value === 'number' ? value : null;
}
