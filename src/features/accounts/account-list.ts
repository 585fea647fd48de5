import type { Account } from '#src/domain/account.ts';
import type { Role } from '#src/domain/permission.ts';

export interface AccountsSearch {
  q?: string | undefined;
  role?: Role | undefined;
  state?: Account['state'] | undefined;
}

/** The accounts that the link asks for, by name; `textOf` is what a search looks in. */
export function accountsShown(
  accounts: readonly Account[],
  { q = '', role, state }: AccountsSearch,
  textOf: (account: Account) => string,
): Account[] {
  const typed = q.trim().toLowerCase();
  return accounts.filter(
    (account) =>
      (!role || account.role === role) &&
      (!state || account.state === state) &&
      textOf(account).toLowerCase().includes(typed),
  );
}
