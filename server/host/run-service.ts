import { fileURLToPath } from 'node:url';
import type { PoolConfig } from 'pg';
import { keepPostgres } from '#server/postgres/keep.ts';
import { builtFolder } from './built-folder.ts';
import { composeService } from './compose.ts';
import { openDashboard } from './dashboard.ts';
import { createHost } from './host.ts';
import { listen } from './listen.ts';
import { traceOf, type Log } from './log.ts';
import type { SampleData } from './sample-data.ts';
import type { Settings } from './settings.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Milliseconds for what was accepted to be answered after a stop was asked for. */
const PATIENCE = 30_000;

export interface Running {
  url: string;
  /** The one-time link of the first administrator, at the first start. */
  firstLink: string | null;
  /** Takes nothing new, answers what was accepted, and leaves everything on the disk. */
  stop: () => Promise<void>;
  /** Lets everything go at once. What was acknowledged is on the disk all the same. */
  drop: () => void;
}

/** Starts everything, on a data folder that is locked; on a failure, what was started is stopped again. */
export async function runService(
  settings: Settings,
  log: Log,
  say: (line: string) => void,
  loadSample: () => Promise<SampleData>,
): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = [];
  let letGo = (): void => undefined;
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) {
      await step().catch((error: unknown) => log.error(traceOf(error), 'not stopped in order'));
    }
  };
  try {
    const { dataDir, port, hostname, trustProxy } = settings;
    const dashboard = await openDashboard(
      await builtFolder('dist', 'build', ROOT, () => say('The dashboard is built first.')),
    );
    let database: PoolConfig = { connectionString: settings.databaseUrl ?? '' };
    if (settings.databaseUrl === null) {
      const postgres = await keepPostgres({ dataDir }, (event, error) =>
        log.error(error === undefined ? {} : traceOf(error), `PostgreSQL ${event}`),
      );
      undo.push(postgres.stop);
      letGo = postgres.letGo;
      database = postgres.connection;
    }

    const service = await composeService({
      database,
      dataDir,
      sample: await loadSample(),
      fillWithSample: settings.sample,
      log,
    });
    undo.push(service.close);

    const host = createHost({ mount: service.mount, ready: service.ready, dashboard, log, trustProxy });
    const listening = await listen(host, { port, hostname });
    undo.push(() => listening.close(PATIENCE));
    const { url } = listening;
    return { url, firstLink: service.firstLink && url + service.firstLink, stop, drop: () => letGo() };
  } catch (error) {
    await stop();
    throw error;
  }
}
