import { accountsOnPostgres, cheapPasswords } from '#tests/support/accounts-database.ts';
import { describeAccounts } from '#tests/support/accounts-suite.ts';

describeAccounts('PostgreSQL', () => accountsOnPostgres({ passwords: cheapPasswords() }));
