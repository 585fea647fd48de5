import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { villageQueries } from '#src/api/queries.ts';
import { causes } from '#src/domain/household.ts';
import { helperKey, householdSorts, type HouseholdFilter, type HouseholdRow } from '#src/domain/household-list.ts';
import { guarantees, householdStatuses } from '#src/domain/indicator.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { SearchField } from '#src/ui/search-field.tsx';
import classes from './households-page.module.css';
import { useSaveHouseholds } from './save-households.ts';

const route = getRouteApi('/villages/$villageId/households');

interface Props {
  /** All of the village's, for the choices. */
  rows: HouseholdRow[];
  shown: HouseholdRow[];
  villageId: string;
}

type Choice = { value: string; label: string };
type Select = { key: keyof HouseholdFilter; label: string; choices: Choice[]; all: string };

/** Search, filters and order; every one of them in the link. */
export function HouseholdFilters({ rows, shown, villageId }: Props) {
  const t = useMessages(householdsWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const selects = useSelects(rows, villageId);
  const save = useSaveHouseholds(shown);
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const active = selects.flatMap((select) => {
    const value = search[select.key];
    const choice = select.choices.find((c) => c.value === value);
    return choice ? [{ ...choice, key: select.key, label: `${select.label}: ${choice.label}` }] : [];
  });
  const cleared = Object.fromEntries([...selects.map((s) => [s.key, undefined]), ['q', undefined]]);
  return (
    <>
      <div className={classes.search} data-no-print>
        <SearchField label={t.search} hint={t.searchHint} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      </div>
      <details className={classes.details} data-no-print open={active.length > 0 || undefined}>
        <summary>
          {t.filters} · {t.sortBy}
        </summary>
        <div className={classes.filters}>
          {selects.map(({ key, label, choices, all }) => (
            <NativeSelect
              key={key}
              label={label}
              value={search[key] ?? ''}
              data={[{ value: '', label: all }, ...choices]}
              onChange={(event) => change({ [key]: event.currentTarget.value || undefined })}
            />
          ))}
          <NativeSelect
            label={t.sortBy}
            value={search.sort ?? 'number'}
            data={householdSorts.map((value) => ({ value, label: t.sorts[value] }))}
            onChange={(event) => change({ sort: event.currentTarget.value, desc: undefined })}
          />
        </div>
      </details>
      <div className={classes.state}>
        <span role="status" className={classes.count}>
          {t.shown(shown.length, rows.length)}
        </span>
        {active.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            className={classes.chip}
            aria-label={t.removeFilter(label)}
            onClick={() => change({ [key]: undefined })}
          >
            {label} <span aria-hidden>×</span>
          </button>
        ))}
        {active.length > 0 || search.q ? (
          <Button variant="subtle" onClick={() => change(cleared)} data-no-print>
            {t.clear}
          </Button>
        ) : null}
        <span className={classes.grow} />
        <Button variant="subtle" onClick={save} disabled={shown.length === 0} data-no-print>
          {t.saveCsv}
        </Button>
      </div>
    </>
  );
}

function useSelects(rows: HouseholdRow[], villageId: string): Select[] {
  const t = useMessages(householdsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const village = useQuery(villageQueries.page(villageId));
  const choices = (values: readonly string[], names: Record<string, string>): Choice[] =>
    values.map((value) => ({ value, label: names[value] ?? value }));
  const helpers = new Map(rows.flatMap((row) => (row.helper ? [[helperKey(row.helper), text(row.helper)]] : [])));
  return [
    { key: 'status', label: t.status, all: t.all, choices: choices(householdStatuses, term.status) },
    { key: 'cause', label: t.cause, all: t.all, choices: choices([...causes, 'unknown'], term.cause) },
    {
      key: 'guarantee',
      label: t.guarantee,
      all: t.all,
      choices: [{ value: 'any', label: t.anyGuarantee }, ...choices(guarantees, term.indicator)],
    },
    { key: 'state', label: t.state, all: t.all, choices: choices(['gap', 'notMet', 'unknown'], t.states) },
    { key: 'called', label: t.called, all: t.all, choices: choices(['met', 'nobodyHome', 'none', 'notMet'], t.calledStates) },
    { key: 'helper', label: t.helper, all: t.all, choices: [...helpers].map(([value, label]) => ({ value, label })) },
    {
      key: 'project',
      label: t.project,
      all: t.all,
      choices: (village.data?.projects ?? []).map((p) => ({ value: p.id, label: text(p.name) })),
    },
  ];
}
