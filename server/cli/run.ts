import { StartRefused } from '../postgres/refusal.ts';

/** Runs a command of the service with its arguments; a refusal is told in its own words, without a stack. */
export function run(command: (args: string[]) => Promise<void>): void {
  command(process.argv.slice(2)).catch((error: unknown) => {
    const told = error instanceof StartRefused ? error.message : `It failed: ${String(error)}`;
    process.stderr.write(`${told}\n`);
    process.exitCode = 1;
  });
}
