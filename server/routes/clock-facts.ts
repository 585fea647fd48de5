import { FIELD_HEADERS } from '#src/contract/receipt.ts';
import type { Given } from '../context.ts';

/** A clock this far off is told of, in seconds: less is what a slow network makes of a good one. */
const CLOCK_OFF = 300;

/**
 * How far ahead the sending device's clock was, in seconds (behind, when negative),
 * for the audit trail; nothing where it was right or did not say. It orders nothing and
 * refuses nothing. The sample's own today stands still, so every clock is off from it.
 */
export function clockFacts({ request, now, sample }: Given): { clockAheadSeconds?: number } {
  const told = Date.parse(request.headers.get(FIELD_HEADERS.clock) ?? '');
  if (sample || Number.isNaN(told)) return {};
  const ahead = Math.round((told - now.getTime()) / 1000);
  return Math.abs(ahead) < CLOCK_OFF ? {} : { clockAheadSeconds: ahead };
}
