import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Ledger } from '#src/domain/ledger.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useChoices } from './choices.ts';
import classes from './commitments.module.css';

const route = getRouteApi('/commitments');

interface Props {
  ledger: Ledger;
  /** At every letter; the link follows when the typing pauses. */
  onType: (q: string) => void;
}

/** Search and filters, every one of them in the link. */
export function LedgerFilters({ ledger, onType }: Props) {
  const t = useMessages(commitmentsWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choices = useChoices(ledger);
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  return (
    <div className={classes.filters} data-no-print>
      <SearchField
        label={t.search}
        hint={t.searchHint}
        value={search.q ?? ''}
        onType={onType}
        onChange={(q) => change({ q: q || undefined })}
      />
      {choices.map(({ key, label, choices: values }) =>
        // Of one village there is nothing to choose; it is taken away like any other filter.
        key === 'village' && values.length < 2 ? null : (
          <NativeSelect
            key={key}
            label={label}
            value={search[key] ?? ''}
            data={[{ value: '', label: t.all }, ...values]}
            onChange={(event) => change({ [key]: event.currentTarget.value || undefined })}
          />
        ),
      )}
    </div>
  );
}
