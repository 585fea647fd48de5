import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Milliseconds that each way of stopping gets before the next, harsher one. All keep what was committed. */
const WAYS: [NodeJS.Signals, number][] = [
  ['SIGINT', 60_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
];
const BETWEEN_LOOKS = 20;

/**
 * Stops the PostgreSQL that a killed service left running on this cluster; whoever
 * calls holds the data folder's lock. Answers with a number that the cluster's own
 * lock file names although no PostgreSQL bears it (any more): a process of another
 * program since the machine's restart, or one that ended and waits to be buried.
 */
export async function endOrphan(cluster: string): Promise<number | null> {
  const pid = Number(
    (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  );
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return null;
  if (!(await servesCluster(pid, cluster))) return pid;
  await endProcess(pid);
  return exists(pid) ? pid : null;
}

/** Stops a PostgreSQL without waiting for its clients, and is done when it is gone. */
export async function endProcess(pid: number): Promise<void> {
  for (const [signal, patience] of WAYS) {
    if (!send(pid, signal)) return;
    const until = performance.now() + patience;
    while (performance.now() < until) {
      if (!(await runs(pid))) return;
      await pause(BETWEEN_LOOKS);
    }
  }
}

/** Whether a process is a PostgreSQL on this cluster; it makes the folder its own when it starts. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', `${pid}`]).catch(() => ({
      stdout: '',
    }));
    return stdout.includes('postgres') && stdout.includes(cluster);
  }
  const [command, folder] = await Promise.all([
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
  ]);
  return command.includes('postgres') && folder === (await realpath(cluster));
}

/** A process that ended and was not yet buried by its parent runs no more. */
async function runs(pid: number): Promise<boolean> {
  if (!exists(pid)) return false;
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(state);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** False when there is no such process. */
function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
