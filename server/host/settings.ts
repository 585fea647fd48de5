import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartRefused } from '#server/postgres/refusal.ts';

export interface Settings {
  port: number;
  hostname: string;
  /** Everything that the service keeps lies in here. */
  dataDir: string;
  /** Another PostgreSQL than the one in the data folder. */
  databaseUrl: string | null;
  /** Whether one proxy stands before the service and says who calls it, and how. */
  trustProxy: boolean;
  /** Whether an empty database is given the sample data. */
  sample: boolean;
}

/** How the service was asked to run, or the refusal that says what is wrong with it. */
export function readSettings(env: NodeJS.ProcessEnv, args: string[]): Settings {
  return {
    port: portOf(env['PORT'] ?? '3000'),
    hostname: env['HOST'] || '127.0.0.1',
    dataDir: resolve(env['DATA_DIR'] || 'data'),
    databaseUrl: databaseOf(env['DATABASE_URL'] || null),
    trustProxy: switchOf('TRUST_PROXY', env['TRUST_PROXY'] ?? ''),
    sample: flagsOf(args).sample,
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartRefused(`PORT is “${text}”: give a number from 0 to 65535`);
}

function databaseOf(text: string | null): string | null {
  if (text === null || /^postgres(ql)?:\/\//.test(text)) return text;
  throw new StartRefused('DATABASE_URL is no address of a PostgreSQL: it starts with postgres://');
}

function switchOf(name: string, text: string): boolean {
  if (['1', 'true', 'on'].includes(text)) return true;
  if (['', '0', 'false', 'off'].includes(text)) return false;
  throw new StartRefused(`${name} is “${text}”: give 1 or 0`);
}

function flagsOf(args: string[]): { sample: boolean } {
  try {
    const { values } = parseArgs({ args, options: { sample: { type: 'boolean', default: false } } });
    return values;
  } catch {
    throw new StartRefused(`Not understood: ${args.join(' ')}. The one flag is --sample`);
  }
}
