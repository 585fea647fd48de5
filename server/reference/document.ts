import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '#src/contract/contract.ts';
import { permissions, programActions, type Role } from '#src/domain/permission.ts';
import type { Relation } from '#src/domain/place.ts';
import { namedSchemas } from './named-schemas.ts';
import { problemsOf, type ProblemResponse } from './problem-responses.ts';

type JsonSchema = Record<string, unknown>;
type RouteName = keyof typeof contract;

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: JsonSchema;
}

/** An operation of the document, as far as it is told here. */
export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: Parameter[] | undefined;
  requestBody?: { required?: boolean; content: { 'application/json': { schema: JsonSchema } } };
  responses: Record<string, ProblemResponse | { description: string; content?: ProblemResponse['content'] }>;
  security: Record<string, string[]>[];
  /** The action of the table of permissions that it needs, or `anyone`. */
  'x-action': string;
  /** Where each role may call it: how the target lies to its places. Roles that may nowhere are left out. */
  'x-roles': Partial<Record<Role, readonly Relation[]>>;
}

export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> };
}

/** Counts up when a program that did well before may not any more. */
const VERSION = '1.0.0';

const DESCRIPTION = `Readings, visits, commitments and households of poverty-alleviation contact points.
JSON in UTF-8. Days are YYYY-MM-DD in China, instants ISO 8601 in UTC. What lies outside the asker's places is answered as if it did not exist.
A refusal has a stable code and a status; its message is for nobody. Unknown fields are refused.`;

/** Chapters by the first step of the path. */
const TAGS: Record<string, [name: string, description: string]> = {
  about: ['Service', 'What the service is.'],
  'contact-points': ['Villages', 'Contact points, and the villages that they are linked to.'],
  villages: ['Villages', ''],
  measures: ['Villages', ''],
  households: ['Households', 'Households, their members, and who has looked.'],
  projects: ['Projects', 'What is built, what it costs and whom it serves.'],
  visits: ['Visits', 'Visits, their photos, and what offices say of them.'],
  readings: ['Readings', 'Values as they were read, and corrections.'],
  audit: ['Audit', 'Who did what, when, where and why.'],
  session: ['Sign-in', 'Sessions of people. Programs have tokens instead.'],
  invitations: ['Sign-in', ''],
  places: ['Accounts', 'People, their roles and places, and the tokens of programs.'],
  accounts: ['Accounts', ''],
  tokens: ['Accounts', ''],
};

const tagOf = (path: string): string => TAGS[path.split('/')[1] ?? '']?.[0] ?? 'Service';

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
    description: 'The cookie that signing in sets.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A program’s token, beginning with cpd_. It reads what its role may read within its places.',
  },
};

/** The whole API as an OpenAPI document, made from the contract and the table of permissions. */
export async function apiDocument(): Promise<ApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const commonSchemas = Object.fromEntries(
    Object.entries(namedSchemas).map(([name, { schema }]) => [name, { schema, strategy: 'output' as const }]),
  );
  const made = (await generator.generate(contract, {
    info: { title: 'Contact point dashboard', version: VERSION, description: DESCRIPTION },
    commonSchemas,
  })) as unknown as Omit<ApiDocument, 'tags' | 'servers'>;
  for (const [name, { says }] of Object.entries(namedSchemas)) {
    const schema = made.components.schemas[name];
    if (schema) made.components.schemas[name] = { description: says, ...schema };
  }
  for (const name of Object.keys(contract) as RouteName[]) tell(made.paths, name);
  const tags = Object.values(TAGS).filter(([, description]) => description !== '');
  return {
    ...made,
    servers: [{ url: '/api' }],
    tags: tags.map(([name, description]) => ({ name, description })),
    components: { ...made.components, securitySchemes },
  };
}

/** Adds to a route's operation what the generator cannot know: chapter, rights and refusals. */
function tell(paths: ApiDocument['paths'], name: RouteName): void {
  const { route, meta } = contract[name]['~orpc'];
  const { path = '', method = 'GET', successStatus = 200 } = route;
  const operation = paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`the document has no ${name}`);
  const { action } = meta;
  operation.tags = [tagOf(path)];
  operation['x-action'] = action;
  operation['x-roles'] = {};
  operation.security = [];
  // The generator takes what it refers to by name for an object, spread over several parameters: all of ours are plain.
  operation.parameters = operation.parameters?.map(({ name: named, in: place, required, schema }) => ({
    name: named,
    in: place,
    ...(required && { required }),
    schema,
  }));
  if (!operation.parameters) delete operation.parameters;
  const success = operation.responses[successStatus];
  operation.responses = { [successStatus]: { ...success, description: 'Done' } };
  for (const [status, problem] of problemsOf(contract[name])) operation.responses[status] = problem;
  if (action === 'anyone' || action === 'undeclared') return;
  operation.security.push({ session: [] });
  if (action === 'signedIn') return;
  if (programActions.includes(action)) operation.security.push({ token: [] });
  const allowed = Object.entries(permissions[action]) as [Role, readonly Relation[]][];
  operation['x-roles'] = Object.fromEntries(allowed.filter(([, relations]) => relations.length > 0));
}
