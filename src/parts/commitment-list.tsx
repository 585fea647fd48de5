import type { CommitmentRecord } from '#src/domain/records.ts';
import classes from './commitment-item.module.css';
import { CommitmentItem } from './commitment-item.tsx';

interface Props {
  records: CommitmentRecord[];
  /** Only the verdicts given at this visit are shown; without it, the last one. */
  atVisit?: string;
}

/** Commitments with their verdicts, as a record's page lists them. */
export function CommitmentList({ records, atVisit }: Props) {
  return (
    <ul className={classes.list}>
      {records.map(({ commitment, verdicts, open, dueOn, overdue }) => (
        <CommitmentItem
          key={commitment.id}
          commitment={commitment}
          verdict={verdicts.findLast((v) => !atVisit || v.visitId === atVisit) ?? null}
          open={open}
          dueOn={dueOn}
          overdue={overdue}
        />
      ))}
    </ul>
  );
}
