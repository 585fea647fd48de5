import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { commitmentsQuery } from '#src/api/queries.ts';
import type { Ledger } from '#src/domain/ledger.ts';
import { byUrgency, matchesLedger } from '#src/domain/ledger-list.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './commitments.module.css';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerList } from './ledger-list.tsx';
import { LedgerPicture } from './ledger-picture.tsx';
import { LedgerState } from './ledger-state.tsx';

const route = getRouteApi('/commitments');

/** What was promised in all villages or in one, whether it was kept, and what shows it. */
export function CommitmentsPage() {
  const t = useMessages(commitmentsWords);
  const { village } = route.useSearch();
  const query = useQuery(commitmentsQuery(village));
  return (
    <article className={classes.page}>
      <QueryView
        query={query}
        isEmpty={({ entries }) => entries.length === 0}
        empty={
          <>
            <Heading villages={query.data?.villages ?? []} village={village} />
            <Notice tone="plain" title={t.none} />
          </>
        }
      >
        {(ledger) => <Found ledger={ledger} />}
      </QueryView>
    </article>
  );
}

function Heading({ villages, village }: { villages: Ledger['villages']; village: string | undefined }) {
  const t = useMessages(commitmentsWords);
  const { text } = useFormat();
  const [one] = village ? villages.filter(({ id }) => id === village) : [];
  if (!one) return <h1>{t.title}</h1>;
  return (
    <header className={classes.heading}>
      <h1>{t.titleOf(text(one.name))}</h1>
      <p className={classes.ways} data-no-print>
        <Link to="/villages/$villageId" params={{ villageId: one.id }}>
          {text(one.name)}
        </Link>
        <Link to="/commitments">{t.allVillages}</Link>
      </p>
    </header>
  );
}

function Found({ ledger }: { ledger: Ledger }) {
  const search = route.useSearch();
  const { q, village, theme, state, owner } = search;
  const [typed, setTyped] = useState(q ?? '');
  const looked = useDeferredValue(typed);
  const sorted = useMemo(() => ledger.entries.toSorted(byUrgency), [ledger]);
  // The picture shows all themes and states of whatever else was asked for: its parts choose among them.
  const around = useMemo(
    () => sorted.filter((e) => matchesLedger(e, { q: looked, village, owner })),
    [sorted, looked, village, owner],
  );
  const shown = useMemo(
    () => around.filter((e) => matchesLedger(e, { theme, state })),
    [around, theme, state],
  );
  return (
    <>
      <Heading villages={ledger.villages} village={village} />
      <LedgerPicture entries={around} today={ledger.today} />
      <LedgerFilters ledger={ledger} onType={setTyped} />
      <LedgerState ledger={ledger} shown={shown} />
      <LedgerList ledger={ledger} shown={shown} />
    </>
  );
}
