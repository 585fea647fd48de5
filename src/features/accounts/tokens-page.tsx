import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { aboutQuery, accountQueries } from '#src/api/queries.ts';
import type { AccessToken } from '#src/domain/account.ts';
import { minuteInChina } from '#src/domain/day.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './accounts.module.css';
import { ShownOnce } from './shown-once.tsx';
import { TokenForm } from './token-form.tsx';
import { TokenTable } from './token-table.tsx';

const route = getRouteApi('/accounts/tokens');

/** What programs come in with: made, shown once, revoked. */
export function TokensPage() {
  const t = useMessages(accountsWords);
  const { make } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(accountQueries.tokens());
  const about = useQuery(aboutQuery());
  const [made, setMade] = useState<{ token: AccessToken; secret: string } | null>(null);
  const showForm = (open: boolean) => {
    if (open) setMade(null);
    void navigate({ search: { make: open || undefined } });
  };
  const today = about.data?.today ?? '';
  const newToken = <Button onClick={() => showForm(true)}>{t.newToken}</Button>;
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <div className={classes.titleLine}>
          <h1>{t.tokensTitle}</h1>
          {make || query.data?.length === 0 ? null : newToken}
        </div>
        <p className={classes.calm}>{t.tokensLead}</p>
      </header>
      {make ? (
        <section className={classes.section}>
          <h2>{t.newTokenTitle}</h2>
          <TokenForm
            onCancel={() => showForm(false)}
            onMade={(answer) => {
              setMade(answer);
              showForm(false);
            }}
          />
        </section>
      ) : null}
      {made ? (
        <>
          <Notice tone="done" title={t.secretTitle(made.token.name)}>
            {t.secretText}
          </Notice>
          <ShownOnce
            label={t.secret}
            value={made.secret}
            until={t.secretUntil(minuteInChina(made.token.expiresAt))}
          />
        </>
      ) : null}
      <QueryView
        query={query}
        isEmpty={(tokens) => tokens.length === 0}
        empty={
          make ? null : (
            <Notice tone="plain" title={t.noTokens} action={newToken}>
              {t.noTokensText}
            </Notice>
          )
        }
      >
        {(tokens) => <TokenTable tokens={tokens} today={today} />}
      </QueryView>
    </div>
  );
}
