import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { onError, ORPCError, ValidationError } from '@orpc/server';
import { ResponseHeadersPlugin } from '@orpc/server/plugins';
import type { Accounts } from './accounts/port.ts';
import { api } from './authorize.ts';
import type { Clock, Given, Identity } from './context.ts';
import * as accounts from './routes/accounts.ts';
import { audit } from './routes/audit.ts';
import { correctReading } from './routes/correct-reading.ts';
import { looks, recordIdentifier, unmaskIdentifier } from './routes/identifiers.ts';
import { households, progress } from './routes/progress.ts';
import { recordVisit } from './routes/record-visit.ts';
import { household, project, projects, readingHistory, visit, visitSheet } from './routes/records.ts';
import { answerReview, reviewVisit } from './routes/reviews.ts';
import * as session from './routes/session.ts';
import { about, contactPoints, village } from './routes/villages.ts';
import type { Stores } from './store/port.ts';

/** Bytes of one request: a visit of 200 households is under a tenth of it. */
const MAX_BODY = 2_000_000;

const router = api.router({
  about,
  contactPoints,
  village,
  progress,
  households,
  household,
  looks,
  unmaskIdentifier,
  recordIdentifier,
  projects,
  project,
  visit,
  readingHistory,
  visitSheet,
  recordVisit,
  correctReading,
  reviewVisit,
  answerReview,
  audit,
  ...session,
  ...accounts,
});

/** A schema's refusal as codes beside their fields, with nothing of the value in it. */
function asIssues(error: unknown): void {
  if (!(error instanceof ORPCError) || !(error.cause instanceof ValidationError)) return;
  if (error.code !== 'BAD_REQUEST') return;
  throw new ORPCError('BAD_REQUEST', {
    data: {
      issues: error.cause.issues.map((issue) => ({
        field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
        code: /^[a-zA-Z]+$/.test(issue.message) ? issue.message : 'other',
      })),
    },
  });
}

const problem = (status: number, code: string): Response =>
  Response.json({ defined: false, code, status, message: code }, { status });

export interface AppParts {
  stores: Stores;
  accounts: Accounts;
  identity: Identity;
  clock: Clock;
  /** Whether everything in the store is sample data. */
  sample?: boolean;
  /** Told what no route expected; may throw the refusal that is the better answer. */
  trouble?: (error: unknown) => void;
}

/** The service: a request in, a response out. Hosted by the mock, the tests and the real server alike. */
export function createApp({ stores, accounts, identity, clock, sample = false, trouble }: AppParts) {
  const handler = new OpenAPIHandler<Given>(router, {
    clientInterceptors: [onError(asIssues), onError((error) => trouble?.(error))],
    plugins: [new ResponseHeadersPlugin()],
  });

  return async (request: Request): Promise<Response> => {
    const actor = await identity(request);
    const checked = await withinLimits(request);
    if (checked instanceof Response) return checked;
    const { matched, response } = await handler.handle(checked, {
      prefix: '/api',
      context: { stores, accounts, actor, now: clock(), sample, request },
    });
    return matched ? response : problem(404, 'NOT_FOUND');
  };
}

/** The request with its body read and found to be JSON of a bearable size, or the refusal. */
async function withinLimits(request: Request): Promise<Request | Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return request;
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > MAX_BODY) return problem(413, 'PAYLOAD_TOO_LARGE');
  const body = await request.text();
  if (new Blob([body]).size > MAX_BODY) return problem(413, 'PAYLOAD_TOO_LARGE');
  try {
    JSON.parse(body || 'null');
  } catch {
    return problem(400, 'MALFORMED_JSON');
  }
  return new Request(request.url, { method: request.method, headers: request.headers, body });
}
