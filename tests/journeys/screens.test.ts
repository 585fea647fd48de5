import { describe, expect, it } from 'vitest';
import { axeViolations, useBrowser } from '#tests/support/browser.ts';
import { demo, type Eyes } from '#tests/support/journeys/stage.ts';

useBrowser();

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
];

/** Each width, language and theme meets each other in pairs; the journeys take every width in every language. */
const readers = [
  { width: 390, locale: 'zh-CN', scheme: 'light' },
  { width: 390, locale: 'en', scheme: 'dark' },
  { width: 1280, locale: 'zh-CN', scheme: 'dark' },
  { width: 1280, locale: 'en', scheme: 'light' },
] as const;

const TALLER_THAN_ANY_PAGE = 16_000;

/** A village cadre's screens are looked at by all four, another role's by two that differ in all three. */
const looksAt = (reader: number, [, , role]: (typeof screens)[number], at: number): boolean =>
  role === undefined || (at % 2 === 0 ? [0, 3] : [1, 2]).includes(reader);

describe.each(readers)('$width px, $locale, $scheme', (reader) => {
  it.each(screens.filter((screen, at) => looksAt(readers.indexOf(reader), screen, at)))(
    '%s is accessible, fits the screen and says that it is a sample',
    async (path, ready, role) => {
      const page = await demo.open({ ...reader, path, ...(role && { role }) });
      await page.locator('main').locator(ready).first().waitFor();
      const waiting = page.locator('[role=status]').filter({ hasText: /加载|Loading/ });
      await expect.poll(() => waiting.count(), { timeout: 15_000 }).toBe(0);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, 'pixels that stick out sideways').toBe(0);
      // The whole page at once: the bar at the thumb covers what one would scroll to.
      await page.setViewportSize({ width: reader.width, height: TALLER_THAN_ANY_PAGE });
      expect(await axeViolations(page)).toEqual([]);
      await expect
        .poll(() => page.getByText(/样例数据，截至2018年7月16日|Sample data, as of July 16, 2018/).count())
        .toBeGreaterThan(0);
      await expect.poll(() => page.locator('h1').count(), { message: 'one h1' }).toBe(1);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(reader.locale);
    },
  );
});
