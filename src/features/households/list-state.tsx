import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { HouseholdRow } from '#src/domain/household-list.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useTypedSearch } from '#src/parts/typed-search.ts';
import type { FilterChoice } from './filter-choices.ts';
import classes from './household-filters.module.css';
import { useSaveHouseholds } from './save-households.ts';

const route = getRouteApi('/villages/$villageId/households');

interface Props {
  choices: FilterChoice[];
  shown: readonly HouseholdRow[];
  of: number;
  /** The pair in words, for the saved table. */
  asAt: string;
}

/** How many are shown, by which filters, and the way to take those along or away. */
export function ListState({ choices, shown, of, asAt }: Props) {
  const t = useMessages(householdsWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [searched] = useTypedSearch();
  const change = (next: object, state: true | object = true) =>
    void navigate({ search: (now) => ({ ...now, ...next }), state, replace: true, resetScroll: false });
  const active = choices.flatMap(({ key, label, choices: values }) => {
    const value = search[key];
    if (value === undefined) return [];
    return [{ key, name: `${label}: ${values.find((c) => c.value === value)?.label ?? value}` }];
  });
  const count = t.shown(shown.length, of);
  const save = useSaveHouseholds(shown, [
    asAt,
    count,
    ...active.map(({ name }) => name),
    ...(searched ? [t.searched(searched)] : []),
  ]);
  const cleared = Object.fromEntries(choices.map(({ key }) => [key, undefined]));
  return (
    <div className={classes.state}>
      <span role="status" className={classes.count}>
        {count}
      </span>
      <div role="group" aria-label={t.activeFilters} className={classes.chips}>
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
      </div>
      {shown.length > 0 && (active.length > 0 || searched) ? (
        <Button variant="subtle" onClick={() => change(cleared, {})} data-no-print>
          {t.clear}
        </Button>
      ) : null}
      <span className={classes.grow} />
      {shown.length > 0 ? (
        <Button variant="default" onClick={save} data-no-print>
          {t.saveCsv}
        </Button>
      ) : null}
    </div>
  );
}
