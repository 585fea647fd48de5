import { networkOf } from './address.ts';
import { TooMany } from './around.ts';
import { triesToSignIn, type createLimits } from './limits.ts';
import { isFromElsewhere } from './origin.ts';
import { problem } from './problem.ts';
import { findRoute } from './routes.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Bytes of one request. The app holds the same limit; here a body stops being read at it. */
export const MAX_BODY = 2_000_000;

/**
 * What can be refused before the app is asked: too much, from elsewhere, in another
 * form, by a method that the route does not have. Null to go on.
 */
export function refusedAtTheGate(request: Request, path: string, host: string): Response | null {
  const { method, headers } = request;
  const found = findRoute(path.slice('/api'.length));
  const asked = method === 'HEAD' ? 'GET' : method;
  if (found && !found.methods.has(asked)) {
    const allow = [...found.methods, ...(found.methods.has('GET') ? ['HEAD'] : [])].join(', ');
    return problem(405, 'METHOD_NOT_ALLOWED', { allow });
  }
  if (READS.has(method)) return null;
  if (isFromElsewhere(headers, host)) return problem(403, 'FORBIDDEN');
  if (Number(headers.get('content-length') ?? 0) > MAX_BODY) return problem(413, 'PAYLOAD_TOO_LARGE');
  const bodied = headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > 0;
  if (bodied && !JSON_TYPE.test(headers.get('content-type') ?? ''))
    return problem(415, 'UNSUPPORTED_MEDIA_TYPE');
  return null;
}

/** Counts a request against its address's limits. */
export async function countAddress(
  limits: ReturnType<typeof createLimits>,
  { method }: Request,
  path: string,
  address: string,
): Promise<void> {
  const network = networkOf(address);
  const seconds =
    (await limits.address(network)) ?? (triesToSignIn(method, path) ? await limits.signIn(network) : null);
  if (seconds !== null) throw new TooMany(seconds);
}
