import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeViolations, useBrowser } from '#tests/support/browser.ts';
import { everyLook } from '#tests/support/journeys/readers.ts';
import { demo, demoBrowser, type Eyes } from '#tests/support/journeys/stage.ts';

useBrowser({ keeps: true });

/** Every screen of the product, with what has to be there before it is looked at. */
const screens: [path: string, ready: string, role?: Eyes][] = [
  ['/', 'h2, table, [role=table]'],
  ['/villages/nangangzi', 'figure svg.recharts-surface'],
  ['/villages/nangangzi/why?what=incidence&part=changed', '[tabindex="-1"] figure table'],
  ['/villages/nangangzi/households', '[role=table], table'],
  ['/villages/nangangzi/projects', 'h2'],
  ['/villages/nangangzi/visits', 'h2'],
  ['/villages/nangangzi/exit', 'h4'],
  ['/households/nangangzi-001', 'h2'],
  ['/households/nangangzi-005', 'h2'],
  ['/projects/nangangzi-irrigation', 'h2'],
  ['/visits/nangangzi-2018-07-02', 'h2'],
  ['/commitments', 'figure li a'],
  ['/log?village=nangangzi', 'form, fieldset'],
  ['/visits/sample-village-3-2018-02-08', '#review button'],
  ['/visits/nangangzi-2018-07-02', '#review button', 'office'],
  ['/', 'h2, table, [role=table]', 'office'],
  ['/households/nangangzi-005', '#looks li', 'auditor'],
  ['/audit', 'h1', 'auditor'],
  ['/no-such-page', 'h1'],
  ['/households/nangangzi-003', 'form', 'nobody'],
  ['/invitation', 'h1', 'nobody'],
  ['/log?village=nangangzi', 'h1', 'office'],
  ['/accounts', 'table', 'administrator'],
  ['/accounts/invite', 'fieldset input', 'administrator'],
  ['/accounts/sample-office', 'h2', 'administrator'],
  ['/accounts/sample-office?ask=change', 'fieldset input', 'administrator'],
  ['/accounts/tokens', 'h1', 'administrator'],
  ['/accounts/tokens?make=true', 'fieldset input', 'administrator'],
  ['/measures', 'figure', 'office'],
  ['/measures?figure=headcount', 'figure', 'office'],
];

/** Every width in every language and theme, in such an order that the n-th and the n-th from the end differ in all three. */
const readers = ([390, 1280] as const).flatMap((width) =>
  (['zh-CN', 'en'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((scheme) => ({ width, locale, scheme })),
  ),
);
type Reader = (typeof readers)[number];
/** Each with the one that differs in everything, who looks at the same page after the first. */
const pairs = readers
  .slice(0, readers.length / 2)
  .map((first, n) => ({ first, second: readers.at(-1 - n) ?? first }));

const TALLER_THAN_ANY_PAGE = 16_000;

/** What somebody finds who looks at all of a page. */
async function lookAt(page: Page, { width }: Reader) {
  const waiting = page.locator('[role=status]').filter({ hasText: /加载|Loading/ });
  await expect.poll(() => waiting.count()).toBe(0);
  const sample = page.getByText(/样例数据，截至2018年7月16日|Sample data, as of July 16, 2018/);
  await sample.first().waitFor({ state: 'attached' });
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    pixelsThatStickOut: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    headings: document.querySelectorAll('h1').length,
  }));
  // The whole page at once: the bar at the thumb covers what one would scroll to.
  await page.setViewportSize({ width, height: TALLER_THAN_ANY_PAGE });
  return { ...seen, violations: await axeViolations(page) };
}
const inOrder = ({ locale }: Reader) => ({
  language: locale,
  pixelsThatStickOut: 0,
  headings: 1,
  violations: [],
});

/** The page is turned into another reader's: a load costs more than a look. */
async function turnTo(page: Page, { width, locale, scheme }: Reader): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: 900 });
  // A dialog that is open lies over it.
  await page.locator('button', { hasText: locale === 'en' ? 'English' : '中文' }).dispatchEvent('click');
}

/** A pair looks at each screen, and another at the next; with `npm run looks`, all do. */
describe.each(pairs)(
  '$first.width px, $first.locale, $first.scheme, and its opposite',
  ({ first, second }) => {
    const browsers = new Map<Eyes | undefined, BrowserContext>();
    const at = pairs.findIndex((pair) => pair.first === first);

    it.each(screens.filter((_, n) => everyLook || n % pairs.length === at))(
      '%s is accessible, fits the screen and says that it is a sample',
      async (path, ready, role) => {
        const browser = browsers.get(role) ?? (await demoBrowser({ ...first, ...(role && { role }) }));
        browsers.set(role, browser);
        const page = await browser.newPage();
        await page.goto(demo.linkTo(path));
        await page.locator('main').locator(ready).first().waitFor();
        expect(await lookAt(page, first)).toEqual(inOrder(first));
        await turnTo(page, second);
        expect(await lookAt(page, second)).toEqual(inOrder(second));
        // As it was found, for who comes next.
        await turnTo(page, first);
      },
    );
  },
);
