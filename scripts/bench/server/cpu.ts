import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts 100 ticks a second for user space (USER_HZ). */
const MS_PER_TICK = 10;

/** Milliseconds of CPU that these processes have used so far; those that ended with them count too. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid) * MS_PER_TICK, 0);
}

/** The process and all below it. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const child = Number(name);
    const parent = Number.isInteger(child) ? (fieldsOf(child)[1] ?? 0) : 0;
    if (parent > 0) parents.set(parent, [...(parents.get(parent) ?? []), child]);
  }
  const below = (one: number): number[] => [one, ...(parents.get(one) ?? []).flatMap(below)];
  return below(pid);
}

/** Fields of /proc/PID/stat from the state on: [state, ppid, …]; empty for a process that is gone. */
function fieldsOf(pid: number): number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return [];
  }
}

/** utime, stime, and those of children that were waited for. */
function ticksOf(pid: number): number {
  const fields = fieldsOf(pid);
  return [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0);
}
