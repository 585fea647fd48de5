import { z } from 'zod';
import type { contract } from '#src/contract/contract.ts';
import { generalRefusals, type ProblemCode } from '#src/contract/problems.ts';
import { problemWords } from './problem-words.ts';

type JsonSchema = Record<string, unknown>;
type Procedure = (typeof contract)[keyof typeof contract];
interface Coded {
  code: ProblemCode;
  status: number;
  data?: z.ZodType | undefined;
}

/** One answer that says no: what it looks like, and its codes in words. */
export interface ProblemResponse {
  description: string;
  content: { 'application/json': { schema: JsonSchema } };
  'x-codes': Record<string, string>;
}

const TITLES: Record<number, string> = {
  400: 'The request is not in order',
  401: 'Nobody known is asking',
  403: 'Not for this role',
  404: 'Not there, or not within the asker’s places',
  405: 'Another method',
  409: 'Something else is already there',
  413: 'Too large',
  415: 'Another type',
  422: 'In order, but not possible',
  429: 'Too many requests',
  500: 'A fault of the service',
  503: 'Not available now',
};

const codesOf = (map: object): Coded[] =>
  Object.entries(map as Record<ProblemCode, { status: number; data?: z.ZodType }>).map(
    ([code, { status, data }]) => ({
      code: code as ProblemCode,
      status,
      data,
    }),
  );

const general = codesOf(generalRefusals);

/** A route's own codes, and those that any route of its kind may answer with, by status. */
export function problemsOf(procedure: Procedure): Map<number, ProblemResponse> {
  const { errorMap, route, meta } = procedure['~orpc'];
  const anyone = meta.action === 'anyone';
  const writes = route.method !== 'GET';
  const never = new Set<ProblemCode>(['NOT_FOUND', 'METHOD_NOT_ALLOWED']);
  if (!writes)
    for (const code of ['MALFORMED_JSON', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const)
      never.add(code);
  if (anyone) never.add('UNAUTHORIZED');
  if (anyone && !writes) never.add('FORBIDDEN');
  const all = [...codesOf(errorMap), ...general.filter(({ code }) => !never.has(code))];
  const statuses = [...new Set(all.map(({ status }) => status))].toSorted((a, b) => a - b);
  return new Map(
    statuses.map((status) => [
      status,
      responseOf(
        status,
        all.filter((one) => one.status === status),
      ),
    ]),
  );
}

function responseOf(status: number, coded: readonly Coded[]): ProblemResponse {
  const byData = new Map<string, { data: JsonSchema | null; required: boolean; codes: string[] }>();
  for (const { code, data } of coded) {
    const json = data ? jsonOf(data) : null;
    const key = JSON.stringify(json);
    const known = byData.get(key) ?? {
      data: json,
      required: !!data && !data.safeParse(undefined).success,
      codes: [],
    };
    known.codes.push(code);
    byData.set(key, known);
  }
  const variants = [...byData.values()].map(({ data, required, codes }): JsonSchema => ({
    type: 'object',
    properties: {
      defined: { type: 'boolean' },
      code: { type: 'string', enum: codes },
      status: { const: status },
      message: { type: 'string' },
      ...(data && { data }),
    },
    required: ['defined', 'code', 'status', 'message', ...(required ? ['data'] : [])],
    additionalProperties: false,
  }));
  const [only] = variants;
  return {
    description: TITLES[status] ?? `${status}`,
    content: { 'application/json': { schema: variants.length === 1 && only ? only : { oneOf: variants } } },
    'x-codes': Object.fromEntries(coded.map(({ code }) => [code, problemWords[code]])),
  };
}

function jsonOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema) as JsonSchema;
  return json;
}
