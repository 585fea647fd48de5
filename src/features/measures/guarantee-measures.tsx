import { Link } from '@tanstack/react-router';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { PartStack } from '#src/charts/part-stack.tsx';
import { RangeBars, type RangeEnd } from '#src/charts/range-bars.tsx';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { guarantees, type Guarantee } from '#src/domain/indicator.ts';
import type { MeasuresAt, MeasuresBetween } from '#src/domain/measures-between.ts';
import type { GuaranteePoverty } from '#src/domain/village-measures.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measureFormulas } from '#src/messages/measure-formulas.ts';
import { measuresWords } from '#src/messages/measures.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { plainly, type Says } from '#src/ui/says.ts';
import { Formula, MeasureItem } from './measure-item.tsx';
import { useMeasureText } from './measure-text.ts';
import classes from './measures.module.css';

interface Props {
  measures: MeasuresBetween;
  source: string;
}

/** Who lacks what, with what is unknown shown as what it could add. */
export function GuaranteeMeasures({ measures, source }: Props) {
  const t = useMessages(measuresWords);
  const { share, index, dimension } = useMeasureText();
  const { from, to } = measures;
  const item = (name: 'H' | 'A' | 'M0', write: typeof share) => {
    const said = ({ guarantees: all }: MeasuresAt) =>
      name === 'A' && all.H.range?.high === 0 ? t.nobodyPoor : dimension(all[name], write);
    return (
      <MeasureItem
        name={name}
        code={name}
        from={said(from)}
        to={said(to)}
        small={[t.decided(to.guarantees.persons, to.guarantees.perhapsIds.length)]}
      />
    );
  };
  return (
    <section id="guarantees" className={classes.section}>
      <h2>{t.byGuarantees}</h2>
      <Lacking measures={measures} source={source} />
      <dl className={classes.measures}>
        {item('H', share)}
        {item('A', share)}
        {item('M0', index)}
      </dl>
      <MadeUpOf measures={measures} source={source} />
      <div className={classes.formulas} data-no-print>
        {(['uncensored', 'censored', 'contributions'] as const).map((name) => (
          <Formula key={name} name={name} named />
        ))}
      </div>
    </section>
  );
}

type Dimension = GuaranteePoverty['H'];

/** The share that is poor by guarantees, and the share that lacks each of them. */
function Lacking({ measures: { villageId, from, to, deprivationRule }, source }: Props) {
  const t = useMessages(measuresWords);
  const formulas = useMessages(measureFormulas);
  const term = useMessages(terms);
  const { share, dimension } = useMeasureText();
  const k = Math.round(deprivationRule.k * guarantees.length);
  const bar = (found: Dimension): RangeEnd | null =>
    found.range && { ...found.range, value: null, text: dimension(found, share) };
  const rows = [
    { id: 'poor', name: formulas.H.name, from: from.guarantees.H, to: to.guarantees.H },
    ...guarantees.map((name) => ({
      id: name,
      name: term.indicator[name],
      from: from.guarantees.uncensored[name],
      to: to.guarantees.uncensored[name],
    })),
  ];
  const now = to.guarantees.H;
  const finding: Says<FigureCode> = (open) => {
    if (now.range === null) return t.nobody;
    const said = (value: number) => open(share(value), 'H');
    return now.value === null
      ? t.guaranteeFinding(said(now.range.low), said(now.range.high), k)
      : t.guaranteeSure(said(now.value), k);
  };
  const both = (found: Dimension) =>
    (['low', 'high'] as const).map((side) => (found.range ? share(found.range[side]) : t.unknown));
  const censored = (end: MeasuresAt, id: string): Dimension =>
    id === 'poor' ? end.guarantees.H : end.guarantees.censored[id as Guarantee];
  const heads = [formulas.uncensored.name, formulas.censored.name];
  const codeOf = (id: string | undefined, name: 'censored' | 'uncensored' = 'uncensored'): FigureCode => {
    const guarantee = guarantees.find((one) => one === id);
    return guarantee ? `${name}.${guarantee}` : 'H';
  };
  return (
    <ChartFigure
      title={plainly(finding)}
      heading={<FigureSentence says={finding} />}
      subtitle={t.guaranteeSubtitle}
      coverage={t.decided(to.guarantees.persons, to.guarantees.perhapsIds.length)}
      filters={
        to.guarantees.uncountedIds.length > 0 ? t.uncounted(to.guarantees.uncountedIds.length) : undefined
      }
      marks={<EvidenceMarks grades={to.evidence.guarantees} />}
      source={source}
      fileName={`${villageId}-guarantees-not-met`}
      empty={rows.every((row) => row.from.range === null && row.to.range === null)}
      table={{
        columns: [
          t.measure,
          ...[from, to].flatMap(({ visit }) =>
            heads.flatMap((head) => [t.least, t.most].map((word) => `${visit.on} ${head}, ${word}`)),
          ),
        ],
        rows: rows.map((row) => [
          row.name,
          ...both(row.from),
          ...both(censored(from, row.id)),
          ...both(row.to),
          ...both(censored(to, row.id)),
        ]),
      }}
      renderCell={(cell, row, column) => {
        const ofPoor = Math.floor((column - 1) / 2) % 2 === 1;
        return (
          <FigureLink code={codeOf(rows[row]?.id, ofPoor ? 'censored' : 'uncensored')}>{cell}</FigureLink>
        );
      }}
    >
      <RangeBars
        rows={rows.map((row) => ({ ...row, from: bar(row.from), to: bar(row.to) }))}
        ends={[from.visit.on, to.visit.on]}
        words={{ sure: t.sure, open: t.open, value: t.value, nothing: t.unknown }}
        renderText={(id, words) => <FigureLink code={codeOf(id)}>{words}</FigureLink>}
        renderName={(id, words) => (
          <Link
            to="/villages/$villageId/households"
            params={{ villageId }}
            search={{
              from: from.visit.id,
              to: to.visit.id,
              guarantee: guarantees.find((name) => name === id) ?? 'any',
              state: 'gap',
            }}
          >
            {words}
          </Link>
        )}
      />
    </ChartFigure>
  );
}

/** M0 as a bar of the guarantees it is made of. */
function MadeUpOf({ measures: { villageId, from, to, deprivationRule }, source }: Props) {
  const t = useMessages(measuresWords);
  const term = useMessages(terms);
  const { share, index, dimension } = useMeasureText();
  const weights = deprivationRule.weights;
  const all = guarantees.reduce((sum, name) => sum + weights[name], 0);
  const part = ({ guarantees: found }: MeasuresAt, name: Guarantee) =>
    (weights[name] / all) * (found.censored[name].range?.low ?? 0);
  const said = ({ guarantees: found }: MeasuresAt, name: Guarantee) =>
    found.M0.range?.high === 0 ? t.nobodyPoor : dimension(found.contributions[name], share);
  const parts = guarantees.map((name) => ({
    id: name,
    name: term.indicator[name],
    from: part(from, name),
    to: part(to, name),
    texts: [said(from, name), said(to, name)] as [string, string],
  }));
  const [most] = parts.toSorted((a, b) => b.to - a.to);
  const total = ({ guarantees: { M0 } }: MeasuresAt) => dimension(M0, index);
  return (
    <ChartFigure
      title={most && most.to > 0 ? t.partsFinding(most.name) : t.partsNone}
      subtitle={t.partsSubtitle}
      coverage={t.decided(to.guarantees.persons, to.guarantees.perhapsIds.length)}
      marks={<EvidenceMarks grades={to.evidence.guarantees} />}
      source={source}
      fileName={`${villageId}-m0-by-guarantee`}
      empty={[from, to].every((end) => end.guarantees.M0.range === null)}
      table={{
        columns: [t.parts, from.visit.on, to.visit.on],
        rows: [...parts.map(({ name, texts }) => [name, ...texts]), [t.total, total(from), total(to)]],
      }}
      renderCell={(cell, row) => {
        const part = parts[row];
        return <FigureLink code={part ? `contributions.${part.id}` : 'M0'}>{cell}</FigureLink>;
      }}
    >
      <PartStack
        parts={parts}
        ends={[from.visit.on, to.visit.on]}
        whole={[
          { high: from.guarantees.M0.range?.high ?? 0, text: `M0 ${total(from)}` },
          { high: to.guarantees.M0.range?.high ?? 0, text: `M0 ${total(to)}` },
        ]}
        words={{ part: t.parts, open: t.partsOpen }}
      />
    </ChartFigure>
  );
}
