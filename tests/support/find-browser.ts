import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const HOW_TO =
  'No browser for the journeys: run `npx playwright-core install chromium`, or `apt-get install chromium fonts-noto-cjk`, or name one in CHROMIUM_PATH.';

/** A Chromium, fetched if there is none on this machine.
 * @returns the program's path
 * @throws in one line how to get one, when it can be neither found nor fetched */
export function findBrowser(): string {
  const found = installed() ?? fetched(fromDebian) ?? fetched(fromPlaywright);
  if (!found) throw new Error(HOW_TO);
  return found;
}

function installed(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  }
  return [...COMMANDS.map(onPath), chromium.executablePath()].find((file) => file && existsSync(file));
}

function onPath(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((file) => existsSync(file));
}

function fetched(way: () => void): string | undefined {
  try {
    way();
  } catch {
    return undefined;
  }
  return installed();
}

function fromDebian(): void {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

function fromPlaywright(): void {
  run('npx', '--no-install', 'playwright-core', 'install', '--no-shell', 'chromium');
}

function run(command: string, ...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync(command, args, { stdio: 'ignore', env });
}
