import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRevokeToken } from '#src/api/account-writes.ts';
import type { AccessToken } from '#src/domain/account.ts';
import { minuteInChina, type Day } from '#src/domain/day.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { usePlaceWords } from '#src/parts/place-names.ts';
import classes from './accounts.module.css';
import { Confirm } from './confirm.tsx';

type TokenState = 'holds' | 'expired' | 'revoked';

const stateOf = ({ revokedAt, expiresAt }: AccessToken, today: Day): TokenState =>
  revokedAt !== null ? 'revoked' : minuteInChina(expiresAt).slice(0, 10) < today ? 'expired' : 'holds';

/** One token a line, those that hold with a way to revoke them. */
export function TokenTable({ tokens, today }: { tokens: readonly AccessToken[]; today: Day }) {
  const t = useMessages(accountsWords);
  const [revoking, setRevoking] = useState<AccessToken | null>(null);
  const write = useRevokeToken();
  const close = () => {
    write.reset();
    setRevoking(null);
  };
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            {Object.entries(t.tokenColumns).map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              state={stateOf(token, today)}
              onRevoke={() => setRevoking(token)}
            />
          ))}
        </tbody>
      </table>
      {revoking ? (
        <Confirm
          title={t.revokeTitle}
          act={t.revokeConfirm}
          busy={write.isPending}
          error={write.error}
          onClose={close}
          onConfirm={() => write.mutate({ tokenId: revoking.id }, { onSuccess: close })}
        >
          <p>{t.revokeAsk(revoking.name)}</p>
        </Confirm>
      ) : null}
    </>
  );
}

function TokenRow({
  token,
  state,
  onRevoke,
}: {
  token: AccessToken;
  state: TokenState;
  onRevoke: () => void;
}) {
  const t = useMessages(accountsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const places = usePlaceWords();
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>{token.name}</span>
      </th>
      <td data-label={t.tokenColumns.role}>{term.role[token.role]}</td>
      <td data-label={t.tokenColumns.places}>{places.some(token.places)}</td>
      <td data-label={t.tokenColumns.made}>
        {minuteInChina(token.createdAt)}
        <span className={classes.small}>{text(token.createdBy)}</span>
      </td>
      <td data-label={t.tokenColumns.lastUsed}>
        {token.lastUsedAt ? minuteInChina(token.lastUsedAt) : t.neverUsed}
      </td>
      <td data-label={t.tokenColumns.ends}>
        {minuteInChina(token.revokedAt ?? token.expiresAt)}
        <span className={classes.ends}>
          <span className={classes.state} data-state={state}>
            {t.tokenStates[state]}
          </span>
          {state === 'holds' ? (
            <Button
              variant="default"
              size="compact-md"
              aria-label={t.revokeNamed(token.name)}
              onClick={onRevoke}
            >
              {t.revoke}
            </Button>
          ) : null}
        </span>
      </td>
    </tr>
  );
}
