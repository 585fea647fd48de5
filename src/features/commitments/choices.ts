import { useMemo } from 'react';
import { themes } from '#src/domain/commitment.ts';
import { ledgerStates, type Ledger, type LedgerFilter } from '#src/domain/ledger.ts';
import { ownerKey } from '#src/domain/ledger-list.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { useStateName } from './state-name.ts';

export interface FilterChoice {
  key: Exclude<keyof LedgerFilter, 'q'>;
  label: string;
  choices: { value: string; label: string }[];
}

/** Every filter with what can be chosen in it; villages and owners are those of the ledger. */
export function useChoices({ villages, entries }: Ledger): FilterChoice[] {
  const t = useMessages(commitmentsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const nameOf = useStateName();
  const owners = useMemo(() => {
    const found = new Map(entries.map(({ commitment: c }) => [ownerKey(c.owner), text(c.owner)]));
    return [...found]
      .map(([value, label]) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'zh-CN', { numeric: true }));
  }, [entries, text]);
  return [
    { key: 'state', label: t.state, choices: ledgerStates.map((value) => ({ value, label: nameOf(value) })) },
    { key: 'theme', label: t.theme, choices: themes.map((value) => ({ value, label: term.theme[value] })) },
    { key: 'owner', label: t.owner, choices: owners },
    {
      key: 'village',
      label: t.village,
      choices: villages.map(({ id, name }) => ({ value: id, label: text(name) })),
    },
  ];
}
