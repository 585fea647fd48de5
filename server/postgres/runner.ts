import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { StartRefused } from './refusal.ts';

const run = promisify(execFile);

/** The OS user that is made when root can run PostgreSQL in no other way. */
const OS_USER = 'postgres';
const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * How PostgreSQL's programs are run. It refuses to be root, so root runs it in a
 * user namespace, where root's own files belong to a common user, or as an OS user.
 */
export interface Runner {
  /** The owner that its files get. */
  uid: number;
  gid: number;
  /** Starts a program apart from our terminal: Ctrl+C is for the service, which stops PostgreSQL in its turn. */
  start: (
    program: string,
    args: string[],
    options: { cwd: string; output: number; env?: NodeJS.ProcessEnv },
  ) => ChildProcess;
  run: (program: string, args: string[], cwd: string) => Promise<{ stdout: string }>;
}

/**
 * Chooses how to run PostgreSQL on a data folder, which exists. One that holds a
 * cluster is run by whoever made it.
 */
export async function chooseRunner(binaries: Binaries, dataDir: string, cluster: string): Promise<Runner> {
  const self = process.getuid?.() ?? 0;
  const made = await stat(cluster).catch(() => null);
  if (self !== 0) {
    if (made && made.uid !== self)
      throw new StartRefused(
        `${cluster} belongs to another user (${made.uid}): start the service as that user`,
      );
    return runnerAs(self, process.getgid?.() ?? self);
  }
  if (made && made.uid !== 0) return asUser(binaries, dataDir, made.uid, made.gid);
  if (await namespaceWorks(binaries)) return runnerAs(0, 0, ['unshare', ...NAMESPACE]);
  if (made)
    throw new StartRefused(
      `${cluster} was made by root in a user namespace, which is refused here: allow it, or chown -R the folder to an unprivileged user`,
    );
  const user = await osUser();
  if (user) return asUser(binaries, dataDir, user.uid, user.gid);
  throw new StartRefused(
    'PostgreSQL does not run as root, and neither a user namespace nor an OS user could be had: start the service as an unprivileged user, or set DATABASE_URL',
  );
}

async function namespaceWorks({ postgres }: Binaries): Promise<boolean> {
  return run('unshare', [...NAMESPACE, postgres, '--version']).then(
    () => true,
    () => false,
  );
}

/** The OS user's ids; it is made when it is missing. */
async function osUser(): Promise<{ uid: number; gid: number } | null> {
  const known = await listed();
  if (known) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', OS_USER]).catch(() => null);
  return listed();
}

async function listed(): Promise<{ uid: number; gid: number } | null> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, , uid, gid] =
    users
      .split('\n')
      .find((line) => line.startsWith(`${OS_USER}:`))
      ?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Another user can only run what it can reach: it may pass through the data folder, not look in. */
async function asUser(binaries: Binaries, dataDir: string, uid: number, gid: number): Promise<Runner> {
  await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
  const reach = ['-c', '"$1" --version && test -x "$2"', 'sh', binaries.postgres, dataDir];
  await run('/bin/sh', reach, { uid, gid, cwd: '/' }).catch(() => {
    throw new StartRefused(
      `The OS user ${uid} that runs PostgreSQL for root cannot reach ${binaries.postgres} or ${dataDir}: move them out of root's own folders, or start the service as an unprivileged user`,
    );
  });
  return runnerAs(uid, gid);
}

function runnerAs(uid: number, gid: number, through: string[] = []): Runner {
  const self = process.getuid?.() ?? 0;
  const ids = uid === self ? {} : { uid, gid };
  const command = (program: string, args: string[]): [string, string[]] => {
    const [first = program, ...rest] = [...through, program, ...args];
    return [first, rest];
  };
  return {
    uid,
    gid,
    start: (program, args, { cwd, output, env }) =>
      spawn(...command(program, args), {
        ...ids,
        cwd,
        env: { ...bareEnvironment(), ...env },
        detached: true,
        stdio: ['ignore', output, output],
      }),
    run: (program, args, cwd) => run(...command(program, args), { ...ids, cwd, env: bareEnvironment() }),
  };
}

/** Nothing of ours: no secret of the service, no PGDATA or PGPORT that happens to be set. */
function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C' };
}
