import { Button } from '@mantine/core';
import type { HouseholdRow } from '#src/domain/household-list.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useTypedSearch } from '#src/parts/typed-search.ts';
import type { FilterChoice } from './filter-choices.ts';
import classes from './household-filters.module.css';
import { useSaveHouseholds } from './save-households.ts';
import type { SearchAhead } from './use-search-ahead.ts';

interface Props {
  choices: FilterChoice[];
  asked: SearchAhead;
  shown: readonly HouseholdRow[];
  of: number;
  /** The pair in words, for the saved table. */
  asAt: string;
}

/** How many are shown, by which filters, and the way to take those along or away. */
export function ListState({ choices, asked, shown, of, asAt }: Props) {
  const t = useMessages(householdsWords);
  const { search, change, clear } = asked;
  const [searched] = useTypedSearch();
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
        <Button variant="subtle" onClick={clear} data-no-print>
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
