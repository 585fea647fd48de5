import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PoolConfig } from 'pg';
import type { Cookies } from './scenarios.ts';

/** What a child says when it listens. */
export interface Started {
  url: string;
  cookies: Cookies;
}

export interface Target extends Started {
  name: string;
  pid: number;
  stop: () => Promise<void>;
}

/** Starts one of the servers that are measured. What it logs goes nowhere, as a service's would go to a file. */
export async function startTarget(
  name: string,
  file: 'service.ts' | 'yardstick.ts',
  args: string[],
  database: PoolConfig,
  villages: number,
): Promise<Target> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BENCH_DATABASE: JSON.stringify(database),
      BENCH_VILLAGES: String(villages),
    },
    // As `npm run serve` starts it: a village's record is young for longer than Node expects.
    execArgv: [...process.execArgv, '--max-semi-space-size=64'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const started = await new Promise<Started>((done, failed) => {
    child.once('message', (message) => done(message as Started));
    child.once('exit', (code) => failed(new Error(`${name} ended at its start with ${code}`)));
  });
  return { ...started, name, pid: child.pid ?? 0, stop: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
  });
  child.kill('SIGKILL');
  return gone;
}

export const toldDatabase = (): PoolConfig => JSON.parse(process.env['BENCH_DATABASE'] ?? '{}') as PoolConfig;
export const toldVillages = (): number => Number(process.env['BENCH_VILLAGES']);
