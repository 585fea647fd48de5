import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { decodeBase64 } from '#src/domain/base64.ts';
import { readJpeg } from '#src/domain/jpeg.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { photoWords } from '#src/messages/photos.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { shellWords } from '#src/messages/shell.ts';
import { storageWords } from '#src/messages/storage.ts';
import { axeViolations, expectComplaint, useBrowser } from '#tests/support/browser.ts';
import { cameraPhoto, asTaken } from '#tests/support/journeys/camera.ts';
import { demo } from '#tests/support/journeys/stage.ts';
import { seen } from '#tests/support/journeys/steps.ts';
import { unzip } from '#tests/support/unzip.ts';

useBrowser();

const t = logVisitWords.en;
const p = photoWords.en;

it('photos are shrunk, freed of position and device, outlast a reload, and stand with the visit', async () => {
  const page = await demo.open({
    width: 390,
    locale: 'en',
    role: 'villageCadre',
    path: '/households/nangangzi-005',
  });
  await page.getByRole('main').getByRole('link', { name: shellWords.en.logVisit }).first().click();
  await seen(page.getByRole('heading', { name: p.heading(0, 10) }));
  const [one, two] = [asTaken(await cameraPhoto(page, 0)), asTaken(await cameraPhoto(page, 120))];
  expect(one.includes('GPSLatitude')).toBe(true);
  const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
  await page
    .getByLabel(p.choose)
    .setInputFiles([
      jpeg('one.jpg', one),
      jpeg('again.jpg', one),
      jpeg('two.jpg', two),
      jpeg('empty.jpg', Buffer.alloc(0)),
      jpeg('words.jpg', Buffer.from('no picture')),
    ]);
  await seen(page.getByText(p.notAdded(3)));
  for (const [name, problem] of [
    ['again.jpg', p.problem.photoTwice],
    ['empty.jpg', p.problem.photoEmpty],
    ['words.jpg', p.problem.photoNotPicture],
  ] as const) {
    await seen(page.getByText(`${name}: ${problem}`));
  }
  await seen(page.getByRole('img', { name: p.name(2) }));
  await page.getByRole('button', { name: t.remove(p.name(1)) }).click();
  await page.getByRole('button', { name: t.putBack }).click();
  await seen(page.getByRole('img', { name: p.name(1) }));
  expect(await axeViolations(page)).toEqual([]);

  // The draft and its pictures are on the phone.
  await seen(page.getByText(/Draft kept on this device/));
  await page.reload();
  await seen(page.getByRole('img', { name: p.name(2) }));
  await page.getByRole('button', { name: t.review, exact: true }).click();
  await seen(page.getByText(p.counted(2)));
  await page.getByRole('button', { name: t.save }).click();
  await seen(page.getByRole('heading', { level: 1, name: t.savedTitle }));
  await page.getByRole('link', { name: t.seeVisit }).click();
  await page.getByRole('button', { name: p.show(2) }).click();
  await seen(page.getByRole('img', { name: p.alt(2, '') }));
  expect(await axeViolations(page)).toEqual([]);

  // What the service has.
  const visitId = demo.placeOf(page).split('/').at(-1) ?? '';
  const onService = () =>
    page.evaluate(async (visit) => {
      const ask = async (path: string): Promise<unknown> =>
        (await fetch(`api/visits/${visit}/photos${path}`)).json();
      const listed = (await ask('')) as { id: string }[];
      const asked = listed.map(async ({ id }) => ((await ask(`/${id}`)) as { bytes: string }).bytes);
      return Promise.all(asked);
    }, visitId);
  // The page shows what this device took before it is received.
  await expect.poll(async () => (await onService()).length).toBe(2);
  const shown = await onService();
  for (const bytes of shown.map((text) => decodeBase64(text))) {
    expect(readJpeg(bytes)).toEqual({ width: 1600, height: 1067 });
    expect(bytes.length).toBeLessThanOrEqual(400_000);
    expect(Buffer.from(bytes).includes('Exif') || Buffer.from(bytes).includes('GPS')).toBe(false);
  }

  // On the mock they outlast a reload, and go with all else when the sample is reset.
  await page.reload();
  await seen(page.getByRole('button', { name: p.show(2) }));
  expect(await onService()).toEqual(shown);
  const pictures = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('sample-pictures');
          opening.addEventListener('error', () => reject(opening.error));
          opening.addEventListener('success', () => {
            const counting = opening.result.transaction('pictures').objectStore('pictures').count();
            counting.addEventListener('success', () => {
              opening.result.close();
              resolve(counting.result);
            });
          });
        }),
    );
  expect(await pictures()).toBe(2);
  const shell = shellWords.en;
  await page.getByRole('button', { name: shell.resetSample }).click();
  await page.getByRole('dialog').getByRole('button', { name: shell.resetConfirm }).click();
  await seen(page.getByText(queryWords.en.missing));
  expect(await pictures()).toBe(0);
  // Nothing answers where there is no visit.
  expectComplaint(/404/);
});

it.each([
  { width: 390, locale: 'zh-CN', scheme: 'dark' },
  { width: 1280, locale: 'en', scheme: 'light' },
] as const)(
  'a phone that takes the visit and not its photos says so and loses none of them, at $width px in $locale, $scheme',
  async ({ width, locale, scheme }) => {
    const [log, words] = [logVisitWords[locale], photoWords[locale]];
    const page = await demo.open({
      width,
      locale,
      scheme,
      role: 'villageCadre',
      path: '/log?village=nangangzi&household=nangangzi-005',
    });
    await page.getByLabel(log.said).fill('屋顶 roof');
    await page
      .getByLabel(words.choose)
      .setInputFiles([{ name: 'one.jpg', mimeType: 'image/jpeg', buffer: await cameraPhoto(page, 0) }]);
    await seen(page.getByRole('img', { name: words.name(1) }));
    await page.getByRole('button', { name: log.review, exact: true }).click();
    // From now on there is no room for what names a photo.
    await page.evaluate(() => {
      const put = Reflect.get(IDBObjectStore.prototype, 'put') as (value: unknown) => IDBRequest<IDBValidKey>;
      IDBObjectStore.prototype.put = function full(value: { kind?: string }) {
        if (value.kind === 'photo') throw new DOMException('no room', 'QuotaExceededError');
        return put.call(this, value);
      };
      addEventListener('room', () => {
        IDBObjectStore.prototype.put = put;
      });
    });
    await page.getByRole('button', { name: log.save }).click();
    await seen(page.getByText(log.photosLeftTitle));
    expect(await axeViolations(page)).toEqual([]);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow(), 'pixels that stick out sideways').toBe(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: storageWords[locale].exportForm }).click(),
    ]);
    const files = unzip(await readFile(await file.path()));
    expect([...files.keys()].map((name) => name.replace(/\d/g, '0'))).toEqual([
      'photos/0000-00-00-0.jpg',
      'visit.json',
    ]);
    await page.evaluate(() => dispatchEvent(new Event('room')));
    await page.getByRole('button', { name: log.photosAgain }).click();
    await page.getByRole('link', { name: log.seeVisit }).click();
    await seen(page.getByRole('button', { name: words.show(1) }));
  },
);
