import { describe, expect, it } from 'vitest';
import { summaryOf } from '#src/offline/outbox-summary.ts';
import { createMemoryDevice } from '#tests/support/field/device.ts';
import { faultyFetch, NO_FAULTS, refusal, strangers } from '#tests/support/field/network.ts';
import { openPage } from '#tests/support/field/page.ts';
import { chance } from '#tests/support/field/random.ts';
import { accountOf, createFieldService, visitTo } from '#tests/support/field/service.ts';
import { createWorld } from '#tests/support/field/world.ts';

const MINUTE = 60_000;
const idOf = (n: number): string => `visit-${String(n).padStart(3, '0')}`;
const visitItem = (n: number, given: { account?: string; note?: string; household?: string } = {}) => ({
  id: idOf(n),
  kind: 'visit' as const,
  accountId: given.account ?? accountOf(0),
  payload: {
    draft: visitTo(0, given.note ?? `note ${n}`, {
      stops: [{ kind: 'household', subjectId: given.household ?? 'v0-a', outcome: 'met', said: '' }],
    }),
  },
});

/** One phone and the service, over a network in which one item's requests may be answered by somebody else. */
async function field(answerFor: (url: string, tries: number) => Promise<Response> | Response | null) {
  const world = createWorld();
  const luck = chance(1);
  const service = createFieldService(2, world.now);
  const device = createMemoryDevice();
  let session = accountOf(0);
  const clean = faultyFetch(
    world,
    service.app,
    luck,
    () => NO_FAULTS,
    () => session,
  );
  const tries = new Map<string, number>();
  const fetch: typeof clean = async (url, init) => {
    const so = (tries.get(url) ?? 0) + 1;
    tries.set(url, so);
    return (await answerFor(url, so)) ?? clean(url, init);
  };
  const page = await openPage({ world, device, fetch, luck });
  return {
    world,
    service,
    device,
    page,
    fetch,
    clean,
    tries,
    luck,
    signIn: (account: string) => {
      session = account;
    },
    item: (n: number) => device.items.get(idOf(n)),
    states: () => [...device.items.values()].map((i) => i.state),
    summary: () => summaryOf(page.outbox.view(), accountOf(0)),
    notes: async () =>
      (await service.records()).flatMap((r) => r.visits.map((v) => v.note)).filter((n) => n !== null),
  };
}
const isItem = (n: number) => (url: string) => url.endsWith(`/visits/${idOf(n)}`);
const never = new Promise<Response>(() => {});
/** A body that begins and never ends. */
const stalled = () =>
  new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{"visitId":')) }), {
    headers: { 'content-type': 'application/json' },
  });

describe('one bad item among twenty', () => {
  const bad = isItem(3);
  const run = async (answer: () => Promise<Response> | Response) => {
    let ill = true;
    const f = await field((url) => (ill && bad(url) ? answer() : null));
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

  it.each([
    [400, 'BAD_REQUEST'],
    [403, 'FORBIDDEN'],
    [404, 'VILLAGE_NOT_FOUND'],
    [409, 'VISIT_ID_TAKEN'],
    [413, 'PAYLOAD_TOO_LARGE'],
    [422, 'UNKNOWN_HOUSEHOLD'],
  ])(
    'refused with %i: the other nineteen arrive, it is kept and says %s, and is not tried again',
    async (status, code) => {
      const f = await run(() => refusal(status, code));
      expect(f.item(3)).toMatchObject({
        state: 'needsAttention',
        lastProblem: { code, status },
        attempts: 1,
      });
      await f.world.pass(60 * MINUTE);
      expect(f.item(3)?.attempts).toBe(1);
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
