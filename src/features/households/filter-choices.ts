import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { villageQueries } from '#src/api/queries.ts';
import { causes } from '#src/domain/household.ts';
import { helperKey, type HouseholdFilter, type HouseholdRow } from '#src/domain/household-list.ts';
import { guarantees, householdStatuses } from '#src/domain/indicator.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';

export interface Choice {
  value: string;
  label: string;
}
export interface FilterChoice {
  key: Exclude<keyof HouseholdFilter, 'q'>;
  label: string;
  choices: Choice[];
}

/** Every filter with what can be chosen in it; helpers and projects are the village's own. */
export function useFilterChoices(rows: readonly HouseholdRow[], villageId: string): FilterChoice[] {
  const t = useMessages(householdsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const village = useQuery(villageQueries.page(villageId));
  const helpers = useMemo(() => {
    const found = new Map(
      rows.flatMap((row) => (row.helper ? [[helperKey(row.helper), text(row.helper)]] : [])),
    );
    return [...found]
      .map(([value, label]) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'zh-CN', { numeric: true }));
  }, [rows, text]);
  const projects = village.data?.projects;
  // The same until one of them changes: a letter typed beside the filters draws none of them anew.
  return useMemo(
    () => [
      {
        key: 'status',
        label: t.status,
        choices: [{ value: 'poor', label: t.poor }, ...named(householdStatuses, term.status)],
      },
      { key: 'cause', label: t.cause, choices: named([...causes, 'unknown'], term.cause) },
      {
        key: 'guarantee',
        label: t.guarantee,
        choices: [{ value: 'any', label: t.anyGuarantee }, ...named(guarantees, term.indicator)],
      },
      { key: 'state', label: t.state, choices: named(['gap', 'notMet', 'unknown'], t.states) },
      {
        key: 'called',
        label: t.called,
        choices: named(['met', 'nobodyHome', 'none', 'notMet'], t.calledStates),
      },
      { key: 'helper', label: t.helper, choices: helpers },
      {
        key: 'project',
        label: t.project,
        choices: (projects ?? []).map((p) => ({ value: p.id, label: text(p.name) })),
      },
    ],
    [t, term, text, helpers, projects],
  );
}

const named = (values: readonly string[], names: Record<string, string>): Choice[] =>
  values.map((value) => ({ value, label: names[value] ?? value }));
