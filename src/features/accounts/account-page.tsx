import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { accountQueries } from '#src/api/queries.ts';
import type { Account } from '#src/domain/account.ts';
import { minuteInChina } from '#src/domain/day.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { useActor } from '#src/parts/use-may.ts';
import { Notice } from '#src/ui/notice.tsx';
import { AccountState } from './account-table.tsx';
import classes from './accounts.module.css';
import { LinkSection } from './link-section.tsx';
import { SeatSection } from './seat-section.tsx';
import { SessionSection } from './session-section.tsx';
import { SwitchSection } from './switch-section.tsx';

const route = getRouteApi('/accounts/$accountId');

/** One account: who it is, as what and where, where it is signed in, and what can be done with it. */
export function AccountPage() {
  const t = useMessages(accountsWords);
  const { accountId } = route.useParams();
  const query = useQuery(accountQueries.all());
  return (
    <QueryView
      query={query}
      isEmpty={(accounts) => accounts.every(({ id }) => id !== accountId)}
      empty={
        <div className={classes.page}>
          <h1>{t.title}</h1>
          <Notice
            tone="plain"
            title={t.accountMissing}
            action={<Link to="/accounts">{t.backToAccounts}</Link>}
          >
            {t.accountMissingText}
          </Notice>
        </div>
      }
    >
      {(accounts) =>
        accounts
          .filter(({ id }) => id === accountId)
          .map((account) => <AccountView key={account.id} account={account} />)
      }
    </QueryView>
  );
}

function AccountView({ account }: { account: Account }) {
  const t = useMessages(accountsWords);
  const { text } = useFormat();
  const isOwn = useActor()?.id === account.id;
  return (
    <article className={classes.page}>
      <header className={classes.heading}>
        <p className={classes.crumb}>
          <Link to="/accounts">{t.backToAccounts}</Link>
        </p>
        <h1>{text(account.name)}</h1>
        <dl className={classes.facts}>
          <dt>{t.signInName}</dt>
          <dd>{account.signInName}</dd>
          <dt>{t.state}</dt>
          <dd>
            <AccountState state={account.state} />
          </dd>
          <dt>{t.columns.lastSeen}</dt>
          <dd>{account.lastSeenAt ? minuteInChina(account.lastSeenAt) : t.neverSeen}</dd>
          <dt>{t.created}</dt>
          <dd>{minuteInChina(account.createdAt)}</dd>
        </dl>
      </header>
      {isOwn ? <Notice tone="plain">{t.ownAccount}</Notice> : null}
      <SeatSection account={account} isOwn={isOwn} />
      <SessionSection account={account} />
      <LinkSection account={account} />
      {isOwn ? null : <SwitchSection account={account} />}
    </article>
  );
}
