import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts the real service as `npm run serve` does, on any free port. */
export function serve(env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let logged = '';
  child.stdout.on('data', (bytes) => {
    said += `${bytes}`;
  });
  child.stderr.on('data', (bytes) => {
    logged += `${bytes}`;
  });
  const ended = once(child, 'close').then(
    ([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null,
  );
  /** What a pattern's group holds once it was said; fails with the log when the process ends before. */
  const heard = (pattern: RegExp): Promise<string> =>
    new Promise((done, failed) => {
      const look = (): void => {
        const [, found] = pattern.exec(said) ?? [];
        if (found) done(found);
      };
      look();
      child.stdout.on('data', look);
      void ended.then((code) => failed(new Error(`ended with ${code}: ${logged}`)));
    });
  return {
    said: () => said,
    logged: () => logged,
    /** Its exit code, or the signal that ended it. */
    ended,
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
    /** The first administrator's one-time link. */
    firstLink: () => heard(/once: (http:\S+)\n/),
    /** Done when it is ready; fails with its words when it ends before. */
    ready: heard(/ready: (http:\S+)\n/),
  };
}
