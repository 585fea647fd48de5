import { expect, it } from 'vitest';
import { dayInChina } from '#src/domain/day.ts';
import { exportOf, fileNameOf, withPhotos } from '#src/offline/outbox-export.ts';
import { field, idOf, visitItem } from '#tests/support/field/field.ts';
import { accountOf } from '#tests/support/field/service.ts';
import { jpeg, pieceOf } from '#tests/support/jpeg.ts';
import { unzip } from '#tests/support/unzip.ts';

const ME = accountOf(0);
const VISITED = '2018-07-10';
const pictures = [1, 2, 3].map((seed) => jpeg({ scan: 5000, seed }));

/** A phone without a network, with a visit and three photos in its outbox: two of that visit, one of an earlier one. */
async function phone() {
  const f = await field({ answering: () => Promise.reject(new TypeError('fetch failed')) });
  const visit = visitItem(0);
  await f.page.save({ ...visit, payload: { draft: { ...visit.payload.draft, on: VISITED } } });
  for (const [n, bytes] of pictures.entries()) {
    const { size, sha256 } = await pieceOf('', bytes);
    await f.device.photos.store.keep({ id: `p${n}`, accountId: ME, keptAt: 0 }, bytes);
    const visitId = idOf(n < 2 ? 0 : 9);
    await f.page.save({ id: `p${n}`, kind: 'photo', accountId: ME, payload: { visitId, size, sha256 } });
  }
  const all = () => f.page.outbox.view().items;
  const exported = (items = all(), name = 'outbox') =>
    exportOf(items, { photos: f.device.photos.store, now: new Date('2018-07-16T04:00:00Z'), name });
  const unpacked = async (items = all(), name = 'outbox') => {
    const { content } = await exported(items, name);
    const files = unzip(Buffer.from(await (content as Blob).arrayBuffer()));
    const told = JSON.parse(files.get(`${name}.json`)?.toString('utf8') ?? '') as { items: object[] };
    return { files, told };
  };
  /** One of them, with what goes along. */
  const alone = (id: string) => {
    const item = all().find((one) => one.id === id);
    if (!item) throw new Error(`${id} is not in the outbox`);
    const items = withPhotos(item, all());
    return { item, items, name: fileNameOf(item) };
  };
  return { ...f, exported, unpacked, alone };
}

it('carries the pictures as they would be sent, under names that the text beside them tells', async () => {
  const f = await phone();
  expect(await f.exported()).toMatchObject({ name: 'outbox.zip', type: 'application/zip', unread: 0 });
  const { files, told } = await f.unpacked();
  expect(told).toMatchObject({ what: 'contact-point-outbox', version: 2 });
  expect(told.items).toHaveLength(4);
  const paths = ['p0', 'p1', 'p2'].map((id) => told.items.find((item) => 'id' in item && item.id === id));
  const names = paths.map((item) => (item as { file: string }).file);
  expect([...files.keys()].toSorted()).toEqual(['outbox.json', ...names].toSorted());
  expect(names.map((name) => files.get(name))).toEqual(pictures.map((bytes) => Buffer.from(bytes)));
  // By the day of its visit; where that is not here, by the day on which it was saved.
  const saved = dayInChina(new Date(f.item(0)?.createdAt ?? 0));
  expect(names).toEqual([`photos/${VISITED}-1.jpg`, `photos/${VISITED}-2.jpg`, `photos/${saved}-3.jpg`]);
  expect(saved).not.toBe(VISITED);
});

it('says how many could not be read, and carries the others', async () => {
  const f = await phone();
  f.device.photos.pictures.delete('p0');
  const { read } = f.device.photos.store;
  f.device.photos.store.read = (account, id) =>
    id === 'p1' ? Promise.reject(new DOMException('no database', 'InvalidStateError')) : read(account, id);
  expect(await f.exported()).toMatchObject({ name: 'outbox.zip', unread: 2 });
  const { files, told } = await f.unpacked();
  expect(files.size).toBe(2);
  expect(told.items).toContainEqual(expect.objectContaining({ id: 'p0', file: null }));
});

it('carries one visit with its own photos that wait, and no others', async () => {
  const f = await phone();
  await f.page.outbox.remove('p1', 'blurred');
  const { items, name } = f.alone(idOf(0));
  expect(name).toBe(`visit-${VISITED}-${idOf(0).slice(-6)}`);
  const { files, told } = await f.unpacked(items, name);
  expect(told.items).toMatchObject([{ id: idOf(0) }, { id: 'p0', file: `photos/${VISITED}-1.jpg` }]);
  expect([...files.keys()].toSorted()).toEqual([`photos/${VISITED}-1.jpg`, `${name}.json`]);
});

it('carries one photo alone', async () => {
  const f = await phone();
  const { item, items, name } = f.alone('p1');
  const saved = dayInChina(new Date(item.createdAt));
  expect(name).toBe(`photo-${saved}-p1`);
  const { files, told } = await f.unpacked(items, name);
  expect(told.items).toMatchObject([{ id: 'p1', file: `photos/${saved}-1.jpg` }]);
  expect(files.get(`photos/${saved}-1.jpg`)).toEqual(Buffer.from(pictures[1] ?? []));
});
