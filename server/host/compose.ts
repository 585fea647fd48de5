import type { PoolConfig } from 'pg';
import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import { signingSecret } from '#server/accounts/postgres/signing-secret.ts';
import { createApp } from '#server/app.ts';
import { openPool, SERVICE_NAME } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import type { HostParts } from './host.ts';
import type { Log } from './log.ts';
import { openDatabase } from './open-database.ts';
import { holdsSample, type SampleData } from './sample-data.ts';

export interface ServiceParts {
  database: PoolConfig;
  dataDir: string;
  sample: SampleData;
  /** Whether an empty database is given the sample. */
  fillWithSample: boolean;
  log: Log;
}

export interface Service extends Pick<HostParts, 'mount' | 'ready'> {
  /** The path of the one-time link for the first administrator; null when there is one already. */
  firstLink: string | null;
  close: () => Promise<void>;
}

/** Milliseconds after which the database gives up a statement, or a transaction in which nothing happens. */
const LONGEST_STATEMENT = 30_000;
const LONGEST_PAUSE = 10_000;

/** Puts the service together: its database, its store, its accounts, and the app over them. */
export async function composeService({
  database,
  dataDir,
  sample,
  fillWithSample,
  log,
}: ServiceParts): Promise<Service> {
  await openDatabase(database);
  const pool = openPool({
    ...database,
    application_name: SERVICE_NAME,
    statement_timeout: LONGEST_STATEMENT,
    idle_in_transaction_session_timeout: LONGEST_PAUSE,
  });
  try {
    const stores = createPostgresStores({ pool });
    const isSample = await holdsSample(stores, database, sample, fillWithSample);
    const clock = () => new Date();
    const secret = await signingSecret(dataDir, process.env);
    const { accounts, identity, firstAdministrator } = createAccounts({ pool, clock, secret, log });
    const first = await firstAdministrator();
    return {
      mount: ({ identity: seen, trouble, gone }) =>
        createApp({ stores, accounts, clock, identity: seen(identity), trouble, gone, sample: isSample }),
      ready: () => pool.query('select 1'),
      firstLink: first && `/invitation#${first.secret}`,
      close: () => pool.end(),
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}
