/** What the host itself refuses or cannot do; the app has more. */
export type HostCode =
  | 'BAD_REQUEST'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL_SERVER_ERROR'
  | 'UNAVAILABLE';

/** A refusal as every endpoint tells it: a stable code, with nothing of the request in it. */
export function problem(status: number, code: HostCode, headers: Record<string, string> = {}): Response {
  return Response.json({ defined: false, code, status, message: code }, { status, headers });
}
