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
  return {
    said: () => said,
    logged: () => logged,
    /** Its exit code, or the signal that ended it. */
    ended,
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
    /** Done when it is ready; fails with its words when it ends before. */
    ready: new Promise<string>((ready, failed) => {
      child.stdout.on('data', () => {
        const [, url] = /ready: (http:\S+)/.exec(said) ?? [];
        if (url) ready(url);
      });
      void ended.then((code) => failed(new Error(`ended with ${code}: ${logged}`)));
    }),
  };
}
