import { createAccounts } from './accounts/postgres/create-accounts.ts';
import { newSecret } from './accounts/secrets.ts';
import { openDatabase } from './host/open-database.ts';
import { readSettings } from './host/settings.ts';
import { withDatabase } from './host/with-database.ts';
import { StartRefused } from './postgres/refusal.ts';
import { openPool } from './store/postgres/pool.ts';

/** `npm run admin:invite [-- NAME]`: a new one-time link for an administrator who is locked out. */
async function main(): Promise<void> {
  const [name, ...more] = process.argv.slice(2);
  if (more.length > 0 || name?.startsWith('-'))
    throw new StartRefused('Give the sign-in name of one administrator, or nothing for admin');
  const settings = readSettings(process.env, []);
  const { signInName, secret, expiresAt } = await withDatabase(settings, async (database) => {
    await openDatabase(database);
    const pool = openPool({ ...database, max: 2 });
    try {
      // Nothing is signed here.
      const parts = { pool, clock: () => new Date(), secret: newSecret() };
      return await createAccounts(parts).inviteAdministrator(name);
    } finally {
      await pool.end();
    }
  });
  process.stdout.write(
    `${signInName} sets a password at the service's address under this path, once, before ${expiresAt}: /invitation#${secret}\n`,
  );
}

main().catch((error: unknown) => {
  const told = error instanceof StartRefused ? error.message : `It failed: ${String(error)}`;
  process.stderr.write(`${told}\n`);
  process.exitCode = 1;
});
