import { describe, expect, it } from 'vitest';
import {
  DAY,
  field,
  HOUR,
  idOf,
  isVisit,
  keeping,
  MINUTE,
  promising,
  visitItem,
} from '#tests/support/field/field.ts';
import { placeOf } from '#src/domain/place.ts';
import { accountOf, START } from '#tests/support/field/service.ts';

const never = new Promise<Response>(() => {});
const notesTo = (count: number): string[] => Array.from({ length: count }, (_, n) => `note ${n}`);

describe('an item is recorded once', () => {
  it('when the answer is lost after the commit, on every first try', async () => {
    const f = await field({
      async answering(url, tries, go) {
        if (tries > 1 || url.endsWith('/about')) return null;
        await go();
        throw new TypeError('fetch failed');
      },
    });
    for (let n = 0; n < 30; n += 1) await f.page.save(visitItem(n));
    await f.world.pass(HOUR);
    expect(new Set(f.states())).toEqual(new Set(['received']));
    expect(await f.notes()).toEqual(notesTo(30));
    expect(await f.acts()).toHaveLength(30);
    expect(f.sends()).toBe(60);
  });

  it('when the first request was cut to nothing on its way', async () => {
    const f = await field({
      async answering(url, tries) {
        if (!isVisit(0)(url) || tries > 1) return null;
        const headers = { 'content-type': 'application/json', 'x-session': accountOf(0) };
        return f.service.app(new Request(url, { method: 'PUT', headers, body: '' }));
      },
    });
    await f.page.save(visitItem(0));
    await f.world.pass(HOUR);
    expect(f.states()).toEqual(['received']);
    expect(f.sends()).toBe(2);
  });

  it('when fifty of the same arrive at once', async () => {
    const f = await field();
    const item = visitItem(0);
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => (await f.send(item, promising(item.payload))).text()),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await f.notes()).toEqual(['note 0']);
  });

  it('when "save" is tapped twice, in two pages', async () => {
    const f = await field();
    const other = await f.open();
    await Promise.all([
      f.page.save(visitItem(0)),
      f.page.save(visitItem(0)),
      other.save(visitItem(0)),
      other.save(visitItem(0)),
    ]);
    await f.world.pass(MINUTE);
    expect(await f.notes()).toEqual(['note 0']);
    expect(f.sends()).toBe(1);
    expect(f.summary(other)).toMatchObject({ everythingReceived: true });
  });

  it('when the page that sends it is killed, and another takes over', async () => {
    const f = await field({ answering: (url, tries) => (isVisit(0)(url) && tries === 1 ? never : null) });
    const other = await f.open();
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE / 10);
    expect(f.item(0)).toMatchObject({ state: 'sending', attempts: 1 });
    f.page.kill();
    void other.sender.wake();
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'received', attempts: 2 });
    expect(await f.notes()).toEqual(['note 0']);
  });
});

describe('accounts', () => {
  it('never send each other’s items, and each sends its own when it is back', async () => {
    const f = await field();
    f.signIn('nobody');
    await f.page.save(visitItem(0));
    await f.page.save(visitItem(1, { village: 1 }));
    await f.world.pass(HOUR);
    expect(f.sends()).toBe(0);
    expect(f.page.sender.status().obstacle).toBe('SIGN_IN_NEEDED');

    f.signIn(accountOf(1));
    void f.page.sender.wake();
    await f.world.pass(HOUR);
    expect(f.states()).toEqual(['saved', 'received']);
    expect(f.summary()).toMatchObject({ unsent: 0, ofOthers: 1, everythingReceived: false });

    f.signIn(accountOf(0));
    void f.page.sender.wake();
    await f.world.pass(HOUR);
    expect(f.states()).toEqual(['received', 'received']);
    const acts = await f.acts();
    expect(acts.map((a) => [a.subject.id, a.actor?.id]).toSorted()).toEqual([
      [idOf(0), accountOf(0)],
      [idOf(1), accountOf(1)],
    ]);
  });

  it('are held apart by the service when the session changes between the greeting and the item', async () => {
    const f = await field({
      answering(url) {
        if (isVisit(0)(url)) f.signIn(accountOf(1));
        return null;
      },
    });
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE);
    expect(await f.notes()).toEqual([]);
    expect(f.item(0)).toMatchObject({ state: 'saved', lastProblem: { code: 'OTHER_ACCOUNT', status: 401 } });
  });

  it('after two weeks without a session, everything is still there and arrives at the next', async () => {
    const f = await field();
    f.signIn('nobody');
    for (let n = 0; n < 5; n += 1) await f.page.save(visitItem(n));
    await f.world.pass(14 * DAY);
    f.signIn(accountOf(0));
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    expect(await f.notes()).toEqual(notesTo(5));
  });
});

describe('a village that was given to somebody else meanwhile', () => {
  it('takes nothing of who had it: what they saved stays, says why, holds back nothing, and arrives if they are seated again', async () => {
    const f = await field();
    const me = f.service.actors.get(accountOf(0));
    const [mine, other] = await f.service.records();
    if (!me || !mine || !other) throw new Error('the service has two villages and their cadres');
    const seat = (village: typeof mine.village): void =>
      void f.service.actors.set(me.id, { ...me, places: [placeOf(village)] });
    seat(other.village);
    await f.page.save(visitItem(0));
    await f.page.save(visitItem(1, { village: 1, account: me.id }));
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'needsAttention', lastProblem: { status: 404 } });
    expect(f.item(0)?.nextTryAt).not.toBeNull();
    expect(await f.notes()).toEqual(['note 1']);
    seat(mine.village);
    await f.world.pass(2 * HOUR);
    expect(f.item(0)?.state).toBe('received');
    expect(await f.notes()).toHaveLength(2);
  });
});

describe('a clock that is wrong', () => {
  const YEAR = 365 * DAY;

  it.each([
    ['a year ahead', YEAR],
    ['a year behind', -YEAR],
  ])('%s sends all the same; the service orders, and both say that it is off', async (_how, off) => {
    const f = await field({ ahead: () => off });
    for (let n = 0; n < 3; n += 1) await f.page.save(visitItem(n));
    await f.world.pass(MINUTE);
    expect(await f.notes()).toEqual(notesTo(3));
    expect(Math.abs((f.item(0)?.receipt?.receivedAt ?? 0) - START)).toBeLessThan(MINUTE);
    expect(Math.abs((f.item(0)?.createdAt ?? 0) - START)).toBeGreaterThan(YEAR - MINUTE);
    expect(Math.abs((f.page.sender.status().clockAhead ?? 0) - off)).toBeLessThan(2000);
    for (const act of await f.acts()) {
      expect(act.after?.['clockAheadSeconds']).toBeCloseTo(off / 1000, -1);
    }
    const sequences = [0, 1, 2].map((n) => f.item(n)?.receipt?.sequence ?? 0);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  });

  it('that goes back a year during a wait does not make an item wait for a year', async () => {
    let off = 0;
    let down = true;
    const f = await field({
      ahead: () => off,
      answering: (url) => (down && url.includes('/visits/') ? Promise.reject(new TypeError()) : null),
    });
    await f.page.save(visitItem(0));
    await f.world.pass(20 * MINUTE);
    off = -YEAR;
    down = false;
    await f.world.pass(10 * MINUTE);
    expect(f.item(0)?.state).toBe('received');
  });

  it.each([
    ['a year ahead', YEAR],
    ['a year behind', -YEAR],
  ])('%s does not make what was removed be forgotten before its month is over', async (_how, off) => {
    const f = await field({ ahead: () => off });
    await f.page.save(visitItem(0, { household: 'nobody' }));
    await f.world.pass(MINUTE);
    await f.page.outbox.remove(idOf(0), 'twice');
    await f.world.pass(29 * DAY);
    expect(f.states()).toEqual(['removed']);
    await f.world.pass(2 * DAY);
    expect(f.states()).toEqual([]);
  });

  it('a year ahead does not make what was received be forgotten', async () => {
    const f = await field({ ahead: () => YEAR });
    await f.page.save(visitItem(0));
    await f.world.pass(29 * DAY);
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    expect(f.states()).toEqual(['received']);
    await f.world.pass(2 * DAY);
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    expect(f.states()).toEqual([]);
  });
});

describe('a service that was restored from a backup', () => {
  it('is offered again what phones still hold, once, in the order in which it builds on itself', async () => {
    const f = await field();
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE);
    const backup = f.service.backup();
    await f.page.save({ ...visitItem(1), payload: promising(visitItem(1).payload) });
    await f.world.pass(MINUTE);
    await f.page.save({ ...visitItem(2), payload: keeping(visitItem(2).payload) });
    await f.world.pass(MINUTE);
    expect(f.summary().everythingReceived).toBe(true);

    await f.service.restore(backup);
    expect(await f.notes()).toEqual(['note 0']);
    await f.world.pass(HOUR);
    expect(await f.notes()).toEqual(notesTo(3));
    expect(f.summary().everythingReceived).toBe(true);
    const epoch = await f.service.stores.epoch();
    expect([0, 1, 2].map((n) => f.item(n)?.receipt?.epoch)).toEqual([epoch, epoch, epoch]);
  });

  it('gets what builds on another phone’s item when that one has offered its own', async () => {
    const f = await field();
    const backup = f.service.backup();
    const elsewhere = () => f.send(visitItem(0), promising(visitItem(0).payload));
    await elsewhere();
    await f.page.save({ ...visitItem(1), payload: keeping(visitItem(1).payload) });
    await f.world.pass(MINUTE);
    await f.service.restore(backup);
    await f.world.pass(HOUR);
    expect(f.item(1)).toMatchObject({
      state: 'needsAttention',
      lastProblem: { code: 'COMMITMENT_OF_ANOTHER_VILLAGE' },
    });
    expect(f.summary()).toMatchObject({ unsent: 1, needsAttention: 1, everythingReceived: false });
    await elsewhere();
    await f.world.pass(2 * HOUR);
    expect(f.item(1)?.state).toBe('received');
    expect((await f.notes()).toSorted()).toEqual(notesTo(2));
  });
});

describe('a visit that was changed while it was being recorded', () => {
  /** The service has it as it was first, and refuses it as it is now. */
  async function changedMeanwhile() {
    let lose = (): void => {};
    const lost = new Promise<void>((done) => (lose = done));
    const f = await field({
      async answering(url, tries, go) {
        if (!isVisit(0)(url) || tries > 1) return null;
        await go();
        await lost;
        throw new TypeError('fetch failed');
      },
    });
    await f.page.save(visitItem(9));
    await f.world.pass(MINUTE);
    const backup = f.service.backup();
    await f.page.save(visitItem(0, { note: 'first' }));
    await f.world.pass(MINUTE / 6);
    await f.page.save(visitItem(0, { note: 'changed' }));
    lose();
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'needsAttention', lastProblem: { code: 'VISIT_ID_TAKEN' } });
    return { f, backup };
  }

  it('is recorded as it is now by a service that was restored without it', async () => {
    const { f, backup } = await changedMeanwhile();
    await f.service.restore(backup);
    await f.world.pass(HOUR);
    expect(await f.notes()).toEqual(['note 9', 'changed']);
    expect(f.summary().everythingReceived).toBe(true);
  });

  it('is refused once more by one that was restored with it', async () => {
    const { f } = await changedMeanwhile();
    const sends = f.sends();
    await f.service.restore(f.service.backup());
    await f.world.pass(DAY);
    expect(await f.notes()).toEqual(['note 9', 'first']);
    expect(f.item(0)).toMatchObject({ state: 'needsAttention', lastProblem: { code: 'VISIT_ID_TAKEN' } });
    expect(f.sends()).toBe(sends + 2);
  });
});

describe('a visit that is refused, and asked about again', () => {
  it('stays refused with its reason while there is no answer', async () => {
    let isDown = false;
    const f = await field({
      answering: (url) => {
        if (isDown && isVisit(0)(url)) throw new TypeError('fetch failed');
        return null;
      },
    });
    await f.page.save(visitItem(0, { household: 'nobody' }));
    await f.world.pass(MINUTE);
    const why = { code: 'UNKNOWN_HOUSEHOLD', status: 422 };
    expect(f.item(0)).toMatchObject({ state: 'needsAttention', attempts: 1, lastProblem: why });
    isDown = true;
    await f.world.pass(3 * HOUR);
    expect(f.item(0)).toMatchObject({ state: 'needsAttention', lastProblem: why });
    expect(f.item(0)?.attempts).toBeGreaterThan(2);
    expect(f.summary()).toMatchObject({ unsent: 1, needsAttention: 1 });
  });
});

describe('a visit that somebody removed on the phone', () => {
  it('while it was on its way is shown as received when the service took it all the same', async () => {
    let answer = (): void => {};
    const held = new Promise<void>((done) => (answer = done));
    const f = await field({
      async answering(url, tries, go) {
        if (!isVisit(0)(url) || tries > 1) return null;
        const taken = await go();
        await held;
        return taken;
      },
    });
    await f.page.save(visitItem(0));
    await f.world.pass(MINUTE / 10);
    await f.page.outbox.remove(idOf(0), 'twice');
    expect(f.states()).toEqual(['removed']);
    answer();
    await f.world.pass(MINUTE);
    expect(f.item(0)).toMatchObject({ state: 'received', removed: null });
    expect(await f.notes()).toEqual(['note 0']);
    expect(f.sends()).toBe(1);
  });

  it('stays removed when the answer is lost, is not sent again by itself, and put back it is still there once', async () => {
    const f = await field({
      async answering(url, tries, go) {
        if (!isVisit(0)(url) || tries > 1) return null;
        await go();
        await f.page.outbox.remove(idOf(0), 'twice');
        throw new TypeError('fetch failed');
      },
    });
    await f.page.save(visitItem(0));
    await f.world.pass(DAY);
    expect(f.states()).toEqual(['removed']);
    expect(f.sends()).toBe(1);
    await f.page.outbox.tryAgain(idOf(0));
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    expect(f.states()).toEqual(['received']);
    expect(await f.notes()).toEqual(['note 0']);
  });

  it('is not brought back by a restored service, although it was received once', async () => {
    const f = await field();
    const empty = f.service.backup();
    await f.page.save(visitItem(0));
    await f.page.save(visitItem(1));
    await f.world.pass(MINUTE);
    // Offered again in vain, and removed while it is.
    await f.service.restore(empty);
    f.signIn('nobody');
    await f.page.outbox.offerAgain(accountOf(0), await f.service.stores.epoch());
    await f.page.outbox.remove(idOf(0), 'not here');
    f.signIn(accountOf(0));
    void f.page.sender.wake();
    await f.world.pass(MINUTE);
    expect(f.states()).toEqual(['removed', 'received']);
    await f.service.restore(empty);
    await f.world.pass(DAY);
    expect(f.states()).toEqual(['removed', 'received']);
    expect(await f.notes()).toEqual(['note 1']);
  });
});
