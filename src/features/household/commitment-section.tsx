import { Link } from '@tanstack/react-router';
import { byVerdictOrder } from '#src/domain/commitment.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { CommitmentItem } from '#src/parts/commitment-item.tsx';
import type { SectionProps } from './section-props.ts';
import classes from './household-report.module.css';

/** What was promised to this household by name. */
export function CommitmentSection({ view }: SectionProps) {
  const t = useMessages(householdWords).commitments;
  return (
    <section className={classes.section}>
      <h2>{t.heading}</h2>
      {view.commitments.length === 0 ? <p className={classes.quiet}>{t.none}</p> : null}
      <ul className={classes.list}>
        {view.commitments.map(({ commitment: c, verdicts, open, dueOn, overdue, madeOn }) => (
          <CommitmentItem
            key={c.id}
            commitment={c}
            verdict={verdicts.toSorted(byVerdictOrder).at(-1) ?? null}
            open={open}
            dueOn={dueOn}
            overdue={overdue}
          >
            <Link to="/visits/$visitId" params={{ visitId: c.visitId }}>
              {t.madeOn(madeOn)}
            </Link>
          </CommitmentItem>
        ))}
      </ul>
    </section>
  );
}
