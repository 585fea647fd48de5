import { Link } from '@tanstack/react-router';
import type { Account } from '#src/domain/account.ts';
import { minuteInChina } from '#src/domain/day.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { usePlaceWords } from '#src/parts/place-names.ts';
import { useActor } from '#src/parts/use-may.ts';
import classes from './accounts.module.css';

/** One account a line; on a phone its cells stand below each other under their names. */
export function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  const t = useMessages(accountsWords);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {Object.entries(t.columns).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </tbody>
    </table>
  );
}

function AccountRow({ account }: { account: Account }) {
  const t = useMessages(accountsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const places = usePlaceWords();
  const isOwn = useActor()?.id === account.id;
  return (
    <tr data-state={account.state}>
      <th scope="row">
        <Link to="/accounts/$accountId" params={{ accountId: account.id }} className={classes.name}>
          {text(account.name)}
        </Link>
        {isOwn ? <span className={classes.tag}>{t.you}</span> : null}
        <span className={classes.small}>{account.signInName}</span>
      </th>
      <td data-label={t.columns.role}>{term.role[account.role]}</td>
      <td data-label={t.columns.places}>{places.some(account.places)}</td>
      <td data-label={t.columns.state}>
        <AccountState state={account.state} />
      </td>
      <td data-label={t.columns.lastSeen}>
        {account.lastSeenAt ? minuteInChina(account.lastSeenAt) : t.neverSeen}
      </td>
      <td data-label={t.columns.sessions}>{account.sessions}</td>
    </tr>
  );
}

/** Told by word and shape: colours belong to the register. */
export function AccountState({ state }: { state: Account['state'] }) {
  const t = useMessages(accountsWords);
  return (
    <span className={classes.state} data-state={state}>
      {t.states[state]}
    </span>
  );
}
