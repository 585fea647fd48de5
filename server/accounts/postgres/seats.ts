import type { ClientBase, Pool } from 'pg';
import type { Account } from '#src/domain/account.ts';
import type { Accounts, Seating } from '../port.ts';
import { appendAccountsAct } from './append.ts';
import type { Parts } from './parts.ts';
import { accountIn, type AccountRow } from './rows.ts';
import { statements } from './statements.ts';

const first = (rows: AccountRow[]): Account | null => (rows[0] ? accountIn(rows[0]) : null);

export async function findAccount(
  client: ClientBase | Pool,
  accountId: string,
  now: Date,
): Promise<Account | null> {
  const { rows } = await client.query<AccountRow>({ ...statements.account, values: [now, accountId] });
  return first(rows);
}

/** The account, held so that nobody else changes it until the caller's transaction ends. */
export async function lockAccount(client: ClientBase, accountId: string, now: Date): Promise<Account | null> {
  await client.query({ ...statements.lockSeat, values: [accountId] });
  return findAccount(client, accountId, now);
}

/** The hash of its password, or null. */
export async function passwordOf(client: ClientBase, accountId: string): Promise<string | null> {
  const { rows } = await client.query<{ password: string | null }>({
    ...statements.password,
    values: [accountId],
  });
  return rows[0]?.password ?? null;
}

/** Ends an account's sessions, keeping when it was last seen. */
export async function endSessions(client: ClientBase, accountId: string): Promise<void> {
  await client.query({ ...statements.keepLastSeen, values: [accountId] });
  await client.query({ ...statements.endSessions, values: [accountId] });
}

export function seatsOf({ pool, transactions, clock }: Parts) {
  const changed = (accountId: string, act: Parameters<typeof appendAccountsAct>[1], change: Change) =>
    transactions.inTransaction(async (client) => {
      if (!(await lockAccount(client, accountId, clock()))) return null;
      await change(client);
      await appendAccountsAct(client, act);
      return findAccount(client, accountId, clock());
    });

  return {
    async all() {
      const { rows } = await pool.query<AccountRow>({ ...statements.accounts, values: [clock()] });
      return rows.map(accountIn);
    },

    find: (accountId) => findAccount(pool, accountId, clock()),

    change: (accountId, { name, role, places }: Seating, act) =>
      changed(accountId, act, (client) =>
        client.query({
          ...statements.changeSeat,
          values: [accountId, JSON.stringify(name), role, places],
        }),
      ),

    setDisabled: (accountId, disabled, act) =>
      changed(accountId, act, async (client) => {
        await client.query({ ...statements.setDisabled, values: [accountId, disabled] });
        if (disabled) await endSessions(client, accountId);
      }),
  } satisfies Partial<Accounts>;
}

type Change = (client: ClientBase) => Promise<unknown>;
