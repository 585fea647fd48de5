import { execFile } from 'node:child_process';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const DEMO = 'dist-demo';
const STAMP = '.cache/demo-built';
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

/** The demo's folder, built anew if any source is newer than it. */
export async function builtDemo(): Promise<string> {
  const built = Math.min(await changedAt(join(DEMO, 'index.html')), await changedAt(STAMP));
  if (built > Math.max(...(await Promise.all(SOURCES.map(newestIn))))) return DEMO;
  // The tests' own NODE_ENV would put React's development build into the demo.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)('npm', ['run', '--silent', 'build:demo'], { env });
  await mkdir(dirname(STAMP), { recursive: true });
  await writeFile(STAMP, '');
  return DEMO;
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
