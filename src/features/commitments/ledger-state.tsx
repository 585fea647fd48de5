import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Ledger, LedgerEntry } from '#src/domain/ledger.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useChoices } from './choices.ts';
import classes from './commitments.module.css';
import { useSaveLedger } from './save-ledger.ts';

const route = getRouteApi('/commitments');

/** How many are shown, by which filters, and the way to take those along or away. */
export function LedgerState({ ledger, shown }: { ledger: Ledger; shown: readonly LedgerEntry[] }) {
  const t = useMessages(commitmentsWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choices = useChoices(ledger);
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const active = choices.flatMap(({ key, label, choices: values }) => {
    const value = search[key];
    if (value === undefined) return [];
    return [{ key, name: `${label}: ${values.find((c) => c.value === value)?.label ?? value}` }];
  });
  const count = t.shown(shown.length, ledger.entries.length);
  const save = useSaveLedger(ledger, shown, [
    t.chartSource(ledger.today),
    count,
    ...active.map(({ name }) => name),
    ...(search.q ? [t.searched(search.q)] : []),
  ]);
  return (
    <div className={classes.state}>
      <span role="status" className={classes.count}>
        {count}
      </span>
      <span role="group" aria-label={t.activeFilters} className={classes.chips}>
        {active.map(({ key, name }) => (
          <button
            key={key}
            type="button"
            className={classes.chip}
            aria-label={t.removeFilter(name)}
            onClick={() => change({ [key]: undefined })}
          >
            {name} <span aria-hidden>×</span>
          </button>
        ))}
      </span>
      <span className={classes.acts} data-no-print>
        {active.length > 0 || search.q ? (
          <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
            {t.clear}
          </Button>
        ) : null}
        {shown.length > 0 ? (
          <>
            <Button variant="default" onClick={save}>
              {t.saveCsv}
            </Button>
            <Button variant="default" onClick={() => print()}>
              {t.print}
            </Button>
          </>
        ) : null}
      </span>
    </div>
  );
}
