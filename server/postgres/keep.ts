import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type Connection, type PostgresOptions } from './start.ts';

export interface KeptPostgres {
  connection: Connection;
  stop: () => Promise<void>;
  /** Asks it to stop and does not wait for it: for a process that must end now. */
  letGo: () => void;
}

/** Milliseconds before another try to start it again, each twice the one before. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 30_000;

/**
 * Starts PostgreSQL and, should it end by itself, starts it again, at the same place:
 * whoever lost a connection finds the next one by trying.
 * @param told hears of each end and of each start that failed
 */
export async function keepPostgres(
  options: PostgresOptions,
  told: (event: 'ended' | 'startFailed', error?: unknown) => void,
): Promise<KeptPostgres> {
  let current = await startPostgres(options);
  const stopping = new AbortController();

  const keeping = (async () => {
    for (;;) {
      await current.ended;
      if (stopping.signal.aborted) return;
      told('ended');
      for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
        await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
        if (stopping.signal.aborted) return;
        try {
          current = await startPostgres(options);
          break;
        } catch (error) {
          told('startFailed', error);
        }
      }
      if (stopping.signal.aborted) await current.stop();
    }
  })();

  return {
    connection: current.connection,
    async stop() {
      stopping.abort();
      await current.stop();
      await keeping;
    },
    letGo: () => current.letGo(),
  };
}
