import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import type { ProblemCode } from '#src/contract/problems.ts';

/** What went wrong, as the screens tell it. */
export interface Problem {
  /** `NO_ANSWER` where nothing that the service wrote came back. */
  code: ProblemCode | 'NO_ANSWER' | 'OTHER';
  status: number | null;
  /** Fields of the request and what is wrong with each, as codes. */
  fields: { field: string; code: string }[];
}

const fieldData = z.object({ field: z.string() });
const issueData = z.object({ issues: z.array(z.object({ field: z.string(), code: z.string() })) });

/** What the client calls a status that came with words of somebody on the way, a proxy say. */
const ON_THE_WAY: Record<string, ProblemCode> = {
  SERVICE_UNAVAILABLE: 'UNAVAILABLE',
  BAD_GATEWAY: 'UNAVAILABLE',
  GATEWAY_TIMEOUT: 'UNAVAILABLE',
};

/** Reads any error of a query or a write. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof ORPCError)) return { code: 'NO_ANSWER', status: null, fields: [] };
  const code = ON_THE_WAY[error.code] ?? (error.code as ProblemCode);
  const one = fieldData.safeParse(error.data);
  const many = issueData.safeParse(error.data);
  const fields = many.success ? many.data.issues : one.success ? [{ field: one.data.field, code }] : [];
  return { code, status: error.status, fields };
}

/** A missing thing is not worth asking for again; a failing service is. */
export function isWorthRetrying(error: unknown): boolean {
  const { status } = problemOf(error);
  return status === null || status >= 500;
}
