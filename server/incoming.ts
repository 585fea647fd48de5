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

/** A request that can be routed, the path of its route with the parameters unfilled, and the object that it bears. */
export interface Incoming {
  request: Request;
  template: string;
  said: object | undefined;
}

/**
 * The request as the routes can take it: at a path of the contract, by one of its
 * methods, with a JSON object of a bearable size or nothing. Or the refusal. What
 * the path says cannot be said again in query or body.
 */
export async function incoming(request: Request, prefix: string): Promise<Incoming | Response> {
  const { pathname, searchParams } = new URL(request.url);
  const found = pathname.startsWith(`${prefix}/`) ? findRoute(pathname.slice(prefix.length)) : null;
  if (!found) return problem(404, 'NOT_FOUND');
  const { template } = found;
  const { method, headers } = request;
  const isHead = method === 'HEAD';
  if (!found.methods.has(isHead ? 'GET' : method)) {
    return problem(405, 'METHOD_NOT_ALLOWED', { allow: allowOf(found) });
  }
  const asked = [...searchParams.keys()];
  if (method === 'GET' || isHead) {
    if (!asked.every((key) => PLAIN_KEY.test(key))) return misplaced('');
    const again = asked.find((key) => found.parameters.has(key));
    if (again !== undefined) return misplaced(again);
    return { request: isHead ? new Request(request.url, { headers }) : request, template, said: undefined };
  }
  if (asked.length > 0) return misplaced('');
  return withBody(request, found);
}

async function withBody(
  request: Request,
  { parameters, template }: FoundRoute,
): Promise<Incoming | Response> {
  const { method, headers } = request;
  if (Number(headers.get('content-length') ?? 0) > MAX_BODY) return tooLarge();
  const bytes = await bytesOf(request);
  if (bytes === null) return tooLarge();
  const type = headers.get('content-type') ?? '';
  if (bytes.length === 0) {
    // What was said to be JSON was cut off on its way: the sender may try again.
    if (method !== 'DELETE' && JSON_TYPE.test(type)) return malformed();
    return { request, template, said: undefined };
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
  return { request, template, said };
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
