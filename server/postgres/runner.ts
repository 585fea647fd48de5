import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { osUser, readUsers, type OsUser } from './os-users.ts';
import { StartRefused } from './refusal.ts';

const run = promisify(execFile);

interface StartOptions {
  cwd: string;
  /** The file that its output goes to. */
  output: number;
  env?: NodeJS.ProcessEnv;
}

/** How PostgreSQL's programs are run. */
export interface Runner {
  /** The owner that its files get. */
  uid: number;
  gid: number;
  /** Starts a program apart from our terminal: Ctrl+C is for the service, which stops PostgreSQL in its turn. */
  start: (program: string, args: string[], options: StartOptions) => ChildProcess;
  run: (program: string, args: string[], cwd: string) => Promise<{ stdout: string }>;
}

/**
 * Chooses how to run PostgreSQL on a data folder, which exists. It refuses to be root,
 * and to be somebody whom the system does not list. So root runs it in a user namespace,
 * where root's own files belong to a listed user, or as another user: the one in whose
 * folder the data lies, or one of its own. A cluster is run by whoever made it.
 */
export async function chooseRunner(binaries: Binaries, dataDir: string, cluster: string): Promise<Runner> {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const made = await stat(cluster).catch(() => null);
  const users = await readUsers();
  const isListed = ({ uid }: OsUser): boolean => users.length === 0 || users.some((user) => user.uid === uid);
  const namespace: Choice = async () => inNamespace(self, users);
  const as =
    (user: OsUser): Choice =>
    async () =>
      runnerAs(user);
  if (self.uid !== 0) {
    if (made && made.uid !== self.uid)
      throw new StartRefused(
        `${cluster} belongs to another user (${made.uid}): start the service as that user`,
      );
    return firstThatWorks([isListed(self) ? as(self) : namespace], binaries, dataDir);
  }
  if (made) return firstThatWorks([made.uid === 0 ? namespace : as(made)], binaries, dataDir);
  const around = await stat(dirname(dataDir));
  const neighbour = around.uid !== 0 && isListed(around) ? [as(around)] : [];
  const own: Choice = async () => {
    const user = await osUser();
    return user && runnerAs(user);
  };
  return firstThatWorks([namespace, ...neighbour, own], binaries, dataDir);
}

/** Made when it is its turn: an OS user is not made in vain. */
type Choice = () => Promise<Runner | null>;

/** The first that can run the programs and come to the data. */
async function firstThatWorks(choices: Choice[], binaries: Binaries, dataDir: string): Promise<Runner> {
  for (const choice of choices) {
    const runner = await choice();
    if (runner && (await works(runner, binaries, dataDir))) return runner;
  }
  throw new StartRefused(
    `PostgreSQL does not run as this user, and nobody else who may be used can come to ${binaries.postgres} and ${dataDir}: start the service as the unprivileged user who owns both, or set DATABASE_URL`,
  );
}

async function works(runner: Runner, { postgres }: Binaries, dataDir: string): Promise<boolean> {
  // Another user may pass through the data folder, not look in.
  if (runner.uid !== process.getuid?.()) await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
  const reach = ['-c', '"$1" --version && test -x "$2"', 'sh', postgres, dataDir];
  return runner.run('/bin/sh', reach, '/').then(
    () => true,
    () => false,
  );
}

/** Our own files, as those of a user whom the system lists. */
function inNamespace(self: OsUser, users: readonly OsUser[]): Runner {
  const { uid, gid } = users.find((user) => user.uid !== 0) ?? { uid: 65_534, gid: 65_534 };
  return runnerAs(self, ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']);
}

function runnerAs({ uid, gid }: OsUser, through: string[] = []): Runner {
  const ids = uid === process.getuid?.() ? {} : { uid, gid };
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
