import { Button, NativeSelect } from '@mantine/core';
import { memo, useId, useState } from 'react';
import { householdSorts } from '#src/domain/household-list.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useTypedSearch } from '#src/parts/typed-search.ts';
import { SearchField } from '#src/ui/search-field.tsx';
import type { Choice, FilterChoice } from './filter-choices.ts';
import classes from './household-filters.module.css';
import type { SearchAhead } from './use-search-ahead.ts';

interface Props {
  choices: FilterChoice[];
  asked: SearchAhead;
  /** At every letter; the history follows when the typing pauses. */
  onType: (q: string) => void;
}

/** Search, filters and order; filters and order in the link, and no name. On a phone the filters unfold. */
export const HouseholdFilters = memo(function HouseholdFilters({ choices, asked, onType }: Props) {
  const t = useMessages(householdsWords);
  const { search, change } = asked;
  const [searched, searchFor] = useTypedSearch();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const active = choices.filter(({ key }) => search[key] !== undefined).length;
  return (
    <div className={classes.filters} data-no-print>
      <div className={classes.search}>
        <SearchField
          label={t.search}
          hint={t.searchHint}
          value={searched}
          onType={onType}
          onChange={searchFor}
        />
      </div>
      <Button
        variant="default"
        className={classes.unfold}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {t.filters(active)}
      </Button>
      <div id={panel} className={classes.panel} data-open={open}>
        {choices.map(({ key, label, choices: values }) =>
          values.length > 0 ? (
            <Filter
              key={key}
              name={key}
              label={label}
              value={search[key] ?? ''}
              choices={values}
              change={change}
            />
          ) : null,
        )}
        <div className={classes.sort}>
          <NativeSelect
            label={t.sortBy}
            value={search.sort ?? 'number'}
            data={householdSorts.map((value) => ({ value, label: t.sorts[value] }))}
            onChange={(event) =>
              change({
                sort: householdSorts.find((sort) => sort === event.currentTarget.value),
                desc: undefined,
              })
            }
          />
          <Button
            variant="default"
            aria-label={t.reverse}
            aria-pressed={search.desc ?? false}
            onClick={() => change({ desc: search.desc ? undefined : true })}
          >
            <span aria-hidden>{search.desc ? '↓' : '↑'}</span>
          </Button>
        </div>
      </div>
    </div>
  );
});

interface FilterProps {
  name: FilterChoice['key'];
  label: string;
  value: string;
  choices: Choice[];
  change: SearchAhead['change'];
}

/** Drawn anew only when its own choice changes. */
const Filter = memo(function Filter({ name, label, value, choices, change }: FilterProps) {
  const t = useMessages(householdsWords);
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[{ value: '', label: t.all }, ...choices]}
      onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
    />
  );
});
