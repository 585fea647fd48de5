import pino, { type DestinationStream, type Logger } from 'pino';
import { ORPCError } from '@orpc/server';

export type Log = Logger;

/**
 * The service's log, one JSON object a line. In it are methods, routes, outcomes and
 * the ids of accounts: no body, no query, no header, no path with its parameters,
 * and no error's own words, which may quote what was typed.
 */
export function createLog(to: DestinationStream = pino.destination({ dest: 2, sync: false })): Log {
  return pino(
    { level: process.env['LOG_LEVEL'] ?? 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime },
    to,
  );
}

/** What may be known of an error: its kind, the database's code and names, and the places in the program. */
export function traceOf(error: unknown): Record<string, unknown> {
  const original = error instanceof ORPCError && error.cause instanceof Error ? error.cause : error;
  if (!(original instanceof Error)) return { error: typeof original };
  const { code, table, constraint } = original as Error & Record<'code' | 'table' | 'constraint', unknown>;
  const at = original.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim().slice(3));
  return { error: original.name, code, table, constraint, at };
}
