import { householdStatuses } from '#src/domain/indicator.ts';
import type { StatusCounts } from '#src/domain/incidence.ts';
import classes from './status-strip.module.css';

/** Households by register status as one strip; the counts in words stand beside it. */
export function StatusStrip({ counts }: { counts: StatusCounts }) {
  return (
    <span className={classes.strip} aria-hidden>
      {householdStatuses.map((status) =>
        counts[status] ? (
          <span
            key={status}
            className={classes.part}
            data-status={status}
            style={{ flexGrow: counts[status] }}
          />
        ) : null,
      )}
    </span>
  );
}
