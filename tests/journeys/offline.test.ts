import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { outboxWords } from '#src/messages/outbox.ts';
import { bareJpeg } from '#src/domain/jpeg.ts';
import { photoWords } from '#src/messages/photos.ts';
import { programWords } from '#src/messages/program.ts';
import { shellWords } from '#src/messages/shell.ts';
import { builtDemo } from '#tests/support/built-demo.ts';
import { hostFolder } from '#tests/support/static-host.ts';
import { allowComplaint, axeViolations, openBrowser, useBrowser } from '#tests/support/browser.ts';
import { startFieldService, type FieldService } from '#tests/support/journeys/field-service.ts';
import { isKept, NOT_THERE } from '#tests/support/journeys/kept-program.ts';
import { LATER, laterBuild } from '#tests/support/journeys/later-build.ts';
import { logUnchanged, names, seen } from '#tests/support/journeys/steps.ts';
import { cameraPhoto } from '#tests/support/journeys/camera.ts';
import { pieceOf } from '#tests/support/jpeg.ts';
import type { VillagePage } from '#src/domain/records.ts';

useBrowser();

const locale = 'zh-CN';
const t = programWords[locale];

const banner = (page: Page) => page.getByRole('banner').getByRole('link').first();

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

describe('the program on a device', () => {
  let service: FieldService;
  beforeAll(async () => {
    service = await startFieldService();
  });
  afterAll(() => service.down());

  it('goes on as it is while a newer one waits, and becomes the newer one when a person says so', async () => {
    const context = await openBrowser(service.url, { locale, width: 390 });
    const page = await opened(context, service.url);
    await seen(page.getByRole('heading', { level: 1 }));
    await isKept(page);
    await service.deploy(await laterBuild());
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
    const offer = page.getByRole('button', { name: t.reload });
    await seen(offer);

    // Parts that the newer build does not have any more.
    await page.goto(`${service.url}/villages/nangangzi`);
    await seen(page.getByRole('heading', { level: 1, name: '南岗子村' }));
    expect(await banner(page).textContent()).toContain(shellWords[locale].productLong);
    await seen(offer);

    // Nobody is asked while a form is open.
    await page.getByRole('link', { name: shellWords[locale].logVisit }).first().click();
    await seen(page.getByLabel(logVisitWords[locale].said).or(page.getByRole('heading', { level: 2 })));
    await expect.poll(() => offer.count()).toBe(0);
    await page.goBack();
    await offer.click();
    await expect.poll(() => banner(page).textContent()).toContain(LATER[locale]);
    await expect.poll(() => offer.count()).toBe(0);
  });

  it('shows the photos of a village that is kept there with no network, and says which it has not', async () => {
    const photos = photoWords[locale];
    const path = '/visits/nangangzi-2017-10-18';
    const context = await openBrowser(service.url, { locale, width: 390 });
    const page = await opened(context, service.url + path);
    const send = async (id: string, hue: number) => {
      const picture = bareJpeg(await cameraPhoto(page, hue, { width: 800, height: 600 }));
      if (!picture) throw new Error('this browser writes no JPEG');
      const answer = await fetch(`${service.url}/api${path}/photos`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(await pieceOf(id, picture)),
      });
      expect(answer.status).toBe(200);
    };
    await send('kept', 0);
    await page.goto(`${service.url}/villages/nangangzi/visits`);
    await page.getByRole('button', { name: t.keep }).click();
    await seen(page.getByText(t.photosKept(1, 1)));
    await send('later', 120);
    await page.goto(service.url + path);
    await seen(page.getByRole('button', { name: photos.show(2) }));
    await isKept(page);
    await page.close();
    await service.down();
    allowComplaint(NOT_THERE);

    const cold = await opened(context, service.url + path);
    await cold.getByRole('button', { name: photos.show(2) }).click();
    const picture = cold.locator('#photos img');
    await seen(picture);
    await seen(cold.getByText(`${photos.name(2)}: ${photos.notKept}`));
    expect(await picture.count()).toBe(1);
    const width = () => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0));
    await expect.poll(width).toBe(800);
    expect(await axeViolations(cold)).toEqual([]);
    await service.up();
    // An answer that a busy machine takes longer over than a person waits for has to be asked for once more.
    const again = cold.getByRole('button', { name: photos.again });
    const asked = async () => {
      if (await again.isVisible()) await again.click();
      return picture.count();
    };
    await expect.poll(asked).toBe(2);
  });

  it('opens with no network, shows the village that is kept there, and the service has what was logged there once', async () => {
    const context = await openBrowser(service.url, { locale, width: 390 });
    const { village, household05 } = names[locale];
    const page = await opened(context, `${service.url}/villages/nangangzi`);
    await seen(page.getByRole('heading', { level: 1, name: village }));
    await page.getByRole('button', { name: t.keep }).click();
    await seen(page.getByRole('button', { name: t.keepAgain }));
    const visits = async () => {
      const answer = await fetch(`${service.url}/api/villages/nangangzi`);
      return ((await answer.json()) as VillagePage).visits.length;
    };
    const before = await visits();
    await isKept(page);
    await page.close();
    await service.down();
    allowComplaint(NOT_THERE);

    const cold = await opened(context, `${service.url}/villages/nangangzi`);
    await seen(cold.getByRole('heading', { level: 1, name: village }));
    await seen(cold.getByText(t.noConnection));
    await seen(cold.getByRole('figure'));
    await cold.goto(`${service.url}/households/nangangzi-005`);
    await seen(cold.getByRole('heading', { level: 1, name: household05 }));
    await seen(cold.getByRole('figure'));
    expect(await axeViolations(cold)).toEqual([]);
    for (const path of ['/projects/nangangzi-irrigation', '/visits/nangangzi-2018-07-02']) {
      await cold.goto(service.url + path);
      await seen(cold.getByText(t.noConnection));
      await seen(cold.getByRole('heading', { level: 1 }));
      await seen(cold.getByRole('heading', { level: 2 }));
    }
    await cold.goto(`${service.url}/villages/nangangzi/households`);
    await cold.getByRole('link', { name: household05 }).click();
    await seen(cold.getByRole('heading', { level: 1, name: household05 }));
    await logUnchanged(cold, locale);
    await seen(cold.getByText(outboxWords[locale].state.saved).first());

    await service.up();
    await expect.poll(visits).toBe(before + 1);
    await expect.poll(() => cold.getByText(t.noConnection).count()).toBe(0);
    await cold.goto(`${service.url}/outbox`);
    await seen(cold.getByText(outboxWords[locale].state.received).first());
    expect(await visits()).toBe(before + 1);
  });
});

it('the demo opens with no network too, and what is logged on it is there', async () => {
  const host = await hostFolder(await builtDemo(), '/contact-points/');
  const context = await openBrowser(new URL(host.url).origin, { locale, width: 390 });
  const page = await opened(context, host.url);
  await seen(page.getByRole('heading', { level: 1 }));
  await isKept(page);
  await page.close();
  await host.close();
  allowComplaint(NOT_THERE);
  const cold = await opened(context, `${host.url}#/households/nangangzi-005`);
  await seen(cold.getByRole('heading', { level: 1, name: names[locale].household05 }));
  await logUnchanged(cold, locale);
  await cold.goto(`${host.url}#/outbox`);
  await expect.poll(() => cold.getByText(outboxWords[locale].state.received).count()).toBe(1);
});
