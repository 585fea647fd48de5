import { describe, expect, it } from 'vitest';
import type { Records } from '#src/offline/idb-records.ts';
import { sealPhotos, type PhotoRecord } from '#src/offline/photo-store.ts';
import { reasonWentOnAs } from '#src/offline/outbox-item.ts';
import { photoProgress } from '#src/offline/photo-progress.ts';
import { field, HOUR, idOf, MINUTE, visitItem } from '#tests/support/field/field.ts';
import { chance } from '#tests/support/field/random.ts';
import { accountOf, EVERYONE } from '#tests/support/field/service.ts';
import { createMemoryKeys } from '#tests/support/field/vault.ts';
import { EXIF, jpeg, pieceOf } from '#tests/support/jpeg.ts';
import { seed } from '#tests/support/seed.ts';

const ME = accountOf(0);
type Field = Awaited<ReturnType<typeof field>>;
const isPhotos = (url: string) => url.endsWith('/photos');

/** Puts a photo of the n-th visit on the phone. */
async function add(f: Field, n: number, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await f.device.photos.store.keep({ id, accountId: ME, keptAt: 0 }, bytes);
  const { size, sha256 } = await pieceOf(id, bytes);
  await f.page.save({ id, kind: 'photo', accountId: ME, payload: { visitId: idOf(n), size, sha256 } });
}
const photosOf = (f: Field, n = 0) => f.service.stores.as(EVERYONE).photosOf(idOf(n));
const stateOf = (f: Field, id: string) => f.device.items.get(id)?.state;
const progress = (f: Field) => photoProgress(f.page.outbox.view().items, idOf(0));
const big = (seed: number, scan = 135_000) => jpeg({ scan, seed });

describe('photos of a visit', () => {
  it('wait for their visit, then go piece by piece, after all that is text', async () => {
    const f = await field();
    await add(f, 0, 'early', jpeg());
    await f.page.save(visitItem(0));
    for (const n of [1, 2, 3]) await add(f, 0, `p${n}`, big(n));
    await f.page.save(visitItem(1));
    await f.world.pass(10 * MINUTE);
    expect(progress(f)).toEqual({ received: 4, total: 4 });
    expect((await photosOf(f)).map((p) => p.id).toSorted()).toEqual(['early', 'p1', 'p2', 'p3']);
    const paths = f.asked.filter(({ method }) => method !== 'GET').map(({ path }) => path);
    const lastText = paths.findLastIndex((path) => !isPhotos(path));
    const firstOfVisit = paths.indexOf(`/api/visits/${idOf(0)}`);
    expect(paths.slice(0, firstOfVisit).filter((path) => isPhotos(path)).length).toBeLessThanOrEqual(1);
    expect(paths.slice(lastText).length).toBeGreaterThan(8);
    expect(f.summary()).toMatchObject({ unsent: 0, everythingReceived: true });
  });

  it('are told as "1 of 3" while the others cannot come through, and go on where they were cut', async () => {
    let pieces = 0;
    let cut = true;
    const f = await field({
      answering: async (url, _tries, go) => {
        if (!isPhotos(url)) return null;
        pieces += 1;
        if (cut && pieces > 4) throw new TypeError('fetch failed');
        return go();
      },
    });
    await f.page.save(visitItem(0));
    for (const n of [1, 2, 3]) await add(f, 0, `p${n}`, big(n));
    await f.world.pass(10 * MINUTE);
    expect(progress(f)).toEqual({ received: 1, total: 3 });
    expect(f.summary()).toMatchObject({ unsent: 2, everythingReceived: false });
    cut = false;
    const before = pieces;
    await f.world.pass(15 * MINUTE);
    expect(progress(f)).toEqual({ received: 3, total: 3 });
    // p2 had one piece there: it was asked about, and two more came; p3 was asked about, and came whole.
    expect(pieces - before).toBeLessThanOrEqual(8);
  });

  it('that are bad hold back no others, stay, and say why', async () => {
    const f = await field();
    await f.page.save(visitItem(0));
    await add(f, 0, 'words', new TextEncoder().encode('<html>'));
    await add(f, 0, 'exif', jpeg({ before: EXIF }));
    await add(f, 0, 'gone', jpeg({ seed: 5 }));
    f.device.photos.pictures.delete('gone');
    await add(f, 0, 'one', jpeg());
    await add(f, 0, 'equal', jpeg());
    await f.world.pass(10 * MINUTE);
    expect((await photosOf(f)).map((p) => p.id).toSorted()).toEqual(['equal', 'one']);
    const why = ['words', 'exif', 'gone'].map((id) => f.device.items.get(id)?.lastProblem?.code);
    expect(why).toEqual(['PHOTO_NOT_JPEG', 'PHOTO_CARRIES_MORE', 'UNREADABLE']);
    expect(['words', 'exif', 'gone', 'one'].map((id) => stateOf(f, id))).toEqual([
      'needsAttention',
      'needsAttention',
      'needsAttention',
      'received',
    ]);
  });

  it('damaged on the way begin again, and arrive as they were', async () => {
    let damaged = 0;
    const f = await field({
      answering: async (url, _tries, go) => {
        // What the service has is not what was sent: it lets go of it, and says so.
        if (!isPhotos(url) || damaged > 0) return null;
        damaged += 1;
        await go();
        return Response.json({ id: 'p', visitId: idOf(0), received: 0 });
      },
    });
    await f.page.save(visitItem(0));
    await add(f, 0, 'p', big(1));
    await f.world.pass(MINUTE);
    await f.world.pass(10 * MINUTE);
    expect(damaged).toBe(1);
    expect(stateOf(f, 'p')).toBe('received');
    expect(await photosOf(f)).toMatchObject([{ id: 'p', size: big(1).length }]);
  });

  it('of a visit that the service has as it was before go to that one, also when it is saved as another', async () => {
    let deliver = (): void => {};
    const delivered = new Promise<void>((open) => (deliver = open));
    const f = await field({
      async answering(url, tries, go) {
        if (!url.endsWith(idOf(0)) || tries > 1) return null;
        const answer = await go();
        await delivered;
        return answer;
      },
    });
    const backup = f.service.backup();
    await f.page.save(visitItem(0));
    await add(f, 0, 'p', jpeg());
    await f.world.pass(MINUTE / 6);
    await f.page.save(visitItem(0, { note: 'edited' }));
    deliver();
    await f.world.pass(MINUTE / 6);
    expect(f.item(0)?.lastProblem?.code).toBe('VISIT_ID_TAKEN');
    await f.page.save({ ...visitItem(0, { note: 'edited' }), id: idOf(1) });
    await f.page.outbox.remove(idOf(0), reasonWentOnAs(idOf(1)));
    await f.world.pass(10 * MINUTE);
    expect(stateOf(f, 'p')).toBe('received');
    expect((await photosOf(f)).map(({ id }) => id)).toEqual(['p']);
    expect(f.summary()).toMatchObject({ unsent: 0, everythingReceived: true });

    // The visit as it was before is on no phone any more: a backup without it leaves the other one to be offered.
    await f.service.restore(backup);
    await f.world.pass(31 * MINUTE);
    expect(await f.notes()).toEqual(['edited']);
    expect((await photosOf(f, 1)).map(({ id }) => id)).toEqual(['p']);
    expect(f.summary()).toMatchObject({ unsent: 0, everythingReceived: true });
  });

  it.each([
    { of: 'that had been received', isReceived: true },
    { of: 'that is the first that the service refuses', isReceived: false },
  ])('$of come to the visit as it is now where a backup has no such visit', async ({ isReceived }) => {
    let isShut = !isReceived;
    let lose = (): void => {};
    const lost = new Promise<void>((open) => (lose = open));
    const f = await field({
      async answering(url, tries, go) {
        if (isPhotos(url) && isShut) throw new TypeError('fetch failed');
        if (!url.endsWith(idOf(0)) || tries > 1) return null;
        await go();
        await lost;
        throw new TypeError('fetch failed');
      },
    });
    const backup = f.service.backup();
    await f.page.save(visitItem(0));
    await add(f, 0, 'p', jpeg());
    await f.world.pass(MINUTE / 6);
    await f.page.save(visitItem(0, { note: 'edited' }));
    lose();
    await f.world.pass(MINUTE);
    expect(f.item(0)?.lastProblem?.code).toBe('VISIT_ID_TAKEN');
    expect(stateOf(f, 'p')).toBe(isReceived ? 'received' : 'saved');
    await f.service.restore(backup);
    isShut = false;
    // By then the service was asked for its epoch again, and for no photo that it refused.
    await f.world.pass(31 * MINUTE);
    expect(await f.notes()).toEqual(['edited']);
    expect((await photosOf(f)).map(({ id }) => id)).toEqual(['p']);
    expect(f.summary()).toMatchObject({ unsent: 0, everythingReceived: true });
  });

  it('of a visit that was removed stay where they are', async () => {
    const f = await field({
      answering: (url) => (url.endsWith(idOf(0)) ? Promise.reject(new TypeError()) : null),
    });
    await f.page.save(visitItem(0));
    await add(f, 0, 'p', jpeg());
    await f.page.outbox.remove(idOf(0), 'a trial');
    await f.world.pass(HOUR);
    expect(f.asked.some(({ path }) => isPhotos(path))).toBe(false);
    expect(stateOf(f, 'p')).toBe('saved');
  });

  it(`are neither lost nor doubled nor stuck on a bad network (seed ${seed})`, async () => {
    const found = [];
    for (let world = 0; world < 5; world += 1) {
      const luck = chance(seed + world);
      let healthy = false;
      const f = await field({
        answering: (url, _tries, go) => {
          if (healthy || !isPhotos(url)) return null;
          if (luck.hits(0.25)) return Promise.reject(new TypeError('request lost'));
          if (!luck.hits(0.25)) return null;
          return go().then(() => Promise.reject(new TypeError('answer lost')));
        },
      });
      await f.page.save(visitItem(0));
      for (let n = 0; n < 4; n += 1) await add(f, 0, `p${n}`, big(n, luck.between(10, 140_000)));
      await f.world.pass(HOUR);
      healthy = true;
      await f.world.pass(HOUR);
      const there = (await photosOf(f)).map((p) => p.id);
      const stuck = [...f.device.items.values()].filter((i) => i.state !== 'received').length;
      found.push({ lost: 4 - new Set(there).size, doubled: there.length - new Set(there).size, stuck });
    }
    expect(found).toEqual(Array.from({ length: 5 }, () => ({ lost: 0, doubled: 0, stuck: 0 })));
  });
});

function memoryRecords(): Records<PhotoRecord> & { lying: Map<string, PhotoRecord> } {
  const lying = new Map<string, PhotoRecord>();
  return {
    lying,
    all: async () => [...lying.values()],
    keys: async () => [...lying.keys()],
    get: async (id) => lying.get(id) ?? null,
    async change(id, decide) {
      const after = decide(lying.get(id) ?? null);
      if (after) lying.set(id, after);
      else lying.delete(id);
      return after;
    },
  };
}

describe('pictures on the device', () => {
  const opened = async () => {
    const vault = createMemoryKeys().open();
    const records = memoryRecords();
    const store = sealPhotos(records, vault);
    vault.add(store);
    await vault.enter(ME);
    return { vault, records, store };
  };
  const bytes = jpeg({ scan: 9000 });
  const text = () => Buffer.from(bytes).toString('base64').slice(40, 90);

  it('lie sealed, are read by their owner alone, and are sealed anew with a PIN', async () => {
    const { vault, records, store } = await opened();
    await store.keep({ id: 'p', accountId: ME, keptAt: 1 }, bytes);
    const lying = () =>
      JSON.stringify([...records.lying.values()], (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      );
    expect(lying()).not.toContain(text());
    expect(await store.read(ME, 'p')).toEqual(bytes);
    expect(await store.read(accountOf(1), 'p')).toBeNull();
    const before = lying();
    await vault.setPin('407193');
    expect(lying()).not.toBe(before);
    expect(await store.read(ME, 'p')).toEqual(bytes);
    await vault.lock();
    await expect(store.read(ME, 'p')).rejects.toMatchObject({ code: 'LOCKED' });
    await vault.giveUp(ME);
    expect(records.lying.size).toBe(0);
  });

  it('that nothing names are let go of after a while', async () => {
    const { records, store } = await opened();
    for (const [id, keptAt] of [
      ['named', 1],
      ['old', 1],
      ['new', 9],
    ] as const) {
      await store.keep({ id, accountId: ME, keptAt }, bytes);
    }
    await store.sweep((id) => id === 'named', 5);
    expect([...records.lying.keys()]).toEqual(['named', 'new']);
  });
});
