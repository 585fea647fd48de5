import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#src/contract/contract.ts';
import type { Actor } from '#src/domain/account.ts';
import { permissions, programActions, roles, type Role } from '#src/domain/permission.ts';
import { relationOf, relations, type Relation } from '#src/domain/place.ts';
import { partsOf, requestOf, routeNames, type RouteName } from './requests.ts';
import { MARK, seatsFor, targetAndOthers } from './target.ts';
import { validRequests, type Cell } from './valid-requests.ts';
import { watched, type OpenPorts, type Watched } from './watched.ts';

type Via = Actor['via'];

const actorOf = (role: Role, places: string[], via: Via = 'session'): Actor => ({
  id: `actor-${role.toLowerCase()}`,
  name: 'Actor',
  role,
  places,
  via,
});

const isWrite = (name: RouteName): boolean => contract[name]['~orpc'].route.method !== 'GET';
const outcomes = { one: 404, list: 200, seat: 422 };
const cellName = (role: Role, relation: Relation, via: Via) => `${via}-${role.toLowerCase()}-${relation}`;

/** What the table says: the status, and whether the target may be in the answer. */
function expectedFor(name: RouteName, role: Role, relation: Relation, via: Via = 'session') {
  const { action, outside } = validRequests[name];
  const { successStatus = 200 } = contract[name]['~orpc'].route;
  if (action === 'anyone') return { status: successStatus, shown: true };
  const withheld = via === 'token' && !programActions.includes(action);
  const allowed: readonly Relation[] = withheld ? [] : permissions[action][role];
  if (allowed.length === 0) return { status: 403, shown: false };
  const may = allowed.includes(relation);
  return { status: may ? successStatus : outcomes[outside], shown: may };
}

/** Every cell of route × role × relation, over any service: what the table of permissions does not list does not happen. */
export function describeAuthorization(name: string, open: OpenPorts): void {
  describe(`who may do what: ${name}`, () => {
    describe.each(routeNames)('%s', (route) => {
      let service: Watched;
      const { target, places } = seatsFor[validRequests[route].target];
      beforeAll(async () => {
        service = await watched(open, targetAndOthers());
      });
      afterAll(() => service.close());

      /** Asks in one cell; the words for what came of it, the same for the same outcome. */
      async function outcomeOf(actor: Actor | null, cell: Cell, shown: boolean): Promise<string> {
        const input = await validRequests[route].input(service, cell);
        const before = await service.state();
        const answer = await service.ask(actor, requestOf(partsOf(route, input)));
        const after = await service.state();
        const same = after.text === before.text;
        const written = after.acts - before.acts;
        const told = answer.text.toLowerCase().includes(MARK);
        const notes = [
          !answer.isJson && 'no JSON',
          !shown && told && 'the target is in the answer',
          !shown && !same && 'something was written',
          shown && validRequests[route].outside === 'list' && !told && 'the target is missing',
          shown &&
            isWrite(route) &&
            validRequests[route].action !== 'anyone' &&
            written !== 1 &&
            `${written} acts`,
        ];
        return [answer.status, ...notes.filter(Boolean)].join(', ');
      }

      it('tells nobody who is not known', async () => {
        const signedOut =
          validRequests[route].action === 'anyone' ? expectedFor(route, 'office', 'own').status : 401;
        const cell: Cell = { role: 'auditor', relation: 'none', name: 'nobody' };
        expect(await outcomeOf(null, cell, signedOut < 400)).toBe(`${signedOut}`);
      });

      /** What comes of asking as each role from each place, and what the table says. */
      async function everyCell(via: Via) {
        const cells = roles.flatMap((role) =>
          relations.map((relation) => ({ role, relation, ...expectedFor(route, role, relation, via) })),
        );
        const found: Record<string, string> = {};
        // What is refused comes first: it must find everything as it was.
        for (const { role, relation, shown } of cells.toSorted((a, b) => Number(a.shown) - Number(b.shown))) {
          expect(relationOf(places[relation], target)).toBe(relation);
          const name = cellName(role, relation, via);
          found[name] = await outcomeOf(
            actorOf(role, places[relation], via),
            { role, relation, name },
            shown,
          );
        }
        expect(Object.keys(found)).toHaveLength(roles.length * relations.length);
        return {
          found,
          expected: Object.fromEntries(cells.map((c) => [cellName(c.role, c.relation, via), `${c.status}`])),
        };
      }

      it('lets a program read what its role may read, and do nothing else', async () => {
        const { found, expected } = await everyCell('token');
        expect(found).toEqual(expected);
      });

      it('answers each role, wherever it sits, as the table says', async () => {
        const { found, expected } = await everyCell('session');
        expect(found).toEqual(expected);
      });
    });
  });
}
