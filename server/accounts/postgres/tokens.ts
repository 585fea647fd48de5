import { daysLong, later } from '../lifetimes.ts';
import type { Accounts } from '../port.ts';
import { digestOf, newSecret, TOKEN_MARK } from '../secrets.ts';
import { appendAccountsAct } from './append.ts';
import type { Parts } from './parts.ts';
import { tokenOf, type TokenRow } from './rows.ts';
import { statements } from './statements.ts';

export function tokensOf({ pool, transactions, clock }: Parts) {
  return {
    async tokens() {
      const { rows } = await pool.query<TokenRow>(statements.tokens);
      return rows.map(tokenOf);
    },

    createToken: (tokenId, { name, role, places, days }, act) =>
      transactions.inTransaction(async (client) => {
        const secret = TOKEN_MARK + newSecret();
        const now = clock();
        const { rows } = await client.query<TokenRow>({
          ...statements.createToken,
          values: [
            tokenId,
            await digestOf(secret),
            name,
            role,
            places,
            now,
            JSON.stringify(act.actor?.name ?? ''),
            later(now, daysLong(days)),
          ],
        });
        await appendAccountsAct(client, act);
        return { token: only(rows), secret };
      }),

    revokeToken: (tokenId, act) =>
      transactions.inTransaction(async (client) => {
        const locked = await client.query<TokenRow>({ ...statements.lockToken, values: [tokenId] });
        const found = locked.rows[0];
        if (!found) return null;
        if (found.revoked_at) return tokenOf(found);
        const { rows } = await client.query<TokenRow>({
          ...statements.revokeToken,
          values: [tokenId, clock()],
        });
        await appendAccountsAct(client, act);
        return only(rows);
      }),
  } satisfies Partial<Accounts>;
}

/** The row of a statement that always gives one. */
function only(rows: TokenRow[]) {
  const [row] = rows;
  if (!row) throw new Error('a token was written and did not come back');
  return tokenOf(row);
}
