import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '#tests/support/browser.ts';
import { findBrowser } from '#tests/support/find-browser.ts';
import { hosted, send } from '#tests/support/hosted.ts';
import { mountSample } from '#tests/support/sample-app.ts';

describe('the page for integrators in a browser', () => {
  let host: Awaited<ReturnType<typeof hosted>>;
  let browser: Browser;
  beforeAll(async () => {
    host = await hosted({ mount: mountSample });
    browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  it.each([
    ['light', 390],
    ['dark', 390],
    ['light', 1280],
    ['dark', 1280],
  ] as const)('fits, is styled and can be read by all, %s at %i pixels', async (colorScheme, width) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(`${host.url}/api/reference`);
    const seen = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      ground: getComputedStyle(document.body).backgroundColor,
    }));
    expect(seen).toEqual({
      wide: width,
      ground: colorScheme === 'dark' ? 'rgb(20, 24, 27)' : 'rgb(255, 255, 255)',
    });
    // The same markup at both widths: once for each set of colours will do.
    const violations = width === 390 ? await axeViolations(page) : [];
    expect(violations).toEqual([]);
    // A browser asks for the icon of every page; nothing else is asked for in vain.
    expect(complaints.filter((one) => !one.includes('favicon'))).toEqual([]);
    await context.close();
  });

  it('prints in black on white, whatever the screen is', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(`${host.url}/api/reference`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const paper = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    expect(paper).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await context.close();
  });

  it('may be kept for a while, unlike the answers of the API', async () => {
    for (const path of ['reference', 'reference.css', 'openapi.json']) {
      const { status, headers } = await send(`${host.url}/api/${path}`);
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=300']);
      const again = await send(`${host.url}/api/${path}`, {
        headers: { 'if-none-match': headers.etag ?? '' },
      });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    expect((await send(`${host.url}/api/about`)).headers['cache-control']).toBe('no-store');
  });
});
