import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readJpeg } from '#src/domain/jpeg.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { outboxWords } from '#src/messages/outbox.ts';
import { photoWords } from '#src/messages/photos.ts';
import { shellWords } from '#src/messages/shell.ts';
import { allowComplaint, axeViolations, useBrowser } from '#tests/support/browser.ts';
import { asTaken, cameraPhoto } from '#tests/support/journeys/camera.ts';
import { isKept, NOT_THERE } from '#tests/support/journeys/kept-program.ts';
import { useSeatedService } from '#tests/support/journeys/seated.ts';
import { seen } from '#tests/support/journeys/steps.ts';
import { unzip } from '#tests/support/unzip.ts';

useBrowser();
const service = useSeatedService();

const [log, words, outbox] = [logVisitWords.en, photoWords.en, outboxWords.en];

/** What a page has in its outbox, taken off it as a file. */
async function exported(page: Page): Promise<Map<string, Buffer>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: outbox.exportAll }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('outbox.zip');
  return unzip(await readFile(await download.path()));
}

it('a photo that was taken and saved with no network comes in pieces, and is seen by the office and by no auditor', async () => {
  const page = await service.open({ width: 390, locale: 'en', path: '/households/nangangzi-005' });
  const picture = asTaken(await cameraPhoto(page, 0));
  await page.getByRole('main').getByRole('link', { name: shellWords.en.logVisit }).first().click();
  await seen(page.getByLabel(log.said));
  await isKept(page);

  allowComplaint(NOT_THERE);
  await service.down();
  await page.getByLabel(log.said).fill('The new roof.');
  await page
    .getByLabel(words.choose)
    .setInputFiles([{ name: 'roof.jpg', mimeType: 'image/jpeg', buffer: picture }]);
  await seen(page.getByRole('img', { name: words.name(1) }));
  await page.getByRole('button', { name: log.review, exact: true }).click();
  await page.getByRole('button', { name: log.save }).click();
  await seen(page.getByRole('heading', { level: 1, name: log.savedTitle }));

  // It can be taken off the phone meanwhile, as it will be sent.
  await page.goto(service.linkTo('/outbox'));
  await seen(page.getByText(outbox.textWaits(1)));
  const files = await exported(page);
  const photo = files.get(`photos/${service.today()}-1.jpg`) ?? Buffer.alloc(0);
  expect(readJpeg(photo)).toEqual({ width: 1600, height: 1067 });
  expect(files.get('outbox.json')?.toString()).toContain('The new roof.');

  const pieces: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/photos')) {
      pieces.push((request.postDataJSON() as { at: number }).at);
    }
  });
  await service.up();
  await page.getByRole('button', { name: outbox.sendNow }).click();
  await seen(page.getByText(outbox.nothingWaits));
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces).toEqual(pieces.toSorted((a, b) => a - b));
  await page.getByText(outbox.receivedLately(2)).click();
  await page.getByRole('link', { name: outbox.seeVisit }).click();
  await seen(page.getByRole('button', { name: words.show(1) }));
  const visit = service.placeOf(page);

  const there = await service.open({ width: 1280, locale: 'en', role: 'office', path: visit });
  await there.getByRole('button', { name: words.show(1) }).click();
  const shown = there.locator('#photos img');
  await expect
    .poll(() => shown.evaluateAll(([img]) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)))
    .toBe(1600);
  expect(await axeViolations(there)).toEqual([]);
  const [{ id } = { id: '' }] = await service.ask<{ id: string }[]>('office', 'GET', `${visit}/photos`);
  await service.ask('office', 'GET', `${visit}/photos/${id}?to=keep`);

  await service.seeAs(there, 'auditor');
  await seen(there.getByRole('heading', { name: words.photos(1) }));
  await seen(there.getByText(words.notYours));
  expect(await there.getByRole('button', { name: words.show(1) }).count()).toBe(0);
  expect(await shown.count()).toBe(0);
  await expect(service.ask('auditor', 'GET', `${visit}/photos/${id}`)).rejects.toThrow('403');
  // Who looked, and who took it along, stands in the trail; who took the photo did neither.
  const trail = await service.ask<{ entries: { action: string; actor: { role: string } }[] }>(
    'auditor',
    'GET',
    '/audit',
  );
  const acts = trail.entries.filter(({ action }) => action.endsWith('Photos'));
  expect(acts.map(({ action, actor }) => [action, actor.role])).toEqual([
    ['takePhotos', 'office'],
    ['viewPhotos', 'office'],
  ]);
});
