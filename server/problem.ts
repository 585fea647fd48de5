import type { ProblemCode } from '#src/contract/problems.ts';

/** A refusal as every endpoint tells it: a stable code, with nothing of the request in it. */
export function problem(
  status: number,
  code: ProblemCode,
  headers: Record<string, string> = {},
  data?: object,
): Response {
  return Response.json(
    { defined: false, code, status, message: code, ...(data && { data }) },
    { status, headers },
  );
}
