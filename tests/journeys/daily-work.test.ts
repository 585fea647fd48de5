import { describe, expect, it } from 'vitest';
import { shellWords } from '#src/messages/shell.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { demo } from '#tests/support/journeys/stage.ts';
import { dayWords, logUnchanged, seen } from '#tests/support/journeys/steps.ts';
import { writingJourneys } from '#tests/support/journeys/writing.ts';

useBrowser();

/** Both widths and both languages; the other pairs go their journeys on the real service. */
const readers = [
  { width: 390, locale: 'zh-CN' },
  { width: 1280, locale: 'en' },
] as const;

describe.each(readers)('at $width px in $locale, somebody', (reader) => {
  writingJourneys(demo, { ...reader, role: 'villageCadre' });
});

describe.each([
  { width: 390, locale: 'en' },
  { width: 1280, locale: 'zh-CN' },
] as const)('at $width px in $locale, the sample', ({ width, locale }) => {
  it('is as it was before once it is reset', async () => {
    const t = shellWords[locale];
    const page = await demo.open({ width, locale, path: '/households/nangangzi-005' });
    await logUnchanged(page, locale);
    await page.goto(demo.linkTo('/villages/nangangzi/visits'));
    const logged = page.getByRole('link', { name: dayWords(locale, demo.today()) });
    await seen(logged);
    await page.getByRole('button', { name: t.resetSample }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.resetConfirm }).click();
    await logged.waitFor({ state: 'detached' });
    await seen(page.getByRole('link', { name: dayWords(locale, '2018-07-02') }));
    await expect.poll(() => logged.count()).toBe(0);
  });
});
