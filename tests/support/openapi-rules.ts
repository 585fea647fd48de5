import { z } from 'zod';

/** What OpenAPI 3.1 lets stand in a document, as far as ours uses it: what is not listed is refused, but for `x-…`. */
const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object(shape)
    .catchall(z.unknown())
    .superRefine((value, context) => {
      for (const key of Object.keys(value)) {
        if (!(key in shape) && !key.startsWith('x-'))
          context.addIssue({ code: 'custom', message: `unknown ${key}` });
      }
    });

const said = z.string().min(1);
const schema = z.record(z.string(), z.unknown());
const content = z.strictObject({ 'application/json': z.strictObject({ schema }) });
const parameter = strict({
  name: said,
  in: z.enum(['path', 'query']),
  required: z.boolean().optional(),
  schema,
}).refine((one) => one.in !== 'path' || one.required === true, { error: 'what is in the path is required' });
const operation = strict({
  operationId: said,
  summary: said,
  tags: z.array(said).length(1),
  parameters: z.array(parameter).optional(),
  requestBody: strict({ required: z.boolean().optional(), content }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    strict({ description: said, content: content.optional() }),
  ),
  security: z.array(z.record(z.string(), z.array(z.string()))),
});
const method = z.enum(['get', 'put', 'post', 'delete']);
export const openApi = strict({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: strict({ title: said, version: said, description: said }),
  servers: z.array(strict({ url: said })).min(1),
  tags: z.array(strict({ name: said, description: said })),
  paths: z.record(z.string().regex(/^\//), z.partialRecord(method, operation)),
  components: strict({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), schema),
    securitySchemes: z.record(
      z.string(),
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('apiKey'), in: z.literal('cookie'), name: said, description: said }),
        z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), description: said }),
      ]),
    ),
  }),
});

/** Every `$ref` anywhere in the document. */
export function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : refsIn(part),
  );
}
