import { describe, expect, it } from 'vitest';
import { itemKinds, type ItemKind, type OutboxItem } from '#src/offline/outbox-item.ts';
import { kinds, versionOf, type Kinds, type Payloads } from '#src/offline/payloads.ts';
import { field, HOUR, MINUTE } from '#tests/support/field/field.ts';
import { accountOf } from '#tests/support/field/service.ts';
import { base64Of, jpeg } from '#tests/support/jpeg.ts';

/** What programs wrote of one kind, and what is sent of it for as long as the service takes it. */
interface Released {
  /** A payload of each version that was ever released, from the first on. */
  payloads: readonly [unknown, ...unknown[]];
  /** As it stands beside each of them on the phone. */
  hash: string;
  route: string;
  body: unknown;
}

const draft = {
  villageId: 'v0',
  kind: 'helper',
  on: '2018-07-16',
  present: ['Zhang'],
  stops: [{ kind: 'household', subjectId: 'v0-a', outcome: 'met', said: 'Well.' }],
  readings: [],
  verdicts: [{ commitmentId: 'owed', verdict: 'kept', note: '' }],
  commitments: [],
  note: '',
};
const correction = { value: 2, evidence: 'document', reason: 'Counted' };
const step = {
  step: 'appraisal',
  outcome: 'passed',
  on: '2018-07-16',
  until: null,
  people: ['A meeting'],
  note: '',
};
const answer = { key: 'causeTwice/v0-a', readingIds: ['r'], outcome: 'dismissed', reason: 'Both are so' };
const picture = jpeg();
const photo = {
  size: picture.length,
  sha256: '9b3671a505e1804caf1d2b249c7fe8cbed3e65992ce8b0a5b5410a86fce826e6',
};

/** By hand, as phones hold them: what a program ever wrote is never changed here, and whoever makes another version or kind adds it. */
const released: Record<ItemKind, Released> = {
  visit: {
    payloads: [{ draft }, { draft }],
    hash: 'f1e365220ae1fc8b431b2eaf5cdc500ea2aa249bfc8b55e634869d6b2cc44760',
    route: 'PUT /visits/an-id',
    body: draft,
  },
  correction: {
    payloads: [
      { readingId: 'r', correction },
      { readingId: 'r', correction },
    ],
    hash: '0c799a2c0fe857d4a4b348f6c73f17a6f2e7328a565a8c68b8621a400745b076',
    route: 'POST /readings/r/corrections',
    body: { id: 'an-id', ...correction },
  },
  reviewAnswer: {
    payloads: [
      { visitId: 'v', note: 'Mended' },
      { visitId: 'v', note: 'Mended' },
    ],
    hash: 'a5f90c389cebc0373b096fc49d9c6213e96b5e52713cd30c824564ab750dfe0e',
    route: 'POST /visits/v/answers',
    body: { id: 'an-id', note: 'Mended' },
  },
  procedureStep: {
    payloads: [{ householdId: 'h', said: step }],
    hash: 'e8f68e09b9354a18f32fa4d66f39de332706915487788823095a4f7dabb50050',
    route: 'POST /households/h/steps',
    body: { id: 'an-id', ...step },
  },
  questionAnswer: {
    payloads: [{ villageId: 'v0', said: answer }],
    hash: '5a474ff8a31d3953a3c4b21ebb2a30d7ba156ad6a9ebdbccfae4906c320e0f22',
    route: 'POST /villages/v0/questions/answers',
    body: { id: 'an-id', ...answer },
  },
  photo: {
    payloads: [{ visitId: 'v', ...photo }],
    hash: 'a2d1de3451e85eac836a6bc28027c7a1cced4b940b0704154f36e2660bbbe95d',
    route: 'POST /visits/v/photos',
    body: { id: 'an-id', ...photo, at: 0, bytes: base64Of(picture) },
  },
};

const ME = accountOf(0);
const lying = (kind: ItemKind, payloadVersion: number): OutboxItem => ({
  id: 'an-id',
  kind,
  accountId: ME,
  payloadVersion,
  payload: released[kind].payloads[payloadVersion - 1],
  hash: released[kind].hash,
  state: 'saved',
  createdAt: 0,
  attempts: 0,
  nextTryAt: 0,
  lastProblem: null,
  receipt: null,
  removed: null,
});
/** What the program before that version could read: the version before it, or nothing of that kind. */
function programBefore(kind: ItemKind, version: number): Kinds {
  const { [kind]: known, ...others } = kinds;
  const before = { ...known, upcasters: known.upcasters.slice(0, version - 2) };
  return (version === 1 ? others : { ...others, [kind]: before }) as Kinds;
}
const everyVersion = itemKinds.flatMap((kind) =>
  released[kind].payloads.map((_, at): [ItemKind, number] => [kind, at + 1]),
);

describe('payloads that were released', () => {
  it.each(itemKinds.map((kind) => [kind]))('of a %s stand here in every version that there is', (kind) => {
    expect(released[kind].payloads).toHaveLength(versionOf(kind));
  });

  it.each(everyVersion)(
    'of a %s in version %i are sent once as they were saved, by the newest program beside an old page that is still open',
    async (kind, version) => {
      const { hash, route, body } = released[kind];
      const sent: { route: string; body: unknown }[] = [];
      const f = await field({
        kinds: programBefore(kind, version),
        answering: async (url, _tries, _go, { method, body: text }) => {
          if (method === 'GET') return null;
          sent.push({
            route: `${method} ${new URL(url).pathname.slice('/api'.length)}`,
            body: JSON.parse(String(text)),
          });
          const receipt = { hash, epoch: await f.service.stores.epoch(), sequence: 1 };
          return Response.json({ id: 'an-id', visitId: 'an-id', ...receipt });
        },
      });
      await f.device.photos.store.keep({ id: 'an-id', accountId: ME, keptAt: 0 }, picture);
      f.device.items.set('an-id', lying(kind, version));
      void f.page.sender.wake();
      await f.world.pass(HOUR);
      expect(f.device.items.get('an-id')).toMatchObject({ state: 'saved', attempts: 0 });
      expect(f.summary()).toMatchObject({ unsent: 1, everythingReceived: false });
      const newest = await f.open(kinds);
      await f.world.pass(10 * MINUTE);
      expect(sent).toEqual([{ route, body }]);
      expect(f.device.items.get('an-id')).toMatchObject({
        state: 'received',
        hash,
        payloadVersion: versionOf(kind),
      });
      for (const page of [f.page, newest]) {
        expect(f.summary(page)).toMatchObject({ unsent: 0, everythingReceived: true });
      }
    },
  );

  it.each(itemKinds.map((kind) => [kind]))('of a %s have the hash that stood beside them', async (kind) => {
    const f = await field({ answering: () => Promise.reject(new TypeError('fetch failed')) });
    const payload = released[kind].payloads.at(-1) as Payloads[typeof kind];
    const put = await f.page.outbox.put({ id: 'an-id', kind, accountId: ME, payload });
    expect(put.hash).toBe(released[kind].hash);
  });
});
