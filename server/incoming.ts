import type { StandardLazyRequest } from '@orpc/standard-server';
import { allowOf, findRoute, type FoundRoute } from './find-route.ts';
import { problem } from './problem.ts';

/** Bytes of one request: a visit of 200 households is under a tenth of it. */
export const MAX_BODY = 2_000_000;

/** How JSON is named. Another character set than UTF-8 is not read. */
export const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

const tooLarge = () => problem(413, 'PAYLOAD_TOO_LARGE');
const malformed = () => problem(400, 'MALFORMED_JSON');

/** A query is flat: no list, no object, no key of the prototype. */
const PLAIN_KEY = /^[a-zA-Z]+$/;

/** A field that has no business where it stands. */
const misplaced = (field: string) => problem(400, 'BAD_REQUEST', {}, { issues: [{ field, code: 'other' }] });

/** A request as the routes are asked it, and the path of its route with the parameters unfilled. */
export interface Incoming {
  asked: StandardLazyRequest;
  template: string;
}

/**
 * The request as the routes can take it: at a path of the contract, by one of its
 * methods, with a JSON object of a bearable size or nothing. Or the refusal. What
 * the path says cannot be said again in query or body.
 */
export async function incoming(request: Request, prefix: string): Promise<Incoming | Response> {
  const url = new URL(request.url);
  const { pathname, searchParams } = url;
  const found = pathname.startsWith(`${prefix}/`) ? findRoute(pathname.slice(prefix.length)) : null;
  if (!found) return problem(404, 'NOT_FOUND');
  const { template } = found;
  const { method } = request;
  const isHead = method === 'HEAD';
  const as = isHead ? 'GET' : method;
  if (!found.methods.has(as)) {
    return problem(405, 'METHOD_NOT_ALLOWED', { allow: allowOf(found) });
  }
  const keys = [...searchParams.keys()];
  if (as === 'GET') {
    if (!keys.every((key) => PLAIN_KEY.test(key))) return misplaced('');
    const again = keys.find((key) => found.parameters.has(key));
    if (again !== undefined) return misplaced(again);
    return { asked: askedOf(request, url, as), template };
  }
  if (keys.length > 0) return misplaced('');
  const said = await saidIn(request, found);
  return said instanceof Response ? said : { asked: askedOf(request, url, as, said), template };
}

/**
 * What the routes are asked. Its body is parsed already, its headers are made when somebody wants
 * them, and it cannot be called off: a `Request` made for that alone takes some eight hundredths of a save.
 */
function askedOf({ headers }: Request, url: URL, method: string, said?: object): StandardLazyRequest {
  return {
    url,
    method,
    get headers() {
      return Object.fromEntries(headers);
    },
    body: async () => said,
    signal: undefined,
  };
}

/** The object that a request bears, or nothing; or the refusal. */
async function saidIn(request: Request, { parameters }: FoundRoute): Promise<object | undefined | Response> {
  const { method, headers } = request;
  if (Number(headers.get('content-length') ?? 0) > MAX_BODY) return tooLarge();
  const bytes = await bytesOf(request);
  if (bytes === null) return tooLarge();
  const type = headers.get('content-type') ?? '';
  if (bytes.length === 0) {
    // What was said to be JSON was cut off on its way: the sender may try again.
    if (method !== 'DELETE' && JSON_TYPE.test(type)) return malformed();
    return undefined;
  }
  if (!JSON_TYPE.test(type) || (headers.get('content-encoding') ?? 'identity') !== 'identity') {
    return problem(415, 'UNSUPPORTED_MEDIA_TYPE');
  }
  let said: unknown;
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return malformed();
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return misplaced('');
  for (const name of parameters) if (Object.hasOwn(said, name)) return misplaced(name);
  return said;
}

/** The body, or null as soon as it is too large. What says how long it is cannot be longer. */
async function bytesOf(request: Request): Promise<Uint8Array | null> {
  if (request.headers.has('content-length') || !request.body) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > MAX_BODY ? null : bytes;
  }
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MAX_BODY) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
