import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import { cheapPasswords, SECRET } from './accounts-database.ts';
import { postgresStores } from './postgres-store.ts';
import type { OpenPorts } from './watched.ts';

/** Every cell signs in: nobody is limited here. */
const many = { tries: 10_000, seconds: 60 };

/** Store and accounts in one database of their own. */
export const inPostgres: OpenPorts = async (loaded, clock) => {
  const { stores, pool } = await postgresStores(loaded);
  const { accounts } = createAccounts({
    pool,
    clock,
    secret: SECRET,
    passwords: cheapPasswords(),
    rates: { address: many, name: many },
  });
  return { stores, accounts, close: () => pool.end() };
};
