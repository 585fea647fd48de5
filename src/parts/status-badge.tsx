import type { HouseholdStatus } from '#src/domain/indicator.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import classes from './status-badge.module.css';

const signs: Record<HouseholdStatus, string> = { registered: '■', out: '✓', returned: '↩', unknown: '?' };

/** Register status: red, green, yellow (DOMAIN §3.14), and always a sign and a word. */
export function StatusBadge({ status }: { status: HouseholdStatus }) {
  const t = useMessages(terms);
  return (
    <span className={classes.badge} data-status={status}>
      <span aria-hidden>{signs[status]}</span> {t.status[status]}
    </span>
  );
}
