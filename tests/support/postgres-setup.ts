import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres, type Connection } from '#server/postgres/start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's way to the PostgreSQL of this run. */
    postgres: Connection;
  }
}

/** One PostgreSQL for all files of a run; it goes with everything in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'service-'));
  const { connection, stop } = await startPostgres({ dataDir, durable: false });
  project.provide('postgres', connection);
  return async () => {
    await stop();
    await rm(dataDir, { recursive: true });
  };
}
