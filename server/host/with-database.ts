import type { PoolConfig } from 'pg';
import { runningPostgres } from '#server/postgres/running.ts';
import { startPostgres } from '#server/postgres/start.ts';
import { FolderInUse, lockDataFolder } from './lock.ts';
import type { Settings } from './settings.ts';

/**
 * For a command beside the service: does some work on its database, which may be
 * elsewhere, or kept by a service that runs now, or is started for this work alone.
 * `alone` refuses a data folder that a service holds.
 */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  work: (database: PoolConfig) => Promise<T>,
  { alone = false }: { alone?: boolean } = {},
): Promise<T> {
  if (databaseUrl !== null) return work({ connectionString: databaseUrl });
  const lock = await lockDataFolder(dataDir).catch((error: unknown) => {
    if (error instanceof FolderInUse && !alone) return null;
    throw error;
  });
  if (!lock) return work(await runningPostgres(dataDir));
  try {
    const postgres = await startPostgres({ dataDir });
    try {
      return await work(postgres.connection);
    } finally {
      await postgres.stop();
    }
  } finally {
    await lock.release();
  }
}
