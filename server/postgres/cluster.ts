import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { StartRefused } from './refusal.ts';
import type { Runner } from './runner.ts';

/** The file with the superuser's password inside a cluster's folder, for its owner alone. */
const PASSWORD = 'superuser-password';

export const SUPERUSER = 'postgres';

/** The cluster's password; the cluster is made when there is none. */
export async function openCluster(binaries: Binaries, runner: Runner, cluster: string): Promise<string> {
  if (!(await versionOf(cluster))) await makeCluster(binaries, runner, cluster);
  await sameVersion(binaries, runner, cluster);
  return passwordIn(cluster);
}

/** The superuser's password of a cluster that is there. */
export async function passwordIn(cluster: string): Promise<string> {
  return (await readFile(join(cluster, PASSWORD), 'utf8')).trim();
}

/**
 * Makes a cluster beside its place and moves it there when it is whole and on the
 * disk: a start that was cut off leaves nothing that looks like one.
 */
async function makeCluster({ initdb }: Binaries, runner: Runner, cluster: string): Promise<void> {
  const around = dirname(cluster);
  await removeUnfinished(around, basename(cluster));
  const unfinished = await mkdtemp(`${cluster}.unfinished-`);
  await chown(unfinished, runner.uid, runner.gid);
  const made = join(unfinished, 'cluster');
  const passwordFile = join(unfinished, PASSWORD);
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  await chown(passwordFile, runner.uid, runner.gid);
  const args = [
    `--pgdata=${made}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // The database orders nothing for people, and C is the same on every machine and in every version.
    '--locale=C',
    '--encoding=UTF8',
    '--data-checksums',
    '--no-instructions',
  ];
  await runner.run(initdb, args, unfinished).catch(({ stderr, message }: Error & { stderr?: string }) => {
    throw new StartRefused(`The database could not be made: ${(stderr || message).trim().split('\n')[0]}`);
  });
  await rename(passwordFile, join(made, PASSWORD));
  await rename(made, cluster);
  await rm(unfinished, { recursive: true });
}

async function removeUnfinished(around: string, name: string): Promise<void> {
  const left = (await readdir(around)).filter((entry) => entry.startsWith(`${name}.unfinished-`));
  await Promise.all(left.map((entry) => rm(join(around, entry), { recursive: true, force: true })));
}

async function sameVersion({ postgres }: Binaries, runner: Runner, cluster: string): Promise<void> {
  const made = await versionOf(cluster);
  const { stdout } = await runner.run(postgres, ['--version'], cluster);
  const [, brought] = /(\d+)/.exec(stdout) ?? [];
  if (made !== brought)
    throw new StartRefused(
      `${cluster} was made by PostgreSQL ${made}, and this program brings ${brought}: make a backup with the program that made it and restore it here`,
    );
}

/** The major version that a cluster's folder names; null for a folder that is none. */
async function versionOf(cluster: string): Promise<string | null> {
  return readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
