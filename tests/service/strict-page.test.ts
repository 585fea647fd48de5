import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFolder } from '#server/host/built-folder.ts';
import { openDashboard } from '#server/host/dashboard.ts';
import { findBrowser } from '#tests/support/find-browser.ts';
import { hosted } from '#tests/support/hosted.ts';
import { mountSample } from '#tests/support/sample-app.ts';

declare global {
  interface Window {
    violations: string[];
  }
}

describe('the dashboard under its policy', () => {
  let host: Awaited<ReturnType<typeof hosted>>;
  let browser: Browser;
  beforeAll(async () => {
    const dashboard = await openDashboard(await builtFolder('dist', 'build'));
    host = await hosted({ dashboard, mount: mountSample });
    browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  /** A page that remembers what its policy kept it from. */
  async function open(path: string): Promise<Page> {
    const page = await browser.newPage({ locale: 'en', viewport: { width: 1280, height: 900 } });
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
        window.violations.push(`${violatedDirective} ${sourceFile} ${sample}`),
      );
    });
    await page.goto(host.url + path);
    return page;
  }
  const violations = (page: Page): Promise<string[]> => page.evaluate(() => window.violations);

  it('runs no script and draws no markup that comes as text', async () => {
    const page = await open('/');
    await page.locator('main h1').waitFor();
    const tried = await page.evaluate(() => {
      const attempt = (act: () => unknown): string => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      return {
        markup: attempt(() => (document.body.innerHTML = '<img src=x onerror=alert(1)>')),
        text: attempt(
          () => (document.createElement('style').innerHTML = '@media (width <1px) { a > b { top: 0 } }'),
        ),
        code: attempt(() => (document.createElement('script').text = 'alert(1)')),
      };
    });
    expect(tried).toEqual({ markup: 'TypeError', text: 'done', code: 'TypeError' });
    await page.close();
  });

  it.each([
    '/',
    '/villages/nangangzi',
    '/villages/nangangzi/households',
    '/villages/nangangzi/projects',
    '/villages/nangangzi/visits',
    '/households/nangangzi-005',
    '/projects/nangangzi-irrigation',
    '/visits/nangangzi-2018-07-02',
    '/log?village=nangangzi',
    '/no-such-page',
  ])('shows %s without a violation, its styles at work', async (path) => {
    const page = await open(path);
    await page.locator('main h1').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await violations(page)).toEqual([]);
    const colour = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--mantine-color-body'),
    );
    expect(colour).not.toBe('');
    await page.close();
  });

  it('opens dialogs and changes its colours and language without a violation', async () => {
    const page = await open('/villages/nangangzi?reading=nangangzi-013-water-2018-07-02');
    await page.getByRole('dialog').waitFor();
    // Held still behind the dialog: a style made at run time does it.
    expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Dark/ }).click();
    await page.locator('[data-mantine-color-scheme=dark]').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.locator('html[lang=zh-CN]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
