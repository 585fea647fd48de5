import type { Accounts } from '../port.ts';
import { appendAccountsAct } from './append.ts';
import type { Parts } from './parts.ts';
import { sessionIn, type SessionRow } from './rows.ts';
import { FORGET_SESSION, tokenInCookie } from './session-cookie.ts';
import { statements } from './statements.ts';

export function sessionsOf({ pool, transactions, clock, secret }: Parts) {
  return {
    async sessionsOf(accountId, request) {
      const asking = tokenInCookie(request, secret);
      const { rows } = await pool.query<SessionRow>({
        ...statements.sessionsOf,
        values: [accountId, clock()],
      });
      return rows.map((row) => sessionIn(row, row.token === asking));
    },

    endSession: (accountId, sessionId, act) =>
      transactions.inTransaction(async (client) => {
        await client.query({ ...statements.keepLastSeen, values: [accountId] });
        const { rowCount } = await client.query({
          ...statements.endSession,
          values: [accountId, sessionId, clock()],
        });
        if (!rowCount) return false;
        await appendAccountsAct(client, act);
        return true;
      }),

    async signOut(request, act) {
      const token = tokenInCookie(request, secret);
      if (token)
        await transactions.inTransaction(async (client) => {
          const { rows } = await client.query<{ id: string; user_id: string }>({
            ...statements.sessionWith,
            values: [token],
          });
          const session = rows[0];
          if (!session) return;
          await client.query({ ...statements.keepLastSeen, values: [session.user_id] });
          const { rowCount } = await client.query({
            ...statements.endSession,
            values: [session.user_id, session.id, clock()],
          });
          if (rowCount && act) await appendAccountsAct(client, act);
        });
      return [FORGET_SESSION];
    },
  } satisfies Partial<Accounts>;
}
