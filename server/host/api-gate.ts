import { networkOf } from './address.ts';
import { TooMany } from './around.ts';
import { triesToSignIn, type createLimits } from './limits.ts';
import { isFromElsewhere } from './origin.ts';
import { problem } from '../problem.ts';
import { allowOf, findRoute } from '../find-route.ts';
import { JSON_TYPE, MAX_BODY } from '../incoming.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What can be refused before the app is asked: too much, from elsewhere, in another
 * form, by a method that the route does not have. Null to go on.
 */
export function refusedAtTheGate(request: Request, path: string, host: string): Response | null {
  const { method, headers } = request;
  const found = findRoute(path.slice('/api'.length));
  const asked = method === 'HEAD' ? 'GET' : method;
  if (found && !found.methods.has(asked)) {
    return problem(405, 'METHOD_NOT_ALLOWED', { allow: allowOf(found) });
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
