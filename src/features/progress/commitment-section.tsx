import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import type { Commitment } from '#src/domain/commitment.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { CommitmentProgress, Progress } from '#src/domain/progress.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { terms } from '#src/messages/terms.ts';
import { CommitmentItem } from '#src/parts/commitment-item.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { plainly, type Says } from '#src/ui/says.ts';
import { keptOf } from './findings.ts';
import classes from './status-section.module.css';

/** What was owed at the first visit, and what was promised since. */
export function CommitmentSection({ progress, source }: { progress: Progress; source: string }) {
  const t = useMessages(progressWords);
  const { kept, of, open } = keptOf(progress);
  const { some, all, noneOwed, title } = t.commitments;
  const code = 'commitmentsKept';
  const finding: Says<FigureCode> = (through) =>
    of === 0 ? noneOwed : title(through(some(kept), code), through(all(of), code), through(some(open), code));
  return (
    <section id="commitments" className={classes.section}>
      <h2>{t.sections.commitments}</h2>
      <List
        title={plainly(finding)}
        heading={<FigureSentence says={finding} />}
        items={progress.commitments}
        progress={progress}
        source={source}
        name="commitments"
      />
      {progress.newCommitments.length > 0 ? (
        <List
          title={t.commitments.newTitle(progress.newCommitments.length)}
          items={progress.newCommitments}
          progress={progress}
          source={source}
          name="new-commitments"
        />
      ) : null}
      <p data-no-print>
        <Link to="/commitments" search={{ village: progress.villageId }}>
          {t.commitments.ledger}
        </Link>
      </p>
    </section>
  );
}

interface ListProps {
  title: string;
  heading?: ReactNode;
  items: CommitmentProgress[];
  progress: Progress;
  source: string;
  name: string;
}

function List({ title, heading, items, progress, source, name }: ListProps) {
  const t = useMessages(progressWords).commitments;
  const term = useMessages(terms);
  const { text } = useFormat();
  const madeOn = (c: Commitment) =>
    [progress.from, progress.to].find((v) => v.id === c.visitId)?.on ?? c.recordedOn;
  return (
    <ChartFigure
      title={title}
      heading={heading}
      subtitle={name === 'commitments' ? t.subtitle : undefined}
      source={source}
      fileName={`${progress.villageId}-${name}`}
      isTable
      table={{
        columns: [...t.columns],
        rows: items.map(({ commitment: c, verdict, dueOn }) => [
          text(c.what),
          term.theme[c.theme],
          text(c.owner),
          dueOn,
          verdict ? term.verdict[verdict.verdict] : t.noVerdict,
        ]),
      }}
    >
      <ul className={classes.commitments}>
        {items.map(({ commitment, verdict, open, dueOn, overdue }) => (
          <CommitmentItem
            key={commitment.id}
            commitment={commitment}
            verdict={verdict}
            open={open}
            dueOn={dueOn}
            overdue={overdue}
          >
            <Link to="/visits/$visitId" params={{ visitId: verdict?.visitId ?? commitment.visitId }}>
              {verdict?.givenOn ?? madeOn(commitment)}
            </Link>
          </CommitmentItem>
        ))}
      </ul>
    </ChartFigure>
  );
}
