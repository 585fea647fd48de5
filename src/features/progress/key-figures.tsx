import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Progress } from '#src/domain/progress.ts';
import type { Evidence } from '#src/domain/source.ts';
import { evidenceGrades } from '#src/domain/source.ts';
import { isPoor } from '#src/domain/incidence.ts';
import { householdStatuses } from '#src/domain/indicator.ts';
import type { Explained } from '#src/domain/why-changed.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { FigureView, PlainFigure } from '#src/parts/figure-view.tsx';
import { WhyLink } from '#src/parts/why-link.tsx';
import { guaranteeCounts, keptOf, netIncome, pairOf } from './findings.ts';
import classes from './key-figures.module.css';

/** Five figures, then → now. */
export function KeyFigures({ progress }: { progress: Progress }) {
  const t = useMessages(progressWords).figures;
  const { quantity, number } = useFormat();
  const { villageId, from, to, statuses, incidence } = progress;
  const poor = (end: 'from' | 'to') =>
    householdStatuses.filter(isPoor).reduce((sum, status) => sum + (statuses[end][status] ?? 0), 0);
  const all = Object.values(statuses.to).reduce((sum, n) => sum + n, 0);
  const gaps = { from: guaranteeCounts(progress, 'from'), to: guaranteeCounts(progress, 'to') };
  const kept = keptOf(progress);
  const income = netIncome(progress)?.panel;
  const pair = { from: from.id, to: to.id };
  const list = (words: ReactNode, search: object) => (
    <Link to="/villages/$villageId/households" params={{ villageId }} search={{ ...pair, ...search }}>
      {words}
    </Link>
  );
  const why = (what: Explained, figure: string) => (
    <WhyLink villageId={villageId} pair={pairOf(progress)} what={what} figure={figure} />
  );
  return (
    <section>
      <h2 className={classes.heading}>{t.heading}</h2>
      <dl className={classes.figures}>
        <FigureView
          label={list(t.incidence, { status: 'poor', sort: 'persons', desc: true })}
          code="incidence"
          from={incidence.from.figure}
          to={incidence.to.figure}
          more={why('incidence', t.incidence)}
        />
        <PlainFigure
          label={list(t.poorHouseholds, { status: 'poor' })}
          code="poorHouseholds"
          from={quantity(poor('from'), 'household')}
          to={quantity(poor('to'), 'household')}
          small={t.householdsNow(all - (statuses.to.unknown ?? 0), all)}
          evidence={gradesIn(progress)}
        />
        {income ? (
          <FigureView
            label={list(t.income, { sort: 'income' })}
            note={t.perYear}
            code="meanIncome"
            from={income.from}
            to={income.to}
            more={why('meanIncome', t.income)}
          />
        ) : null}
        <PlainFigure
          label={list(t.gaps, { state: 'notMet' })}
          code="guaranteeGaps"
          from={number(gaps.from.notMet)}
          to={number(gaps.to.notMet)}
          small={t.ofCells(gaps.to.known, gaps.to.all)}
          evidence={progress.guaranteeEvidence}
        />
        <PlainFigure
          label={
            <Link to="." search={(now: object) => now} hash="commitments">
              {t.kept}
            </Link>
          }
          code="commitmentsKept"
          from={null}
          to={t.keptOf(kept.kept, kept.of)}
          small={t.stillOwed(kept.open)}
          evidence={[]}
          source={progress.commitments[0]?.verdict?.source ?? progress.commitments[0]?.commitment.source}
        />
      </dl>
    </section>
  );
}

const ordered = (grades: Set<Evidence>): Evidence[] => evidenceGrades.filter((grade) => grades.has(grade));

/** Grades behind the statuses: as in the incidence, which rests on them. */
const gradesIn = ({ incidence }: Progress): Evidence[] =>
  ordered(new Set([...incidence.from.figure.evidence, ...incidence.to.figure.evidence]));
