import { afterEach, describe, expect, it } from 'vitest';
import type { Actor } from '#src/domain/account.ts';
import type { Role } from '#src/domain/permission.ts';
import { EVERYWHERE } from '#src/domain/place.ts';
import { partsOf, requestOf, type Inputs, type RouteName } from './requests.ts';
import { seatsFor, targetAndOthers } from './target.ts';
import { validRequests } from './valid-requests.ts';
import { watched, type OpenPorts, type Watched } from './watched.ts';

const TIMES = 50;
const places = seatsFor.village.places;
const cadre: Actor = { id: 'cadre', name: 'Cadre', role: 'villageCadre', places: places.own, via: 'session' };
const office: Actor = { ...cadre, id: 'office', role: 'office', places: places.child };

/** What a device sends again because it heard nothing: all at once, over any service. */
export function describeSameAgain(name: string, open: OpenPorts): void {
  describe(`the same sent ${TIMES} times at once: ${name}`, () => {
    let service: Watched | undefined;
    afterEach(() => service?.close());

    const opened = async (): Promise<Watched> => {
      service = await watched(open, targetAndOthers());
      return service;
    };
    const recordOf = (s: Watched) =>
      s.stores.as({ accountId: 'watcher', places: [EVERYWHERE] }).villageRecord('target');

    async function sendAll<Name extends RouteName>(
      s: Watched,
      actor: Actor,
      route: Name,
      inputs: readonly Inputs[Name][],
    ) {
      const answers = await Promise.all(
        inputs.map((input) => s.ask(actor, requestOf(partsOf(route, input)))),
      );
      return answers.map(({ status, text }) => ({ status, text }));
    }

    const inputFor = async <Name extends RouteName>(s: Watched, route: Name, role: Role) =>
      validRequests[route].input(s, { role, relation: 'own', name: 'again' });

    it.each([
      ['recordVisit', cadre, 200],
      ['correctReading', cadre, 201],
      ['answerReview', cadre, 201],
      ['reviewVisit', office, 201],
      ['recordProcedureStep', office, 201],
      ['sendPhoto', cadre, 200],
      ['answerDataQuestion', office, 201],
    ] as const)('%s writes once and answers all alike', async (route, actor, status) => {
      const s = await opened();
      const input = await inputFor(s, route, actor.role);
      const before = await s.state();
      const answers = await sendAll(
        s,
        actor,
        route,
        Array.from({ length: TIMES }, () => input),
      );
      expect(new Set(answers.map((a) => a.status))).toEqual(new Set([status]));
      expect(new Set(answers.map((a) => a.text)).size).toBe(1);
      expect((await s.state()).acts - before.acts).toBe(1);
      const record = await recordOf(s);
      const written = {
        recordVisit: record?.visits.filter((v) => v.id === 'new-again'),
        correctReading: record?.readings.filter((r) => r.id === 'correction-again'),
        answerReview: record?.reviews.filter((r) => r.id === 'answer-again'),
        reviewVisit: record?.reviews.filter((r) => r.id === 'review-again'),
        sendPhoto: await s.stores.as({ accountId: 'watcher', places: [EVERYWHERE] }).photosOf('target-jul'),
        answerDataQuestion: record?.questionAnswers.filter((a) => a.id === 'question-again'),
        recordProcedureStep: record?.steps.filter((s) => s.id === 'step-again'),
      };
      expect(written[route]).toHaveLength(1);
    });

    it('of visits under one id with different contents one is written, and the others are told', async () => {
      const s = await opened();
      const visit = await inputFor(s, 'recordVisit', 'villageCadre');
      const inputs = Array.from({ length: TIMES }, (_, n) => ({ ...visit, note: `note ${n}` }));
      const before = await s.state();
      const answers = await sendAll(s, cadre, 'recordVisit', inputs);
      expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
      expect(answers.filter((a) => a.status === 409)).toHaveLength(TIMES - 1);
      expect((await s.state()).acts - before.acts).toBe(1);
      expect((await recordOf(s))?.visits.filter((v) => v.id === 'new-again')).toHaveLength(1);
    });
  });
}
