import { describe, expect, it } from 'vitest';
import { field, idOf, isVisit, MINUTE, visitItem } from '#tests/support/field/field.ts';
import { refusal, strangers } from '#tests/support/field/network.ts';

const never = new Promise<Response>(() => {});
/** A body that begins and never ends. */
const stalled = () =>
  new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{"visitId":')) }), {
    headers: { 'content-type': 'application/json' },
  });

describe('one bad item among twenty', () => {
  const bad = isVisit(3);
  const run = async (answer: () => Promise<Response> | Response) => {
    let ill = true;
    const f = await field({ answering: (url) => (ill && bad(url) ? answer() : null) });
    for (let n = 0; n < 20; n += 1) await f.page.save(visitItem(n));
    await f.world.pass(10 * MINUTE);
    const others = Array.from({ length: 20 }, (_, n) => n)
      .filter((n) => n !== 3)
      .map((n) => f.item(n)?.state);
    expect(others).toEqual(Array.from({ length: 19 }, () => 'received'));
    expect(f.summary()).toMatchObject({ unsent: 1, everythingReceived: false });
    return {
      ...f,
      heal: () => {
        ill = false;
      },
    };
  };

  it.each<[number, string, 'never' | 'hourly']>([
    [400, 'BAD_REQUEST', 'never'],
    [403, 'FORBIDDEN', 'hourly'],
    [404, 'VILLAGE_NOT_FOUND', 'hourly'],
    [409, 'VISIT_ID_TAKEN', 'never'],
    [413, 'PAYLOAD_TOO_LARGE', 'never'],
    [422, 'DUE_BEFORE_VISIT', 'never'],
    [422, 'UNKNOWN_HOUSEHOLD', 'hourly'],
  ])(
    'refused with %i %s: the other nineteen arrive, it is kept, says why, and is tried again %s by itself',
    async (status, code, again) => {
      const f = await run(() => refusal(status, code));
      expect(f.item(3)).toMatchObject({
        state: 'needsAttention',
        lastProblem: { code, status },
        attempts: 1,
      });
      await f.world.pass(24 * 60 * MINUTE);
      const tries = f.item(3)?.attempts ?? 0;
      const [fewest, most] = again === 'never' ? [1, 1] : [20, 60];
      expect(tries).toBeGreaterThanOrEqual(fewest);
      expect(tries).toBeLessThanOrEqual(most);
      expect(f.item(3)?.state).toBe('needsAttention');
      f.heal();
      await f.page.outbox.tryAgain(idOf(3));
      void f.page.sender.wake();
      await f.world.pass(MINUTE);
      expect(f.item(3)?.state).toBe('received');
    },
  );

  it.each<[string, () => Promise<Response> | Response, string]>([
    ['a hotel’s page with 200', strangers.page, 'NOT_OURS'],
    ['a hotel’s page that says it is JSON', strangers.pageSaidToBeJson, 'NOT_OURS'],
    ['somebody else’s JSON', strangers.otherJson, 'NOT_OURS'],
    ['a redirection', strangers.redirect, 'NOT_OURS'],
    ['511', strangers.networkSignIn, 'NOT_OURS'],
    ['a 403 that is a page', strangers.forbiddenPage, 'NOT_OURS'],
    [
      'cut short',
      () => new Response('{"visitId":"visit-0', { headers: { 'content-type': 'application/json' } }),
      'NOT_OURS',
    ],
    ['401', () => refusal(401, 'UNAUTHORIZED'), 'UNAUTHORIZED'],
    ['429', strangers.busy, 'TOO_MANY_REQUESTS'],
    ['500', () => refusal(500, 'INTERNAL_SERVER_ERROR'), 'INTERNAL_SERVER_ERROR'],
    ['503', strangers.unavailable, 'TROUBLE'],
    ['its request said to be damaged', () => refusal(400, 'MALFORMED_JSON'), 'MALFORMED_JSON'],
    ['an error of the network', () => Promise.reject(new TypeError('fetch failed')), 'NO_ANSWER'],
    ['nothing at all', () => never, 'TOO_SLOW'],
    ['an answer that never ends', stalled, 'TOO_SLOW'],
  ])(
    'answered with %s: the other nineteen arrive, it is kept, explained, and arrives when that ends',
    async (_how, answer, code) => {
      const f = await run(answer);
      expect(f.item(3)?.state === 'saved' || f.item(3)?.state === 'sending').toBe(true);
      expect(f.item(3)?.lastProblem).toMatchObject({ code });
      f.heal();
      await f.world.pass(15 * MINUTE);
      expect(f.item(3)).toMatchObject({ state: 'received', lastProblem: null });
      expect(f.summary()).toMatchObject({ unsent: 0, everythingReceived: true });
      expect((await f.notes()).toSorted()).toEqual(
        Array.from({ length: 20 }, (_, n) => `note ${n}`).toSorted(),
      );
    },
  );

  it('answered with another visit’s receipt: it is not believed', async () => {
    const receipt = {
      visitId: idOf(3),
      villageId: 'v0',
      recordedOn: '2018-07-16',
      sequence: 9,
      epoch: crypto.randomUUID(),
    };
    const f = await run(() => Response.json({ ...receipt, hash: '0'.repeat(64) }));
    expect(f.item(3)?.lastProblem).toMatchObject({ code: 'RECEIPT_NOT_OURS' });
    f.heal();
    await f.world.pass(15 * MINUTE);
    expect(f.item(3)?.state).toBe('received');
  });

  it('waits as long as the service asks, and no longer than an hour', async () => {
    const f = await run(() => refusal(429, 'TOO_MANY_REQUESTS', { 'retry-after': '86400' }));
    expect(f.item(3)?.attempts).toBe(1);
    f.heal();
    await f.world.pass(40 * MINUTE);
    expect(f.item(3)?.state).toBe('saved');
    await f.world.pass(20 * MINUTE);
    expect(f.item(3)?.state).toBe('received');
  });
});
