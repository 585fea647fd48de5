import { lockDataFolder } from './host/lock.ts';
import { readSettings } from './host/settings.ts';
import { StartRefused } from './postgres/refusal.ts';

/** `npm run serve`: the real service, until it is told to stop. */

/** Milliseconds within which signals are one: Ctrl+C comes from the terminal, and again from npm. */
const SAME_TOUCH = 1000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function loadSample() {
  const [{ sampleRecords }, { identifiersOf }] = await Promise.all([
    import('#mocks/sample/sample.ts'),
    import('#mocks/sample/identifiers.ts'),
  ]);
  return { records: sampleRecords, identifiers: identifiersOf(sampleRecords) };
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const lock = await lockDataFolder(settings.dataDir);

  // Loaded when the folder is ours, so that a second start is refused at once.
  const [{ createLog, traceOf }, { runService }] = await Promise.all([
    import('./host/log.ts'),
    import('./host/run-service.ts'),
  ]);
  const log = createLog();
  const starting = runService(settings, log, say, loadSample);
  let stopping: number | null = null;

  const stop = (code: number): void => {
    if (stopping !== null) {
      if (performance.now() - stopping < SAME_TOUCH) return;
      void starting.then(({ drop }) => drop()).finally(() => process.exit(130));
      return;
    }
    stopping = performance.now();
    void starting
      .then((running) => running.stop())
      .catch(() => undefined)
      .then(() => lock.release())
      .then(() => log.flush(() => process.exit(code)));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal(traceOf(error), event);
      if (stopping === null) stop(1);
    });
  }

  try {
    const { url, firstLink } = await starting;
    say(`The service is ready: ${url}`);
    if (firstLink) say(`The first administrator sets a password here, once: ${firstLink}`);
  } catch (error) {
    if (!(error instanceof StartRefused)) log.fatal(traceOf(error), 'the start failed');
    log.flush(() => refuse(error));
  }
}

/** Ends a start that cannot be, with the line that says why. */
function refuse(error: unknown): void {
  if (error instanceof StartRefused) process.stderr.write(`${error.message}\n`);
  else if (error instanceof Error) process.stderr.write(`The start failed: ${whatOf(error)}\n`);
  process.exit(1);
}

main().catch(refuse);

/** The system's own code and the file that it is about; else the error's kind, because its words may quote data. */
function whatOf({ name, code, path }: NodeJS.ErrnoException): string {
  return code && path ? `${code} at ${path}` : (code ?? name);
}
