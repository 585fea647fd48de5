import { expect, it, onTestFinished } from 'vitest';
import { outboxWords } from '#src/messages/outbox.ts';
import { storageWords } from '#src/messages/storage.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { allowComplaint, openBrowser, useBrowser } from '#tests/support/browser.ts';
import { startFieldService } from '#tests/support/journeys/field-service.ts';
import { logUnchanged, names, seen } from '#tests/support/journeys/steps.ts';

useBrowser();

const locale = 'zh-CN';
const t = storageWords[locale];

it('a browser that has cleared what waits there is found out at the next opening, until a person has taken note', async () => {
  // Nothing arrives, so what is saved waits.
  const service = await startFieldService(
    sampleRecords,
    (app) => async (request) =>
      request.method === 'PUT' ? new Response(null, { status: 503 }) : app(request),
  );
  onTestFinished(() => service.down());
  allowComplaint(/503/);
  const context = await openBrowser(service.url, { locale, width: 390 });
  const page = await context.newPage();
  await page.goto(`${service.url}/households/nangangzi-005`);
  await seen(page.getByRole('heading', { level: 1, name: names[locale].household05 }));
  await logUnchanged(page, locale);
  await page.goto(`${service.url}/outbox`);
  await seen(page.getByText(outboxWords[locale].willBeSent));

  // No page of the dashboard is open while it is cleared.
  await page.goto(`${service.url}/icon.svg`);
  await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const clearing = indexedDB.deleteDatabase('contact-point-outbox');
        clearing.addEventListener('success', done);
        clearing.addEventListener('error', failed);
      }),
  );
  await page.goto(service.url);
  await page.getByRole('link', { name: outboxWords[locale].lostLong(1) }).click();
  await seen(page.getByText(t.lostTitle(1)));
  await seen(page.getByText(/^约剩 .* 可用/));
  await page.getByRole('button', { name: t.lostNoted }).click();
  await expect.poll(() => page.getByText(t.lostTitle(1)).count()).toBe(0);
  await page.reload();
  await seen(page.getByRole('heading', { level: 1, name: outboxWords[locale].title }));
  expect(await page.getByText(t.lostTitle(1)).count()).toBe(0);
});
