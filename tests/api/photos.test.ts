import { array, assert, asyncProperty, nat } from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '#src/domain/account.ts';
import { contentHash } from '#src/domain/content-hash.ts';
import { PHOTO_LIMITS } from '#src/domain/photo.ts';
import type { Role } from '#src/domain/permission.ts';
import { base64Of, COMMENT, EXIF, jpeg, pieceOf } from '#tests/support/jpeg.ts';
import { inMemory } from '#tests/support/memory-ports.ts';
import { partsOf, requestOf } from '#tests/support/requests.ts';
import { seeded } from '#tests/support/seed.ts';
import { seatsFor, targetAndOthers } from '#tests/support/target.ts';
import { watched, type Watched } from '#tests/support/watched.ts';

const VISIT = 'target-jan';
const person = (role: Role): Actor => ({
  id: role.toLowerCase(),
  name: role,
  role,
  places: role === 'villageCadre' ? seatsFor.village.places.own : seatsFor.village.places.child,
  via: 'session',
});
const cadre = person('villageCadre');

let service: Watched;
beforeEach(async () => {
  service = await watched(inMemory, targetAndOthers());
});

async function asked(actor: Actor, request: Request): Promise<{ status: number; body: unknown }> {
  const { status, text } = await service.ask(actor, request);
  return { status, body: JSON.parse(text) as unknown };
}
const send = (piece: object, visitId = VISIT) =>
  asked(cadre, requestOf(partsOf('sendPhoto', { visitId, ...piece })));
const list = async (actor: Actor) =>
  (await asked(actor, requestOf(partsOf('photos', { visitId: VISIT })))).body;
const show = (actor: Actor, photoId: string, to?: string) =>
  asked(actor, requestOf(partsOf('photo', { visitId: VISIT, photoId, to })));

it('takes a photo whole, tells what it has, and shows it again byte by byte', async () => {
  const bytes = jpeg({ scan: 5000, width: 1600, height: 900 });
  const piece = await pieceOf('p', bytes);
  const { size, sha256 } = piece;
  const hash = await contentHash({ id: 'p', visitId: VISIT, size, sha256 });
  const received = await send(piece);
  expect(received).toMatchObject({
    status: 200,
    body: { id: 'p', visitId: VISIT, received: size, sequence: 1, hash },
  });
  expect(await list(cadre)).toEqual([
    {
      id: 'p',
      visitId: VISIT,
      sequence: 1,
      size,
      width: 1600,
      height: 900,
      recordedOn: '2018-07-16',
      recordedBy: cadre.name,
    },
  ]);
  expect(await show(cadre, 'p')).toEqual({
    status: 200,
    body: { id: 'p', visitId: VISIT, type: 'image/jpeg', bytes: base64Of(bytes) },
  });
  // Whatever comes of it again: the same receipt.
  expect(await send(piece)).toEqual(received);
  expect(await send({ ...piece, bytes: '' })).toEqual(received);
});

it('goes on where it was cut, wherever that is', async () => {
  const bytes = jpeg({ scan: 3000 });
  await assert(
    asyncProperty(array(nat(bytes.length), { maxLength: 6 }), nat(1_000_000), async (cuts, n) => {
      service = await watched(inMemory, targetAndOthers());
      const id = `p${n}`;
      let at = 0;
      // Each piece is sent, its answer is lost, and it is asked how far it is.
      for (const to of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
        if (to > at) await send(await pieceOf(id, bytes, at, to));
        const { body } = await send(await pieceOf(id, bytes, 0, 0));
        at = (body as { received: number }).received;
        expect(at).toBe(to);
      }
      expect(await list(cadre)).toMatchObject([{ id, size: bytes.length }]);
    }),
    seeded(25),
  );
});

it('begins again when its end does not fit its hash, and keeps nothing of that', async () => {
  const bytes = jpeg({ scan: 900 });
  const damaged = bytes.map((byte, at) => (at === 700 ? byte ^ 1 : byte));
  const half = await pieceOf('p', bytes, 0, 600);
  expect(await send(half)).toMatchObject({ body: { received: 600 } });
  const end = { ...half, at: 600, bytes: base64Of(damaged.subarray(600)) };
  expect(await send(end)).toEqual({ status: 200, body: { id: 'p', visitId: VISIT, received: 0 } });
  expect(await list(cadre)).toEqual([]);
  expect(await send(await pieceOf('p', bytes))).toMatchObject({ body: { sequence: 1 } });
});

it('refuses what is no picture and what tells more than the picture, and takes the others', async () => {
  const refusals = {
    words: new TextEncoder().encode('<html>sign in to this network</html>'),
    cut: jpeg().slice(0, 90),
    png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    exif: jpeg({ before: EXIF }),
    comment: jpeg({ before: COMMENT }),
  };
  const found: Record<string, unknown> = {};
  for (const [id, bytes] of Object.entries(refusals)) {
    const { status, body } = await send(await pieceOf(id, bytes));
    found[id] = [status, (body as { code?: string }).code];
    // It is let go of: the good one under the same id is taken.
    expect(await send({ ...(await pieceOf(id, bytes)), bytes: '' })).toMatchObject({ body: { received: 0 } });
  }
  const notJpeg = [422, 'PHOTO_NOT_JPEG'];
  const more = [422, 'PHOTO_CARRIES_MORE'];
  expect(found).toEqual({ words: notJpeg, cut: notJpeg, png: notJpeg, exif: more, comment: more });
  expect(await send(await pieceOf('good', jpeg()))).toMatchObject({ body: { sequence: 1 } });
});

it('refuses a photo of no bytes and one of 25 MB before it has any of it', async () => {
  const piece = await pieceOf('p', jpeg());
  const none = await send({ ...piece, size: 0, bytes: '' });
  const huge = await send({ ...piece, size: 25_000_000 });
  const past = await send({ ...piece, at: 1 });
  const long = await send({ ...piece, size: PHOTO_LIMITS.bytes, bytes: base64Of(new Uint8Array(200_000)) });
  for (const { status, body } of [none, huge, past, long]) {
    expect([status, (body as { code: string }).code]).toEqual([400, 'BAD_REQUEST']);
  }
  const body = JSON.stringify({ ...piece, bytes: base64Of(new Uint8Array(25_000_000)) });
  const headers = { 'content-type': 'application/json' };
  const request = new Request(`http://service.test/api/visits/${VISIT}/photos`, {
    method: 'POST',
    headers,
    body,
  });
  expect(await asked(cadre, request)).toMatchObject({ status: 413 });
  expect(await list(cadre)).toEqual([]);
});

it('takes two equal ones under two ids, and no other content under a known one', async () => {
  const bytes = jpeg();
  expect(await send(await pieceOf('one', bytes))).toMatchObject({ body: { sequence: 1 } });
  expect(await send(await pieceOf('two', bytes))).toMatchObject({ body: { sequence: 2 } });
  const other = await pieceOf('one', jpeg({ seed: 9 }));
  expect(await send(other)).toMatchObject({ status: 409, body: { code: 'PHOTO_ID_TAKEN' } });
  expect(await send(await pieceOf('one', bytes), 'target-jul')).toMatchObject({
    status: 409,
    body: { code: 'PHOTO_ID_TAKEN' },
  });
});

it('takes ten of a visit', async () => {
  for (let n = 1; n <= 10; n += 1) {
    expect(await send(await pieceOf(`p${n}`, jpeg({ seed: n })))).toMatchObject({ body: { sequence: n } });
  }
  expect(await send(await pieceOf('p11', jpeg({ seed: 11 })))).toMatchObject({
    status: 422,
    body: { code: 'TOO_MANY_PHOTOS' },
  });
});

it('tells an auditor that there is a photo, and not what it shows', async () => {
  const bytes = jpeg();
  await send(await pieceOf('p', bytes));
  const auditor = person('auditor');
  expect(await list(auditor)).toMatchObject([{ id: 'p', width: 16 }]);
  expect(JSON.stringify(await list(auditor))).not.toContain((await pieceOf('p', bytes)).sha256);
  expect(await show(auditor, 'p')).toMatchObject({ status: 403 });
  expect(await show(person('office'), 'p')).toMatchObject({ status: 200 });
  expect(await show(cadre, 'none')).toMatchObject({ status: 404, body: { code: 'PHOTO_NOT_FOUND' } });
  const { body } = await asked(auditor, requestOf(partsOf('audit', {})));
  expect(body).toMatchObject({
    entries: [
      { action: 'viewPhotos', actor: { id: 'office' }, subject: { kind: 'visit', id: VISIT } },
      { action: 'recordPhoto', actor: { id: cadre.id }, after: { photoId: 'p', bytes: bytes.length } },
    ],
  });
});

it('writes apart that photos were looked at and that they were taken along, each once an hour', async () => {
  const bytes = jpeg();
  await send(await pieceOf('p', bytes));
  await send(await pieceOf('q', jpeg({ seed: 2 })));
  const office = person('office');
  for (const [id, to] of [['p'], ['p', 'keep'], ['q', 'keep'], ['q', 'look']] as const) {
    expect(await show(office, id, to)).toMatchObject({ status: 200, body: { id } });
  }
  expect(await show(office, 'p', 'sell')).toMatchObject({ status: 400 });
  const { body } = await asked(person('auditor'), requestOf(partsOf('audit', { actorId: 'office' })));
  expect((body as { entries: { action: string }[] }).entries.map((e) => e.action)).toEqual([
    'takePhotos',
    'viewPhotos',
  ]);
});

it('takes no photo of a visit that is not known, or is not the sender’s to record', async () => {
  const piece = await pieceOf('p', jpeg());
  expect(await send(piece, 'nothing')).toMatchObject({ status: 404, body: { code: 'VISIT_NOT_FOUND' } });
  const request = requestOf(partsOf('sendPhoto', { visitId: VISIT, ...piece }));
  expect((await asked(person('office'), request)).status).toBe(403);
});
