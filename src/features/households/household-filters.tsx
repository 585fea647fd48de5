import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { memo, useId, useState } from 'react';
import { householdSorts } from '#src/domain/household-list.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { useTypedSearch } from '#src/parts/typed-search.ts';
import { SearchField } from '#src/ui/search-field.tsx';
import type { FilterChoice } from './filter-choices.ts';
import classes from './household-filters.module.css';

const route = getRouteApi('/villages/$villageId/households');

interface Props {
  choices: FilterChoice[];
  /** At every letter; the history follows when the typing pauses. */
  onType: (q: string) => void;
}

/** Search, filters and order; filters and order in the link, and no name. On a phone the filters unfold. */
export const HouseholdFilters = memo(function HouseholdFilters({ choices, onType }: Props) {
  const t = useMessages(householdsWords);
  const search = route.useSearch();
  const [searched, searchFor] = useTypedSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), state: true, replace: true, resetScroll: false });
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
            <NativeSelect
              key={key}
              label={label}
              value={search[key] ?? ''}
              data={[{ value: '', label: t.all }, ...values]}
              onChange={(event) => change({ [key]: event.currentTarget.value || undefined })}
            />
          ) : null,
        )}
        <div className={classes.sort}>
          <NativeSelect
            label={t.sortBy}
            value={search.sort ?? 'number'}
            data={householdSorts.map((value) => ({ value, label: t.sorts[value] }))}
            onChange={(event) => change({ sort: event.currentTarget.value, desc: undefined })}
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
