import type { ClientBase } from 'pg';
import type { Invitation } from '#src/domain/account.ts';
import { INVITATION, later } from '../lifetimes.ts';
import type { Accounts } from '../port.ts';
import { digestOf, newSecret } from '../secrets.ts';
import { appendAccountsAct } from './append.ts';
import type { Parts } from './parts.ts';
import { endSessions, lockAccount } from './seats.ts';
import { statements } from './statements.ts';

/** No mail is ever sent: the name alone stands in the address that better-auth asks for. */
const addressOf = (signInName: string): string => `${signInName}@sign-in.invalid`;

/** A new one-time link; the one before is worth nothing any more. */
async function writeInvitation(client: ClientBase, accountId: string, now: Date): Promise<Invitation> {
  const secret = newSecret();
  const expiresAt = later(now, INVITATION);
  await client.query({
    ...statements.invitation,
    values: [accountId, await digestOf(secret), expiresAt],
  });
  return { accountId, secret, expiresAt };
}

export function invitationsOf({ pool, transactions, auth, clock, passwords }: Parts) {
  const greeting: Accounts['greeting'] = async (secret) => {
    const { rows } = await pool.query<{ account_id: string; sign_in_name: string; name: string }>({
      ...statements.greeting,
      values: [await digestOf(secret), clock()],
    });
    const found = rows[0];
    return found ? { accountId: found.account_id, signInName: found.sign_in_name, name: found.name } : null;
  };

  return {
    greeting,

    invite: (accountId, { signInName, name, role, places }, act) =>
      transactions.inTransaction(async (client) => {
        const now = clock();
        const { internalAdapter } = await auth.$context;
        // Two invitations under one name at once: the second waits here for the first.
        await client.query({ ...statements.holdName, values: [signInName] });
        const { rowCount } = await client.query({ ...statements.isNameTaken, values: [signInName] });
        if (rowCount) return null;
        const user = {
          id: accountId,
          name: signInName,
          email: addressOf(signInName),
          emailVerified: false,
          createdAt: now,
          updatedAt: now,
        };
        await internalAdapter.createUser(user, { method: 'invitation' });
        await client.query({
          ...statements.seat,
          values: [accountId, signInName, JSON.stringify(name), role, places, now],
        });
        await appendAccountsAct(client, act);
        return writeInvitation(client, accountId, now);
      }),

    inviteAgain: (accountId, act) =>
      transactions.inTransaction(async (client) => {
        if (!(await lockAccount(client, accountId, clock()))) return null;
        await appendAccountsAct(client, act);
        return writeInvitation(client, accountId, clock());
      }),

    async accept(secret, password, act) {
      // A link that is none costs no slow hash.
      if (!(await greeting(secret))) return false;
      const hash = await passwords.hash(password);
      return transactions.inTransaction(async (client) => {
        const used = [await digestOf(secret), clock()];
        const { rows } = await client.query<{ account_id: string }>({
          ...statements.useInvitation,
          values: used,
        });
        const accountId = rows[0]?.account_id;
        if (!accountId) return false;
        await lockAccount(client, accountId, clock());
        const { internalAdapter } = await auth.$context;
        if (await internalAdapter.findCredentialAccount(accountId))
          await internalAdapter.updatePassword(accountId, hash);
        else
          await internalAdapter.createAccount({
            userId: accountId,
            accountId,
            providerId: 'credential',
            password: hash,
          });
        await endSessions(client, accountId);
        await appendAccountsAct(client, act);
        return true;
      });
    },
  } satisfies Partial<Accounts>;
}
