import { array, assert, asyncProperty } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRoute } from '#server/find-route.ts';
import { contract } from '#src/contract/contract.ts';
import * as problems from '#src/contract/problems.ts';
import type { Actor } from '#src/domain/account.ts';
import { permissions, roles } from '#src/domain/permission.ts';
import { badRequests, ECHO, type Bad } from './bad-requests.ts';
import { routeNames, type RouteName } from './requests.ts';
import { seed, seeded } from './seed.ts';
import { seatsFor, targetAndOthers } from './target.ts';
import { validRequests } from './valid-requests.ts';
import { watched, type OpenPorts, type Watched } from './watched.ts';

/** Every code that an answer may bear. */
const codes = new Set(Object.values(problems).flatMap((one) => Object.keys(one)));

/** After how many requests it is looked whether anything was written. */
const BATCH = 10;

/** Who may make the request, as near to the target as the table allows. */
function whoMay(name: RouteName): { actor: Actor | null; relation: 'own' | 'child' } {
  const { action, target } = validRequests[name];
  if (action === 'anyone') return { actor: null, relation: 'own' };
  for (const relation of ['own', 'child'] as const) {
    const role = roles.find((one) => permissions[action][one].some((at) => at === relation));
    const { places } = seatsFor[target];
    if (role)
      return {
        actor: { id: 'actor', name: 'Actor', role, places: places[relation], via: 'session' },
        relation,
      };
  }
  throw new Error(`nobody may ${action}`);
}

const UNKNOWN = ['nothing', '0190b2a0-0000-7000-8000-00000000ffff'];
const FAR = ['far', 'far-jan', 'far-h'];
const BESIDE = ['beside', 'beside-jan', 'beside-h'];

/** What is wrong with an answer, or null. */
function complaint(bad: Bad, answer: Awaited<ReturnType<Watched['ask']>>): string | null {
  const { status, text, isJson, headers } = answer;
  if (!bad.statuses.includes(status)) return `answered ${status}`;
  if (!isJson) return 'no JSON';
  const body = JSON.parse(text) as { code: string; status: number; message: string; data?: object };
  const { code, data, message, status: told, defined: _, ...rest } = { defined: false, ...body };
  if (!codes.has(code)) return `unknown code ${code}`;
  if (told !== status || Object.keys(rest).length > 0 || !/^[\w ]*$/.test(message)) return 'another form';
  if (text.includes(ECHO) || /node_modules|\.ts:|Error:/.test(text)) return 'tells what it should not';
  if (data && !/^\{"(field":"[\w.]{0,80}"|issues":\[.*\])\}$/.test(JSON.stringify(data))) return 'other data';
  if (status === 405 && !headers.get('allow')) return 'no Allow';
  return null;
}

/** Sends requests with one thing wrong each to every route, over any service: each is refused, and nothing is written. */
export function describeBadInput(name: string, open: OpenPorts, requests: number): void {
  describe(`bad input: ${name} (seed ${seed}, ${requests} requests)`, () => {
    const runs = Math.ceil(requests / routeNames.length / BATCH);
    let sent = 0;
    let service: Watched;
    beforeAll(async () => {
      service = await watched(open, targetAndOthers());
    });
    afterAll(() => service.close());

    it.each(routeNames)('is refused by %s', { timeout: 600_000 }, async (route) => {
      const { actor, relation } = whoMay(route);
      const cell = { role: actor?.role ?? 'auditor', relation, name: `bad-${route.toLowerCase()}` };
      const valid = await validRequests[route].input(service, cell);
      const methods = findRoute(contract[route]['~orpc'].route.path ?? '')?.methods ?? new Set();
      const strange = [...UNKNOWN, ...FAR, ...(relation === 'own' ? BESIDE : [])];
      const before = (await service.state()).text;
      const batch = array(badRequests(route, valid, methods, strange), {
        minLength: BATCH,
        maxLength: BATCH,
      });
      await assert(
        asyncProperty(batch, async (bads) => {
          for (const bad of bads) {
            const { method, path, headers, body } = bad;
            const request = new Request(`http://service.test/api${path}`, {
              method,
              headers,
              ...(body !== undefined && { body }),
            });
            const wrong = complaint(bad, await service.ask(actor, request));
            expect(
              wrong && `${bad.what}, ${method} ${path.slice(0, 200)} ${String(body).slice(0, 500)}: ${wrong}`,
            ).toBeNull();
            sent += 1;
          }
          expect((await service.state()).text).toBe(before);
        }),
        { ...seeded(runs), interruptAfterTimeLimit: 500_000 },
      );
    });

    it('is as much as was asked for', () => {
      expect(sent).toBeGreaterThanOrEqual(requests);
    });
  });
}
