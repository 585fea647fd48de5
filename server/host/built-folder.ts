import { execFile } from 'node:child_process';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefused } from '#server/postgres/refusal.ts';

/** What a build is made of. */
const SOURCES = [
  'src',
  'server',
  'mocks',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];

/**
 * The folder of a build, built anew if any source is newer than it. Where a build
 * was put without its sources, it is taken as it is.
 * @param script what `npm run` calls it
 * @param root the folder of package.json
 * @param told hears that a build begins
 */
export async function builtFolder(
  folder: string,
  script: string,
  root = '.',
  told: () => void = () => undefined,
): Promise<string> {
  const made = join(root, folder);
  const stamp = join(root, '.cache', `${folder}-built`);
  const newest = Math.max(...(await Promise.all(SOURCES.map((source) => newestIn(join(root, source))))));
  const page = await changedAt(join(made, 'index.html'));
  if (page > 0 && Math.min(page, await changedAt(stamp)) > newest) return made;
  if (page > 0 && (await changedAt(join(root, 'index.html'))) === 0) return made;
  told();
  // The tests' own NODE_ENV would put React's development build into it.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)('npm', ['run', '--silent', script], { cwd: root, env }).catch(
    ({ stderr, message }: Error & { stderr?: string }) => {
      const said = (stderr || message).trim().split('\n').slice(0, 5).join(' / ');
      throw new StartRefused(`npm run ${script} failed, and said: ${said}`);
    },
  );
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, '');
  return made;
}

/** Milliseconds since 1970; 0 for what is not there. */
async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    (entry) => entry.mtimeMs,
    () => 0,
  );
}

async function newestIn(path: string): Promise<number> {
  const inside = await readdir(path, { recursive: true }).catch(() => []);
  return Math.max(...(await Promise.all([path, ...inside.map((entry) => join(path, entry))].map(changedAt))));
}
