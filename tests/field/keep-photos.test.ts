import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { keepPhotos, MOST_BYTES, photosHere } from '#src/app/keep-photos.ts';
import { createMemoryPhotos } from '#tests/support/field/photos.ts';
import { createPhone } from '#tests/support/field/reads.ts';

const ME = 'me';
const SECRET = '照片里的内容';
const MB = 1_000_000;
/** A village's photos, the newest first, each of so many bytes. */
const listed = (ids: string, size = 300_000) =>
  [...ids].map((id) => ({ id, visitId: `visit of ${id}`, size }));

async function phone() {
  const { lying, storage, page } = createPhone();
  const { vault, reads } = page();
  await vault.enter(ME);
  const { store: taken } = createMemoryPhotos();
  const asked: string[] = [];
  const told: string[] = [];
  const world = { left: 1e9, answer: async (id: string): Promise<unknown> => ({ id, bytes: SECRET }) };
  const place = { reads, taken, accountId: ME };
  const parts = {
    ...place,
    room: async () => ({ used: 0, left: world.left, persisted: true }),
    fetchPhoto: ({ id }: { id: string }) => {
      asked.push(id);
      return world.answer(id);
    },
  };
  return {
    lying,
    storage,
    vault,
    taken,
    asked,
    told,
    world,
    keep: (photos: ReturnType<typeof listed>) =>
      keepPhotos(parts, 'v', photos, (done, of) => told.push(`${done}/${of}`)),
    here: () => photosHere(place, 'v'),
  };
}

it('keeps the newest, tells how far it is, and the next time asks for what is new alone', async () => {
  const p = await phone();
  expect(await p.here()).toBeNull();
  await p.keep(listed('cba'));
  expect(p.asked).toEqual(['c', 'b', 'a']);
  expect(p.told).toEqual(['0/3', '1/3', '2/3']);
  expect(await p.here()).toEqual({ here: 3, of: 3 });
  await p.keep(listed('dcba'));
  expect(p.asked).toEqual(['c', 'b', 'a', 'd']);
  expect(await p.here()).toEqual({ here: 4, of: 4 });
});

it('keeps no more than fits, and lets go of the oldest for what is newer', async () => {
  const p = await phone();
  const size = 6 * MB;
  expect(MOST_BYTES).toBe(20 * MB);
  await p.keep(listed('dcba', size));
  expect(p.asked).toEqual(['d', 'c', 'b']);
  expect(await p.here()).toEqual({ here: 3, of: 4 });
  const before = p.lying.size;
  await p.keep(listed('edcba', size));
  expect(p.asked).toEqual(['d', 'c', 'b', 'e']);
  expect(await p.here()).toEqual({ here: 3, of: 5 });
  expect(p.lying.size).toBe(before);
});

it('does not ask for what this device took itself', async () => {
  const p = await phone();
  await p.taken.keep({ id: 'b', accountId: ME, keptAt: 0 }, new Uint8Array([1]));
  await p.taken.keep({ id: 'a', accountId: 'another', keptAt: 0 }, new Uint8Array([1]));
  await p.keep(listed('cba'));
  expect(p.asked).toEqual(['c', 'a']);
  expect(await p.here()).toEqual({ here: 3, of: 3 });
});

it('goes on another time where the line broke off', async () => {
  const p = await phone();
  const { answer } = p.world;
  p.world.answer = (id) => (id === 'b' ? Promise.reject(new TypeError('fetch failed')) : answer(id));
  await p.keep(listed('cba'));
  expect(p.asked).toEqual(['c', 'b']);
  expect(await p.here()).toEqual({ here: 1, of: 3 });
  p.world.answer = answer;
  await p.keep(listed('cba'));
  expect(p.asked).toEqual(['c', 'b', 'b', 'a']);
  expect(await p.here()).toEqual({ here: 3, of: 3 });
});

it('passes over what the service does not have any more, and stops where the right is gone', async () => {
  const p = await phone();
  const { answer } = p.world;
  const refusing = (code: string, status: number) => {
    p.world.answer = (id) => (id === 'b' ? Promise.reject(new ORPCError(code, { status })) : answer(id));
  };
  refusing('FORBIDDEN', 403);
  await p.keep(listed('cba'));
  expect(p.asked).toEqual(['c', 'b']);
  refusing('PHOTO_NOT_FOUND', 404);
  await p.keep(listed('cba'));
  expect(p.asked).toEqual(['c', 'b', 'b', 'a']);
  expect(await p.here()).toEqual({ here: 2, of: 3 });
});

it('leaves room for what is typed, and says no more than is true where nothing can be written', async () => {
  const p = await phone();
  p.world.left = 39 * MB;
  await p.keep(listed('cba'));
  expect(p.asked).toEqual([]);
  p.world.left = 1e9;
  const put = p.storage.put;
  p.storage.put = (reads) =>
    reads.some(({ id }) => id.includes('visit of b')) ? Promise.reject(new Error('no room')) : put(reads);
  await p.keep(listed('cba'));
  expect(p.asked).toEqual(['c', 'b']);
  expect(await p.here()).toEqual({ here: 1, of: 3 });
});

it('lies sealed, and all of it is let go of for whoever may not see it any more', async () => {
  const p = await phone();
  await p.keep(listed('cba'));
  const bytes = [...p.lying.values()].map(({ sealed }) => Buffer.from(sealed.bytes).toString('utf8'));
  expect(JSON.stringify([...p.lying]) + bytes.join('')).not.toContain(SECRET);
  await p.keep([]);
  expect(await p.here()).toEqual({ here: 0, of: 0 });
  expect([...p.lying.values()].map(({ id }) => id)).toEqual(['photos of v']);
});
