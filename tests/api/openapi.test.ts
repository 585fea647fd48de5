import { describe, expect, it } from 'vitest';
import { contract } from '#src/contract/contract.ts';
import { permissions, programActions, roles } from '#src/domain/permission.ts';
import type { Actor } from '#src/domain/account.ts';
import { problemsWith } from '#tests/support/json-schema.ts';
import { inMemory } from '#tests/support/memory-ports.ts';
import { openApi, refsIn } from '#tests/support/openapi-rules.ts';
import { partsOf, requestOf, routeNames, type RouteName } from '#tests/support/requests.ts';
import { seatsFor, targetAndOthers } from '#tests/support/target.ts';
import { validRequests, type Cell } from '#tests/support/valid-requests.ts';
import { watched } from '#tests/support/watched.ts';

const service = await watched(inMemory, targetAndOthers());
const asked = (path: string, init: RequestInit = {}) =>
  service.ask(null, new Request(`http://service.test/api${path}`, init));
const given = await asked('/openapi.json');
const root = JSON.parse(given.text) as Record<string, unknown>;
const document = openApi.parse(root);

function operationOf(name: RouteName) {
  const { path = '', method = 'GET' } = contract[name]['~orpc'].route;
  const operation = document.paths[path]?.[method.toLowerCase() as 'get'];
  if (!operation) throw new Error(`${name} is not in the document`);
  return { path, operation };
}

describe('the document of the API', () => {
  it('is for anybody, kept for a while, and not sent again to whoever has it', async () => {
    expect([given.status, given.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(given.headers.get('cache-control')).toBe('public, max-age=300');
    const etag = given.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(await asked('/openapi.json', { headers: { 'if-none-match': etag } })).toMatchObject({
      status: 304,
      text: '',
    });
    expect((await asked('/openapi.json', { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
    expect(await asked('/openapi.json', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    expect((await asked('/openapi.json', { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD');
  });

  it('names each route once, and each part that it refers to', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.map((one) => one?.operationId).toSorted()).toEqual(routeNames.toSorted());
    const named = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(new Set(refsIn(root))).toEqual(new Set(named));
    const tags = document.tags.map(({ name }) => name);
    for (const one of operations) expect(tags).toContain(one?.tags[0]);
  });

  it.each(routeNames)('tells of %s in one sentence, with every part of its path', (name) => {
    const { path, operation } = operationOf(name);
    expect(operation.summary).toMatch(/^[A-Z][^.!?]+\.$/);
    const filled = operation.parameters?.filter((one) => one.in === 'path').map((one) => one.name) ?? [];
    expect(path.match(/(?<=\{)\w+/g) ?? []).toEqual(filled);
  });

  it.each(routeNames)('tells who may call %s as the table says, and with what', (name) => {
    const { operation } = operationOf(name);
    const { action } = validRequests[name];
    const allowed =
      action === 'anyone'
        ? []
        : roles.flatMap((role) => {
            const relations = permissions[action][role];
            return relations.length > 0 ? [[role, relations] as const] : [];
          });
    expect(operation).toMatchObject({ 'x-action': action, 'x-roles': Object.fromEntries(allowed) });
    const token = action !== 'anyone' && programActions.includes(action) ? [{ token: [] }] : [];
    expect(operation.security).toEqual(action === 'anyone' ? [] : [{ session: [] }, ...token]);
  });

  it.each(routeNames)('tells every code of %s with its status and its data', (name) => {
    const { operation } = operationOf(name);
    for (const [code, { status, data }] of Object.entries(contract[name]['~orpc'].errorMap)) {
      const response = operation.responses[String(status)];
      expect(response).toHaveProperty(['x-codes', code]);
      const schema = response?.content?.['application/json'].schema ?? {};
      const body = { defined: true, code, status, message: code };
      expect(problemsWith({ ...body, ...(data && { data: { field: 'on' } }) }, schema, root)).toEqual([]);
      expect(problemsWith({ ...body, ...(!data && { data: 1 }) }, schema, root)).not.toEqual([]);
      expect(problemsWith({ ...body, code: 'UNHEARD_OF' }, schema, root)).not.toEqual([]);
    }
  });
});

describe('answers of the service', () => {
  const problemsOf = (name: RouteName, { status, text }: { status: number; text: string }): string[] => {
    const schema =
      operationOf(name).operation.responses[String(status)]?.content?.['application/json'].schema;
    return schema ? problemsWith(JSON.parse(text), schema, root) : [`the document has no ${status}`];
  };
  const actorsFor = (name: RouteName): (Actor | null)[] => {
    const { places } = seatsFor[validRequests[name].target];
    const seats = roles.flatMap((role) =>
      (['own', 'child', 'foreign'] as const).map((at) => ({ role, places: places[at] })),
    );
    return [null, ...seats.map((seat): Actor => ({ id: 'actor', name: 'Actor', via: 'session', ...seat }))];
  };

  it.each(routeNames)('of %s are as the document says, whoever asks and however', async (name) => {
    const statuses = new Set<number>();
    for (const [at, actor] of actorsFor(name).entries()) {
      const cell: Cell = {
        role: actor?.role ?? 'auditor',
        relation: 'own',
        name: `api-${at}-${name.toLowerCase()}`,
      };
      const right = partsOf(name, await validRequests[name].input(service, cell));
      const wrong =
        right.method === 'GET' ? { ...right, path: `${right.path}?x=1` } : { ...right, body: { x: 1 } };
      for (const parts of [right, wrong]) {
        const answer = await service.ask(actor, requestOf(parts));
        statuses.add(answer.status);
        expect(problemsOf(name, answer)).toEqual([]);
      }
    }
    expect([...statuses].filter((status) => status < 300)).toHaveLength(1);
    expect(statuses).toContain(400);
  });

  it('would be found out if they were not', async () => {
    const cell: Cell = { role: 'office', relation: 'child', name: 'other' };
    const [, , office] = actorsFor('village').filter((actor) => actor === null || actor.role === 'office');
    const parts = partsOf('village', await validRequests.village.input(service, cell));
    const { status, text } = await service.ask(office ?? null, requestOf(parts));
    expect(status).toBe(200);
    const spoilt = [
      text.replace('"countyCode":"999999"', '"countyCode":999999'),
      text.replace('"on":"2018-01-22"', '"on":"22 January"'),
      text.replace('"outcome":"met"', '"outcome":"shy"'),
      text.replace('"note":null', '"note":null,"more":1'),
      text.replace('"kind":"leader",', ''),
    ];
    for (const other of spoilt) {
      expect(other).not.toBe(text);
      expect(problemsOf('village', { status, text: other })).not.toEqual([]);
    }
  });
});
