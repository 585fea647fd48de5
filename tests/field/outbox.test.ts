import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentHash } from '#src/domain/content-hash.ts';
import { visitDraft } from '#src/domain/visit.ts';
import { exportOf } from '#src/offline/outbox-export.ts';
import { kinds, type Kinds } from '#src/offline/payloads.ts';
import { DAY, field, idOf, isVisit, MINUTE, visitItem } from '#tests/support/field/field.ts';
import { refusal } from '#tests/support/field/network.ts';
import { accountOf } from '#tests/support/field/service.ts';

const offline = () => field({ answering: () => Promise.reject(new TypeError('fetch failed')) });

/** A phone whose first visit has just been recorded, and whose receipt is held up until `deliver`. */
async function heldUp() {
  let deliver = (): void => {};
  const delivered = new Promise<void>((open) => {
    deliver = open;
  });
  const f = await field({
    async answering(url, tries, go) {
      if (!isVisit(0)(url) || tries > 1) return null;
      const answer = await go();
      await delivered;
      return answer;
    },
  });
  await f.page.save(visitItem(0));
  await f.world.pass(MINUTE / 6);
  expect(f.item(0)?.state).toBe('sending');
  expect(await f.notes()).toEqual(['note 0']);
  return { ...f, deliver };
}

describe('nothing is called saved', () => {
  it('that the device did not keep, and saving it again later works', async () => {
    const f = await offline();
    f.device.fail(1);
    await expect(f.page.save(visitItem(0))).rejects.toThrow('no room');
    expect(f.device.items.size).toBe(0);
    expect(await f.page.save(visitItem(0))).toMatchObject({ state: 'saved' });
    expect(f.summary()).toMatchObject({ unsent: 1, everythingReceived: false });
  });

  it('that could not be sent at all', async () => {
    const f = await offline();
    const { draft } = visitItem(0).payload;
    const wrong = { ...visitItem(0), payload: { draft: { ...draft, on: 'today' } } };
    await expect(f.page.save(wrong)).rejects.toThrow('notADay');
    expect(f.device.items.size).toBe(0);
  });
});

describe('an item', () => {
  it('is hashed as the service will see it', async () => {
    const f = await offline();
    const saved = await f.page.save(visitItem(0, { note: '  trimmed ' }));
    expect(saved.hash).toBe(await contentHash(visitItem(0, { note: 'trimmed' }).payload.draft));
  });

  it('survives the death of the page in the moment after "saved"', async () => {
    const f = await offline();
    await f.page.save(visitItem(0));
    f.page.kill();
    const reopened = await f.open();
    await f.world.pass(MINUTE);
    expect(f.summary(reopened)).toMatchObject({ unsent: 1 });
  });

  it('shows in every page of the phone, and so does each of its changes', async () => {
    let down = true;
    const f = await field({ answering: () => (down ? Promise.reject(new TypeError()) : null) });
    const other = await f.open();
    await f.world.pass(MINUTE);
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE / 60);
    expect(f.summary(other)).toMatchObject({ unsent: 1, everythingReceived: false });
    down = false;
    await f.world.pass(10 * MINUTE);
    expect(f.summary(other)).toMatchObject({ unsent: 0, everythingReceived: true });
  });

  it('that was refused can be edited and sent again under the same id', async () => {
    const f = await field();
    await f.page.save(visitItem(0, { household: 'nobody' }));
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({
      state: 'needsAttention',
      lastProblem: {
        code: 'UNKNOWN_HOUSEHOLD',
        fields: [{ field: 'stops.0.subjectId', code: 'UNKNOWN_HOUSEHOLD' }],
      },
    });
    const refused = f.item(0)?.hash;
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'received', lastProblem: null });
    expect(f.item(0)?.hash).not.toBe(refused);
    expect(await f.notes()).toEqual(['note 0']);
  });

  it('that the service has cannot be changed under its id', async () => {
    const f = await field();
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE);
    await expect(f.page.save(visitItem(0, { note: 'other' }))).rejects.toMatchObject({
      code: 'ALREADY_RECEIVED',
    });
    expect(await f.page.save(visitItem(0))).toMatchObject({ state: 'received' });
    await f.world.pass(MINUTE);
    expect(f.sends()).toBe(1);
  });

  it('edited while the service was recording it says that the service has it as it was before', async () => {
    const f = await heldUp();
    await f.page.save(visitItem(0, { note: 'edited' }));
    f.deliver();
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'needsAttention', lastProblem: { code: 'VISIT_ID_TAKEN' } });
    expect(await f.notes()).toEqual(['note 0']);
  });

  it('of another account cannot be changed', async () => {
    const f = await offline();
    await f.page.save(visitItem(0));
    const theirs = visitItem(0, { account: accountOf(1), note: 'mine now' });
    await expect(f.page.save(theirs)).rejects.toMatchObject({ code: 'OTHER_ACCOUNT' });
    expect(f.item(0)).toMatchObject({ accountId: accountOf(0) });
  });

  it('is removed with a reason, is not sent, and can be put back for a month', async () => {
    let down = true;
    const f = await field({
      answering: (url) => (down && isVisit(0)(url) ? Promise.reject(new TypeError()) : null),
    });
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE);
    await f.page.outbox.remove(idOf(0), 'It was a trial.');
    down = false;
    await f.world.pass(DAY);
    expect(await f.notes()).toEqual([]);
    expect(f.item(0)).toMatchObject({ state: 'removed', removed: { reason: 'It was a trial.' } });
    expect(f.summary()).toMatchObject({ unsent: 0, everythingReceived: true });
    await f.page.outbox.tryAgain(idOf(0));
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    expect(await f.notes()).toEqual(['note 0']);
  });

  it('removed while the service was recording it is told as received', async () => {
    const f = await heldUp();
    await f.page.outbox.remove(idOf(0), 'It was a trial.');
    f.deliver();
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'received', removed: null });
  });

  it('saved in the moment in which the sender ends its round is sent', async () => {
    const f = await field();
    await f.world.pass(MINUTE);
    let end = (): void => {};
    f.device.linger(new Promise<void>((ended) => (end = ended)));
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE);
    end();
    await f.world.pass(MINUTE);
    expect(f.item(0)?.state).toBe('received');
  });

  it('received is forgotten after thirty days', async () => {
    const f = await field();
    await f.page.save(visitItem(0));
    await f.world.pass(29 * DAY);
    expect(f.states()).toEqual(['received']);
    await f.world.pass(2 * DAY);
    expect(f.states()).toEqual([]);
  });

  it('can be a correction, an answer to a review or a step of the procedure as well', async () => {
    const f = await field();
    const accountId = accountOf(0);
    await f.page.save({
      id: 'right',
      kind: 'correction',
      accountId,
      payload: {
        readingId: 'v0-a-persons-2018-01-22',
        correction: { value: 3, evidence: 'document', reason: 'The booklet says three.' },
      },
    });
    await f.page.save({
      id: 'answer',
      kind: 'reviewAnswer',
      accountId,
      payload: { visitId: 'v0-jan', note: 'mended' },
    });
    await f.page.save({
      id: 'step',
      kind: 'procedureStep',
      accountId,
      payload: {
        householdId: 'v0-a',
        said: {
          step: 'appraisal',
          outcome: 'refused',
          on: '2018-07-10',
          until: null,
          people: [' Villagers '],
          note: 'below the line ',
        },
      },
    });
    await f.page.save({
      id: 'question',
      kind: 'questionAnswer',
      accountId,
      payload: {
        villageId: 'v0',
        said: { key: 'causeTwice/v0-a', readingIds: [], outcome: 'dismissed', reason: ' both are so ' },
      },
    });
    await f.world.pass(MINUTE);
    expect(f.device.items.get('right')).toMatchObject({ state: 'received' });
    expect(f.device.items.get('question')).toMatchObject({ state: 'received' });
    expect(f.device.items.get('step')).toMatchObject({ state: 'received' });
    expect(f.device.items.get('answer')).toMatchObject({
      state: 'needsAttention',
      lastProblem: { code: 'NOT_SENT_BACK' },
    });
  });

  it('goes into a file with everything that is known of it', async () => {
    const f = await offline();
    await f.page.save(visitItem(0));
    const { items } = f.page.outbox.view();
    const { content, name } = await exportOf(items, {
      photos: f.device.photos.store,
      now: new Date(0),
      name: 'outbox',
    });
    expect(name).toBe('outbox.json');
    const file = JSON.parse(content as string) as { items: unknown[] };
    expect(file).toMatchObject({ what: 'contact-point-outbox', exportedAt: '1970-01-01T00:00:00.000Z' });
    expect(file.items).toEqual([JSON.parse(JSON.stringify(f.item(0)))]);
  });
});

describe('"send now"', () => {
  it('makes everything due that waits, and leaves what was refused', async () => {
    let down = true;
    const f = await field({
      answering: (url) =>
        isVisit(1)(url)
          ? refusal(404, 'VILLAGE_NOT_FOUND')
          : down && isVisit(0)(url)
            ? refusal(503, 'UNAVAILABLE', { 'retry-after': '3600' })
            : null,
    });
    await f.page.save(visitItem(0));
    await f.page.save(visitItem(1));
    await f.world.pass(MINUTE);
    down = false;
    await f.world.pass(10 * MINUTE);
    expect(f.states()).toEqual(['saved', 'needsAttention']);
    await f.page.outbox.hurry('unanswered');
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    expect(f.states()).toEqual(['saved', 'needsAttention']);
    await f.page.outbox.hurry('all');
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    expect(f.states()).toEqual(['received', 'needsAttention']);
    expect(f.item(1)?.attempts).toBe(1);
  });
});

describe('payloads of other versions', () => {
  /** As if a later program kept more beside the visit. */
  const later: Kinds = {
    ...kinds,
    visit: {
      ...kinds.visit,
      payload: z.strictObject({ draft: visitDraft, photos: z.array(z.string()) }),
      upcasters: [...kinds.visit.upcasters, (earlier) => ({ ...(earlier as object), photos: [] })],
    },
  };
  const withPhotos = { ...visitItem(0).payload, photos: ['gate'] };

  it('of an earlier program are brought up and sent by the newest, under the hash that they had', async () => {
    let down = true;
    const f = await field({ answering: () => (down ? Promise.reject(new TypeError()) : null) });
    const saved = await f.page.save(visitItem(0));
    f.page.kill();
    await f.open(later);
    down = false;
    await f.world.pass(10 * MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'received', payloadVersion: 3, hash: saved.hash });
    expect(f.item(0)?.payload).toMatchObject({ photos: [] });
    expect(await f.notes()).toEqual(['note 0']);
  });

  it('of a later program are left alone by an old page that is still open, and counted by it', async () => {
    const f = await field({
      answering: (url, tries) =>
        tries < 3 && url.endsWith('/about') ? Promise.reject(new TypeError()) : null,
    });
    const newer = await f.open(later);
    await newer.outbox.put({ ...visitItem(0), payload: withPhotos });
    newer.kill();
    void f.page.sender.wake();
    await f.world.pass(10 * MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'saved', attempts: 0, payloadVersion: 3 });
    expect(f.summary()).toMatchObject({ unsent: 1, everythingReceived: false });
    await f.open(later);
    await f.world.pass(10 * MINUTE);
    expect(f.item(0)?.state).toBe('received');
  });

  it('that nobody can read stay, say so, and hold back nobody', async () => {
    const f = await field();
    const saved = await f.page.outbox.put(visitItem(0));
    f.device.items.set(idOf(0), { ...saved, payload: { draft: 'spoilt' } });
    await f.page.save(visitItem(1));
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({
      state: 'needsAttention',
      lastProblem: { code: 'UNREADABLE' },
      attempts: 0,
    });
    expect(f.item(1)?.state).toBe('received');
  });
});
