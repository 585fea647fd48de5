import { StandardOpenAPIHandler } from '@orpc/openapi/standard';
import { onError, ORPCError, ValidationError } from '@orpc/server';
import { ResponseHeadersPlugin } from '@orpc/server/plugins';
import { toFetchResponse } from '@orpc/standard-server-fetch';
import type { Accounts } from './accounts/port.ts';
import { api } from './authorize.ts';
import type { Clock, Given, Identity } from './context.ts';
import { DOCUMENTS } from './find-route.ts';
import { incoming } from './incoming.ts';
import { problem } from './problem.ts';
import * as accounts from './routes/accounts.ts';
import { audit } from './routes/audit.ts';
import { commitments } from './routes/commitments.ts';
import { correctReading } from './routes/correct-reading.ts';
import { exitVerdicts, householdExit, recordProcedureStep } from './routes/exit.ts';
import { explainFigure } from './routes/figures.ts';
import { looks, recordIdentifier, unmaskIdentifier } from './routes/identifiers.ts';
import { leftBehind } from './routes/left-behind.ts';
import { measures } from './routes/measures.ts';
import { photo, photos, sendPhoto } from './routes/photos.ts';
import { placeMeasures } from './routes/place-measures.ts';
import { households, householdsProgress, progress } from './routes/progress.ts';
import { recordVisit } from './routes/record-visit.ts';
import { householdRecords } from './routes/household-records.ts';
import { answerDataQuestion, dataQuestions } from './routes/questions.ts';
import { household, project, projects, readingHistory, visit, visitSheet } from './routes/records.ts';
import { answerReview, reviewVisit } from './routes/reviews.ts';
import * as session from './routes/session.ts';
import { about, contactPoints, village } from './routes/villages.ts';
import { why, whyHouseholds } from './routes/why.ts';
import type { Stores } from './store/port.ts';

const router = api.router({
  about,
  contactPoints,
  placeMeasures,
  village,
  commitments,
  explainFigure,
  leftBehind,
  progress,
  householdsProgress,
  measures,
  why,
  whyHouseholds,
  households,
  household,
  householdRecords,
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
  exitVerdicts,
  householdExit,
  recordProcedureStep,
  photos,
  photo,
  sendPhoto,
  dataQuestions,
  answerDataQuestion,
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

/** Where the API is mounted, wherever it is hosted. */
const PREFIX = '/api';

export interface AppParts {
  stores: Stores;
  accounts: Accounts;
  identity: Identity;
  clock: Clock;
  /** Whether everything in the store is sample data. */
  sample?: boolean;
  /** Told what no route expected; may throw the refusal that is the better answer. */
  trouble?: (error: unknown) => void;
  /** Whether nobody waits for the answer to it any more. */
  gone?: (request: Request) => boolean;
}

/** The service: a request in, a response out. Hosted by the mock, the tests and the real server alike. */
export function createApp({ stores, accounts, identity, clock, sample = false, trouble, gone }: AppParts) {
  const handler = new StandardOpenAPIHandler<Given>(router, {
    clientInterceptors: [onError(asIssues), onError((error) => trouble?.(error))],
    plugins: [new ResponseHeadersPlugin()],
  });

  return async (request: Request): Promise<Response> => {
    const checked = await incoming(request, PREFIX);
    if (checked instanceof Response) return checked;
    if (DOCUMENTS.includes(checked.template)) {
      // Of some weight, and asked for by few: nothing of it is loaded before.
      const { referenceAnswer } = await import('./reference/answer.ts');
      return forMethod(request, await referenceAnswer(checked.template, request.headers));
    }
    const actor = await identity(request);
    const { response } = await handler.handle(checked.asked, {
      prefix: PREFIX,
      context: {
        stores,
        accounts,
        actor,
        now: clock(),
        sample,
        request,
        gone: () => gone?.(request) ?? false,
      },
    });
    if (!response) return problem(404, 'NOT_FOUND');
    return forMethod(request, toFetchResponse(response));
  };
}

/** An answer to HEAD is one to GET without its body. */
const forMethod = ({ method }: Request, response: Response): Response =>
  method === 'HEAD' ? new Response(null, response) : response;
