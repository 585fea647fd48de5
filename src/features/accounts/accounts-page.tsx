import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { accountQueries } from '#src/api/queries.ts';
import { accountStates, type Account } from '#src/domain/account.ts';
import { roles } from '#src/domain/permission.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { usePlaceWords } from '#src/parts/place-names.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import action from '#src/ui/action-link.module.css';
import { Notice } from '#src/ui/notice.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { accountsShown, type AccountsSearch } from './account-list.ts';
import { AccountTable } from './account-table.tsx';
import classes from './accounts.module.css';

const route = getRouteApi('/accounts');

/** Everybody whom the administrator may see, found by name, place, role or state. */
export function AccountsPage() {
  const t = useMessages(accountsWords);
  const query = useQuery(accountQueries.all());
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <div className={classes.titleLine}>
          <h1>{t.title}</h1>
          <Link to="/accounts/invite" className={action.link} data-no-print>
            {t.invite}
          </Link>
        </div>
        <p className={classes.calm}>{t.lead}</p>
      </header>
      <QueryView query={query} isEmpty={() => false} empty={null}>
        {(accounts) => <FoundAccounts accounts={accounts} />}
      </QueryView>
    </div>
  );
}

function FoundAccounts({ accounts }: { accounts: Account[] }) {
  const t = useMessages(accountsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const places = usePlaceWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: AccountsSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  // What is on screen follows each letter, the link when the typing pauses.
  const [typed, setTyped] = useState(search.q ?? '');
  const shown = accountsShown(accounts, { ...search, q: typed }, (account) =>
    [text(account.name), account.signInName, ...account.places.map(places.one)].join(' '),
  );
  return (
    <>
      <div className={classes.tools} data-no-print>
        <SearchField
          label={t.search}
          hint={t.searchHint}
          value={search.q ?? ''}
          onType={setTyped}
          onChange={(q) => change({ q: q || undefined })}
        />
        <NativeSelect
          label={t.role}
          value={search.role ?? ''}
          data={[{ value: '', label: t.all }, ...roles.map((value) => ({ value, label: term.role[value] }))]}
          onChange={(event) => change({ role: roles.find((value) => value === event.currentTarget.value) })}
        />
        <NativeSelect
          label={t.state}
          value={search.state ?? ''}
          data={[
            { value: '', label: t.all },
            ...accountStates.map((value) => ({ value, label: t.states[value] })),
          ]}
          onChange={(event) =>
            change({ state: accountStates.find((value) => value === event.currentTarget.value) })
          }
        />
      </div>
      <p role="status" className={classes.calm}>
        {t.shown(shown.length, accounts.length)}
      </p>
      {shown.length === 0 ? (
        <Notice
          tone="plain"
          title={t.noneFound}
          action={
            <Button
              variant="default"
              onClick={() => {
                setTyped('');
                change({ q: undefined, role: undefined, state: undefined });
              }}
            >
              {t.clear}
            </Button>
          }
        />
      ) : (
        <AccountTable accounts={shown} />
      )}
    </>
  );
}
